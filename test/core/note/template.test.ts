import { describe, expect, it } from "vitest";
import { builtInTemplate } from "../../../src/core/note/builtInTemplates.ts";
import { renderTemplate } from "../../../src/core/note/template.ts";
import { settingsWith } from "../../support/notebook.ts";

function problemOf(template: string, variables: Readonly<Record<string, unknown>> = {}) {
  const result = renderTemplate(template, variables);
  return result.ok ? { text: result.text } : { line: result.line, message: result.message };
}

describe("renderTemplate", () => {
  it("renders variables and says where the cursor goes", () => {
    expect(renderTemplate("# {{ title }}\n- {{ cursor }}\n", { title: "제목" })).toEqual({
      ok: true,
      text: "# 제목\n- \n",
      cursor: 7,
    });
    expect(renderTemplate("글", {})).toEqual({ ok: true, text: "글", cursor: undefined });
  });

  it("keeps every character of what is put in: old Hangul in private use, emoji, template marks", () => {
    const text = "\uE0C5 \uF8FF 👨‍👩‍👧 \u0008 \u2028 {{ cursor }} {% raw %} \r\n";
    expect(renderTemplate("{{ text }}|{{ cursor }}", { text })).toEqual({
      ok: true,
      text: `${text}|`,
      cursor: text.length + 1,
    });
  });

  it.each([
    ["오늘의 토막글 95", "오늘의 토막글 95"],
    ["제목: 부제", '"제목: 부제"'],
    ["[a] b", '"[a] b"'],
    ["#태그", '"#태그"'],
    ['"따옴표"', `'"따옴표"'`],
    ["yes", '"yes"'],
    ["2025-05-01", '"2025-05-01"'],
    ["", '""'],
  ])("writes %j as YAML", (value, expected) => {
    expect(problemOf("{{ value | yaml }}", { value })).toEqual({ text: expected });
  });

  it("writes lists as YAML, each item in the quotes it needs", () => {
    expect(problemOf("{{ tags | yaml }}", { tags: ["경제", "a, b", "C#", "자바/스프링"] })).toEqual({
      text: '[경제, "a, b", C#, 자바/스프링]',
    });
    expect(problemOf("{{ tags | yaml }}", { tags: [] })).toEqual({ text: "[]" });
  });

  it.each([
    ["하나\n{{ unknown }}\n", 2],
    ["하나\n둘\n{{ title | unknown }}", 3],
    ["{% if title %}\n둘", 1],
    ["하나\n{{ title", 2],
    ["하나\n\n{% unknown %}", 3],
    ["하나\n{% endif %}", 2],
  ])("names the line of the mistake in %j", (template, line) => {
    expect(problemOf(template, { title: "제목" })).toMatchObject({ line, message: expect.stringMatching(/^[^\n]+$/) });
  });
});

describe("a stranger's template", () => {
  it.each([
    ["{{ title.constructor }}"],
    ["{{ title.__proto__ }}"],
    ["{{ list.constructor.name }}"],
    ["{{ data.toString }}"],
    ["{% include 'package.json' %}"],
    ["{% render '/etc/hostname' %}"],
    ["{% layout '../a' %}"],
    ["{% include file %}"],
  ])("%s is refused", (template) => {
    const variables = { title: "제목", list: [1], data: { a: 1 }, file: "/etc/hostname" };
    expect(problemOf(template, variables)).toMatchObject({ message: expect.any(String) });
  });

  it.each([
    ["{% for i in (1..1000000000) %}{{ i }}{% endfor %}"],
    ["{% for i in (1..30000) %}{% for j in (1..30000) %}{% for k in (1..30000) %}{% endfor %}{% endfor %}{% endfor %}"],
    ["{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}"],
    [" ".repeat(1_100_000)],
  ])("%.60s comes to an end", (template) => {
    expect(problemOf(template)).toMatchObject({ message: expect.any(String) });
  });
});

describe("what a template puts out is bounded", () => {
  const text = "글".repeat(20_000);

  it.each([
    ["its own words", `{% for i in (1..30000) %}${text}{% endfor %}`],
    ["values", "{% for i in (1..30000) %}{{ text }}{% endfor %}"],
    ["lists", "{% for i in (1..30000) %}{{ list }}{% endfor %}"],
    ["what is kept in a variable", "{% capture kept %}{% for i in (1..30000) %}{{ text }}{% endfor %}{% endcapture %}"],
    [
      "loops over what it is given",
      "{% for a in list %}{% for b in many %}{% for c in many %}{{ a }}{% endfor %}{% endfor %}{% endfor %}",
    ],
  ])("when it is %s", (_, template) => {
    const many = Array.from({ length: 300 }, (__, index) => index);
    expect(problemOf(template, { text, list: [text], many })).toMatchObject({
      line: 1,
      message: expect.stringContaining("limit exceeded"),
    });
  });

  it("and leaves room for a year of notes", () => {
    const bodies = Array.from({ length: 1_000 }, () => "- 토막\n".repeat(1_000));
    const result = renderTemplate("{% for body in bodies %}{{ body }}{% endfor %}", { bodies });
    expect(result.ok && result.text.length).toBe(5_000_000);
  });
});

it("values are written as Liquid writes them", () => {
  const variables = { list: ["a", ["b", 1]], none: null, no: false, number: 1.5, empty: [] };
  expect(problemOf("{{ list }}|{{ none }}|{{ no }}|{{ number }}|{{ empty }}|{{ list | size }}", variables)).toEqual({
    text: "ab1||false|1.5||2",
  });
});

describe("the filter josa", () => {
  it("adds the particle that the word asks for", () => {
    const template = '{{ a | josa: "을/를" }} {{ b | josa: "을/를" }} {{ a | josa: "으로/로" }}';
    expect(problemOf(template, { a: "5월", b: "상반기" })).toEqual({ text: "5월을 상반기를 5월로" });
  });

  it("does not know any other pair", () => {
    const problem = problemOf('글\n{{ a | josa: "을" }}', { a: "5월" });
    expect(problem).toMatchObject({ line: 2, message: expect.stringContaining("no such particle: 을") });
  });
});

it.each(["tomak", "til"] as const)("the built-in template %s has a cursor and leaves nothing open", (name) => {
  const result = renderTemplate(builtInTemplate(name, settingsWith()), {
    ...{ title: "제목: 부제", date: "2025-05-01 00:00:00 +0900", tags: [], link: "" },
  });
  expect(result).toMatchObject({ ok: true, cursor: expect.any(Number) });
  expect(result.ok && result.text).toMatch(
    /^---\ntitle: "제목: 부제"\ndate: 2025-05-01 00:00:00 \+0900\n[^{}]*---\n\n/,
  );
});
