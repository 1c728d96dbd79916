import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { scanYaml } from "../../../../src/core/note/frontMatter/scan.ts";
import { toPlain } from "./toPlain.ts";

function read(yaml: string): unknown {
  return toPlain(readFrontMatter(`---\n${yaml}\n---\nbody`).data);
}

describe("readFrontMatter", () => {
  it.each([
    ["plain text", "title: 오늘의 토막글 95", { title: "오늘의 토막글 95" }],
    ["numbers as written", "a: 007\nb: 1.10\nc: 0x1F\nd: 1_000", { a: "007", b: "1.10", c: "0x1F", d: "1_000" }],
    ["words as written", "a: yes\nb: true\nc: Off", { a: "yes", b: "true", c: "Off" }],
    ["a date as written", "date: 2025-05-01 23:10:00 +0900", { date: "2025-05-01 23:10:00 +0900" }],
    ["an impossible time", "date: 2025-05-01 23:10:75", { date: "2025-05-01 23:10:75" }],
    ["a padded key", "layout  : wiki", { layout: "wiki" }],
    ["a Hangul key", "제목: 캐시", { 제목: "캐시" }],
    ["letter case of keys", "Title: a\ntitle: b", { Title: "a", title: "b" }],
    ["nothing as null", "a:\nb: ~\nc: null\nd: # later", { a: null, b: null, c: null, d: null }],
    ["quoted nothing as text", "a: \"\"\nb: ''\nc: 'null'", { a: "", b: "", c: "null" }],
    ["quotes", "a: \"[x] y: z\" # c\nb: 'it #1'", { a: "[x] y: z", b: "it #1" }],
    ["escapes", "a: \"\\uAC00\\n\"\nb: 'it''s'", { a: "가\n", b: "it's" }],
    ["a comment at the end", "a: b # c\nd: e#f", { a: "b", d: "e#f" }],
    ["a flow list", "tags: [A, 'B C', \"D, E\"] #태그 설정", { tags: ["A", "B C", "D, E"] }],
    ["a comma before the bracket", "tags: [a, b, ]", { tags: ["a", "b"] }],
    ["an empty list", "tags: []", { tags: [] }],
    ["a flow list over lines", "tags: [\n  a,\n  b\n]", { tags: ["a", "b"] }],
    ["a block list", "tags:\n  - a\n  - 'b'\nx: y", { tags: ["a", "b"], x: "y" }],
    ["a block list at the margin", "tags:\n- a\n- b # c\nx: y", { tags: ["a", "b"], x: "y" }],
    ["a block list with gaps", "tags: # t\n  - a\n\n# c\n  -\n  - b", { tags: ["a", null, "b"] }],
    ["nested keys", "image:\n  path: a.png\n  alt: b\nx: y", { image: { path: "a.png", alt: "b" }, x: "y" }],
    ["deeper keys", "a:\n  b:\n    c: d", { a: { b: { c: "d" } } }],
    ["a wiki link", "parent: [[/wiki]]", { parent: [["/wiki"]] }],
    ["block scalars", "a: |\n  x\n  y\nb: >\n  x\n  y", { a: "x\ny\n", b: "x y\n" }],
    ["a text over lines", "a: x\n  y", { a: "x y" }],
    ["aliases", "a: &t [x]\nb: *t", { a: ["x"], b: ["x"] }],
    ["Hugo's template text", "date: {{ .Date }}\ntitle: x", { date: "{{ .Date }}", title: "x" }],
    ["Templater's", 'date: <% tp.date.now("YYYY-MM-DD") %>', { date: '<% tp.date.now("YYYY-MM-DD") %>' }],
    ["tabs", "a: b\t# c", { a: "b" }],
    ["no keys", "# only: a comment\na: b", { a: "b" }],
  ])("reads %s", (_, yaml, data) => {
    expect(read(yaml)).toEqual(data);
    expect(readFrontMatter(`---\n${yaml}\n---\n`).problem).toBeUndefined();
  });

  it("keeps `__proto__` and `constructor` ordinary keys", () => {
    const { data } = readFrontMatter("---\n__proto__: x\nconstructor: [y]\n---\n");
    expect([...data]).toEqual([
      ["__proto__", "x"],
      ["constructor", ["y"]],
    ]);
    expect(data.get("toString")).toBeUndefined();
  });

  it.each(["\r\n", "\r"])("reads the same with other line breaks (%j)", (eol) => {
    const text = '---\ntitle: a\ntags:\n  - b\n  - "\\u0063"\nsee: x\n  y\n---\nbody';
    const other = readFrontMatter(text.replaceAll("\n", eol));
    expect(toPlain(other.data)).toEqual({ title: "a", tags: ["b", "c"], see: "x y" });
    expect(other.problem).toBeUndefined();
  });

  it("says where the body starts", () => {
    const bodyOf = (text: string) => text.slice(readFrontMatter(text).bodyStart);
    expect(bodyOf("---\na: b\n---\n\nbody")).toBe("\nbody");
    expect(bodyOf("\ufeff---\r\na: b\r\n---\r\nbody")).toBe("body");
    expect(bodyOf("\ufeffbody")).toBe("body");
    expect(bodyOf("---\nbody\n---\n")).toBe("---\nbody\n---\n");
    expect(bodyOf("---\na: b\n---")).toBe("");
  });

  it("keeps a scanner fast path for the common forms", () => {
    const common =
      'layout  : wiki\ntitle: "[Spring] 캐시" # t\ndate: 2025-05-01 23:10:00 +0900\ntags: [a, b c]\nx:\n- y\n';
    expect(scanYaml(common, 0, common.length)).toBeDefined();
  });
});

