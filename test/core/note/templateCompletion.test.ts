import { describe, expect, it } from "vitest";
import type { TemplateName } from "../../../src/core/note/builtInTemplates.ts";
import { renderTemplate } from "../../../src/core/note/template.ts";
import { templateProposals } from "../../../src/core/note/templateCompletion.ts";
import { TEMPLATE_FILTERS } from "../../../src/core/note/templateFilters.ts";

/** What is proposed at `|^|`: the names, and the text that one of them takes the place of. */
function at(marked: string, template: TemplateName = "retro") {
  const offset = marked.indexOf("^");
  const text = marked.replace("^", "");
  const found = templateProposals(template, text, offset);
  return found && { names: found.proposals.map(({ name }) => name), replaced: text.slice(found.start, offset) };
}

describe("templateProposals", () => {
  it.each(["{{^", "{{ ^", "{{-^", "{{ ^ }}", "글 {{ ^", "{% if ^", "{%- unless ^ %}", "{% for x in ^", "{{ a }} {{ ^"])(
    "offers the variables of a retro in %s",
    (text) => {
      expect(at(text)?.names).toEqual(expect.arrayContaining(["title", "header", "sections", "numbers", "cursor"]));
      expect(at(text)?.names.filter((name) => name.includes(".") || name === "link")).toEqual([]);
    },
  );

  it("offers each template its own", () => {
    expect(at("{{ ^", "til")?.names).toEqual([
      ...["title", "number", "date", "day", "year", "month_number", "day_number", "tags", "link", "cursor"],
    ]);
  });

  it("takes the place of the word that is begun", () => {
    expect(at("{{ month_n^ }}")).toMatchObject({ replaced: "month_n" });
    expect(at("{{ title | ya^")).toMatchObject({ replaced: "ya", names: TEMPLATE_FILTERS.map(({ name }) => name) });
    expect(at("{{ 제^목")).toMatchObject({ replaced: "제" });
  });

  it.each(["{{ title |^", "{{ title | ^", "{{ title | yaml | ^", "{% assign a = title | ^"])(
    "offers filters in %s",
    (text) => {
      expect(at(text)?.names).toEqual(TEMPLATE_FILTERS.map(({ name }) => name));
    },
  );

  it.each([
    ["{{ section.^", ["title", "heading", "entries"]],
    ["{% for s in sections %}{{ s.^", ["title", "heading", "entries"]],
    ["{% for s in sections %}{% for e in s.entries %}{{ e.^", ["heading", "body", "group", "note"]],
    ["{{ unknown.^", []],
  ])("offers the fields in %s", (text, names) => {
    expect(at(text)?.names).toEqual(names);
  });

  it("offers what the loops above call their items", () => {
    expect(at("{% for 묶음x in titles %}{% for s in sections %}{{ ^")?.names.slice(0, 2)).toEqual(["s", "header"]);
  });

  it.each([
    "^",
    "글 ^",
    "{ ^",
    "{{ title }} ^",
    "{{ title ^",
    '{{ title | date: "^',
    "{{ '^",
    '{{ "a | ^',
    '{% if title == "section.^',
    "{% endfor ^",
    "{% raw %}^",
    "title^",
  ])("offers nothing in %s", (text) => {
    expect(at(text)).toBeUndefined();
  });

  it("comes to an end in a text made to be slow", () => {
    const hostile = `${"{% for a in ".repeat(20_000)}${"{%".repeat(20_000)}{{ `;
    expect(templateProposals("retro", hostile, hostile.length)?.proposals.length).toBeGreaterThan(5);
  });
});

it.each(TEMPLATE_FILTERS)("the filter $name is one there is", ({ name, description }) => {
  const needsValue = ["append", "prepend", "replace", "remove", "slice", "where", "map", "split", "join"];
  const own: Readonly<Record<string, string>> = { slice: ": 0", josa: ': "을/를"' };
  const argument = own[name] ? own[name] : name === "josa" ? ': "을/를"' : needsValue.includes(name) ? ': "a"' : "";
  const value = name === "where" ? [{ a: "b" }] : "a";
  expect(renderTemplate(`{{ value | ${name}${argument} }}`, { value })).toMatchObject({ ok: true });
  expect(description).toMatch(/[가-힣]/);
});