describe("broken YAML", () => {
  it.each([
    [
      "a colon in a title",
      "title: Kafka: the guide\ndate: 2025-05-01",
      { title: "Kafka: the guide", date: "2025-05-01" },
    ],
    [
      "a bracket in front",
      "title: [Spring] 캐시 정리 # x\ntags: [a, b]",
      { title: "[Spring] 캐시 정리 # x", tags: ["a", "b"] },
    ],
    [
      "an archetype",
      'title: "{{ replace .Name "-" " " }}"\ndate: {{ .Date }}',
      {
        title: '{{ replace .Name "-" " " }}',
        date: "{{ .Date }}",
      },
    ],
    ["hashes in a flow list", "title: a\ntags: [#x, #y]", { title: "a", tags: ["#x", "#y"] }],
    ["an unclosed list", "title: a\ntags: [x, y", { title: "a" }],
    ["an unclosed mapping", "title: a\nx: {y", { title: "a" }],
    ["no space after the colon", "title:제목\ndate: 2025-05-01", { title: "제목", date: "2025-05-01" }],
    ["an unknown alias", "title: a\nx: *y", { title: "a" }],
    ["a tab for indent", "title: a\nx:\n\t- y", { title: "a" }],
  ])("is reported and salvaged: %s", (_, yaml, data) => {
    const { problem } = readFrontMatter(`---\n${yaml}\n---\n`);
    expect(problem?.code).toMatch(/^(?:syntax|not-a-mapping)$/);
    expect(read(yaml)).toEqual(data);
  });

  it("names the line in the file", () => {
    expect(readFrontMatter("---\ndate: 2025-05-01\ntitle: a: b\n---\n").problem?.line).toBe(3);
    expect(readFrontMatter("\ufeff---\r\ntitle: a: b\r\n---\r\n").problem?.line).toBe(2);
  });

  it("reports a key that occurs twice, and takes the last as Jekyll does", () => {
    const { problem } = readFrontMatter("---\ntitle: a\ntags: [x]\ntitle: b\n---\n");
    expect(problem).toMatchObject({ code: "duplicate-key", line: 4 });
    expect(read("title: a\ntags: [x]\ntitle: b")).toEqual({ title: "b", tags: ["x"] });
  });

  it.each([
    ["brackets", `a: ${"[".repeat(5000)}`],
    ["closed brackets", `a: ${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["dashes", `a:\n  ${"- ".repeat(5000)}x`],
    ["questions", `a:\n  ${"? ".repeat(5000)}x`],
    ["aliases", `a: &a x\nb: [${"*a,".repeat(5000)}]`],
    ["a bomb", `a: &a [x,x,x,x,x,x,x,x,x]\n${bomb()}`],
  ])("does not follow a maze of %s", (_, yaml) => {
    const { problem, data } = readFrontMatter(`---\ntitle: t\n${yaml}\n---\n`);
    expect(problem?.code).toBe("too-complex");
    expect(data.get("title")).toBe("t");
  });
});

function bomb(): string {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`;
  return ["b", "c", "d", "e", "f", "g"].map((name, index) => level(name, "abcdef".charAt(index))).join("\n");
}

describe("TOML", () => {
  const readToml = (toml: string) => toPlain(readFrontMatter(`+++\n${toml}\n+++\n`).data);

  it.each([
    ["strings", "a = \"x\\u0041\" # c\nb = 'y\\'", { a: "xA", b: "y\\" }],
    ["dates as written", "date = 2019-11-01T00:00:00+09:00", { date: "2019-11-01T00:00:00+09:00" }],
    ["a date with a space", "date = 2019-11-01 00:00:00 # c", { date: "2019-11-01 00:00:00" }],
    ["numbers as written", "a = 1.10\nb = 1_000\nc = [1.50, 2]", { a: "1.10", b: "1_000", c: ["1.50", "2"] }],
    ["arrays", 'tags = ["a", \'b, c\', # d\n  "e",\n]', { tags: ["a", "b, c", "e"] }],
    ["tables", "a = true\n[b]\nc = 'd'\n[[e]]\nf = 'g'", { a: "true", b: { c: "d" }, e: [{ f: "g" }] }],
    ["long strings", 'a = """\nx "y" \\\n  z"""', { a: 'x "y" z' }],
    ["inline tables", "a = { b = 'c', d = [1] }", { a: { b: "c", d: ["1"] } }],
  ])("reads %s", (_, toml, data) => {
    expect(readToml(toml)).toEqual(data);
  });

  it("reports what is broken and salvages the simple lines", () => {
    const { problem } = readFrontMatter('+++\ntitle = "a"\ntags = ["b"]\nx = = y\n+++\n');
    expect(problem).toMatchObject({ code: "syntax", line: 4 });
    expect(readToml('title = "a"\ntags = ["b"]\nx = = y')).toEqual({ title: "a", tags: ["b"], x: "= y" });
  });

  it("does not follow a maze", () => {
    const { problem } = readFrontMatter(`+++\ntitle = "a"\nb = ${"[".repeat(5000)}\n+++\n`);
    expect(problem).toBeDefined();
  });
});
