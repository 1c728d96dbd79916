import { describe, expect, it } from "vitest";
import { addTag } from "../../../../src/core/note/frontMatter/addTag.ts";
import { removeTag } from "../../../../src/core/note/frontMatter/removeTag.ts";
import type { EditResult } from "../../../../src/core/note/frontMatter/verify.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";

/** The text after the edit, or the reason why there is none. */
function outcome(text: string, result: EditResult): string {
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}

describe("addTag", () => {
  it.each([
    ["a flow list", "tags: [a, b]", "tags: [a, b, x]"],
    ["a flow list without spaces", "tags: [a,b]", "tags: [a,b,x]"],
    ["a flow list with a comment", "tags: [A, B] #태그 설정", "tags: [A, B, x] #태그 설정"],
    ["a flow list with room inside", "tags: [ a , b ]", "tags: [ a , b , x ]"],
    ["a comma before the bracket", "tags: [a, b, ]", "tags: [a, b, x, ]"],
    ["an empty list", "tags: []", "tags: [x]"],
    ["an empty list with room", "tags: [ ]", "tags: [ x ]"],
    ["double quotes", 'tags: ["a", "b"]', 'tags: ["a", "b", "x"]'],
    ["single quotes", "tags: ['a']", "tags: ['a', 'x']"],
    ["a list over lines", "tags: [\n  a,\n  b\n  ]", "tags: [\n  a,\n  b,\n  x\n  ]"],
    ["one item over lines", "tags: [\n    a,\n  ]", "tags: [\n    a,\n    x,\n  ]"],
    ["comments between items", "tags: [\n  a, # A\n  b # B\n  ]", "tags: [\n  a, # A\n  b, x # B\n  ]"],
    ["a block list", "tags:\n  - a\n  - b\nk: v", "tags:\n  - a\n  - b\n  - x\nk: v"],
    ["a block list at the margin", "tags:\n- a # A\nk: v", "tags:\n- a # A\n- x\nk: v"],
    ["wide dashes", "tags:\n    -   a\n", "tags:\n    -   a\n    -   x\n"],
    ["quoted block items", 'tags:\n  - "a"', 'tags:\n  - "a"\n  - "x"'],
    ["an empty last item", "tags:\n  - a\n  -", "tags:\n  - a\n  -\n  - x"],
    ["commas", "tags: a, b # c", "tags: a, b, x # c"],
    ["commas without spaces", "tags: a,b", "tags: a,b,x"],
    ["spaces", "tags: a b # c", "tags: a b x # c"],
    ["a quoted scalar of several", 'tags: "a, b"', 'tags: "a, b, x"'],
    ["one scalar", "tags: a # c", "tags: [a, x] # c"],
    ["one quoted scalar", "tags: 'a'", "tags: ['a', 'x']"],
    ["nothing", "tags:\nk: v", "tags: [x]\nk: v"],
    ["nothing and a comment", "tags:  # later\nk: v", "tags: [x]  # later\nk: v"],
    ["null", "tags: null # later", "tags: [x] # later"],
    ["a padded key", "layout  : wiki\ntags    : [a]", "layout  : wiki\ntags    : [a, x]"],
    ["`tag`", "tag: [a]", "tag: [a, x]"],
    ["`tag` beside empty `tags`", "tags:\ntag: a", "tags:\ntag: [a, x]"],
    ["no key", "title: a # t\n# end", "title: a # t\n# end\ntags: [x]"],
    ["an alias", "k: &t [a]\ntags: *t", "unsupported"],
    ["an anchor used elsewhere", "tags: &t [a]\nk: *t", "unsupported"],
    ["a mapping", "tags:\n  a: b", "unsupported"],
    ["a table of tags", "taxonomies:\n  tags: [a]", "unsupported"],
    [
      "tags beside a table of other things",
      "tags: [a]\ntaxonomies:\n  categories: [b]",
      "tags: [a, x]\ntaxonomies:\n  categories: [b]",
    ],
    ["broken YAML", "title: a: b\ntags: [a]", "broken-front-matter"],
  ])("keeps the form: %s", (_, before, after) => {
    const inBlock = (content: string) => `---\n${content}\n---\n\nbody\n`;
    const text = inBlock(before);
    const isRefusal = after === "unsupported" || after === "broken-front-matter";
    expect(outcome(text, addTag(text, "x"))).toBe(isRefusal ? after : inBlock(after));
  });

  it.each([
    ["CRLF", "---\r\ntitle: a\r\n---\r\n\r\nbody", "---\r\ntitle: a\r\ntags: [x]\r\n---\r\n\r\nbody"],
    ["CRLF in a list", "---\r\ntags:\r\n  - a\r\n---\r\n", "---\r\ntags:\r\n  - a\r\n  - x\r\n---\r\n"],
    ["CR", "---\rtags:\r- a\r---\rbody", "---\rtags:\r- a\r- x\r---\rbody"],
    ["a BOM", "\ufeff---\ntags: [a]\n---\n", "\ufeff---\ntags: [a, x]\n---\n"],
    ["an empty block", "---\n---\nbody", "---\ntags: [x]\n---\nbody"],
    ["no front matter", "# 제목\n본문\n", "---\ntags: [x]\n---\n\n# 제목\n본문\n"],
    ["no front matter, CRLF", "a\r\nb", "---\r\ntags: [x]\r\n---\r\n\r\na\r\nb"],
    ["no front matter, a blank line", "\n# a", "---\ntags: [x]\n---\n\n# a"],
    ["a BOM and no front matter", "\ufeffa", "\ufeff---\ntags: [x]\n---\n\na"],
    ["an empty file", "", "---\ntags: [x]\n---\n"],
    ["a rule first", "---\nprose\n---\n", "---\ntags: [x]\n---\n\n---\nprose\n---\n"],
    ["TOML", '+++\ntags = ["a"] # c\n+++\n', '+++\ntags = ["a", "x"] # c\n+++\n'],
    ["TOML in single quotes", "+++\ntags = ['a']\n+++\n", "+++\ntags = ['a', 'x']\n+++\n"],
    ["TOML over lines", '+++\ntags = [\n  "a",\n  "b",\n]\n+++\n', '+++\ntags = [\n  "a",\n  "b",\n  "x",\n]\n+++\n'],
    ["TOML, empty", "+++\ntags = []\n+++\n", '+++\ntags = ["x"]\n+++\n'],
    ["TOML, one string", '+++\ntags = "a"\n+++\n', '+++\ntags = ["a", "x"]\n+++\n'],
    [
      "TOML before its tables",
      "+++\ntitle = 'a'\n\n[b]\nc = 1\n+++\n",
      "+++\ntitle = 'a'\ntags = [\"x\"]\n\n[b]\nc = 1\n+++\n",
    ],
    ["a block that is never closed", "---\ntitle: a\n\n본문\n", "broken-front-matter"],
    ["a block too long to be read", `---\n${"a: 1\n".repeat(1001)}---\n`, "broken-front-matter"],
    ["TOML that is never closed", "+++\ntitle = 'a'\n", "broken-front-matter"],
    ["broken TOML", "+++\ntitle = \n+++\n", "broken-front-matter"],
  ])("writes into %s", (_, before, after) => {
    expect(outcome(before, addTag(before, "x"))).toBe(after);
  });

  it.each([
    ["tags: [a]", "자바/스프링", "tags: [a, 자바/스프링]"],
    ["tags: [a]", "#b", "tags: [a, b]"],
    ["tags: [a]", "2025", 'tags: [a, "2025"]'],
    ["tags: [a]", "C#", "tags: [a, C#]"],
    ["tags: [a]", "a: b", 'tags: [a, "a: b"]'],
    ["tags: [a]", "[b]", 'tags: [a, "[b]"]'],
    ["tags: ['a']", "it's", "tags: ['a', 'it''s']"],
    ['tags: ["a"]', 'b"c', 'tags: ["a", "b\\"c"]'],
    ["tags:\n- a", "yes", 'tags:\n- a\n- "yes"'],
    ["tags:\n- a", "[b]", 'tags:\n- a\n- "[b]"'],
    ["tags: a b", "Clean Code", "tags: [a, b, Clean Code]"],
    ["tags: a, b", "Clean Code", "tags: a, b, Clean Code"],
    ["tags: a, b", "c: d", 'tags: [a, b, "c: d"]'],
    ["tags: Go, 1,", "x", "tags: Go, 1, x,"],
  ])("writes %j + %j", (before, tag, after) => {
    const text = `---\n${before}\n---\n`;
    expect(outcome(text, addTag(text, tag))).toBe(`---\n${after}\n---\n`);
  });

  it.each([
    ["the tag itself", "tags: [a, x]", "x"],
    ["with a hash", "tags: ['#x']", "x"],
    ["its NFD twin", `tags: [${"가".normalize("NFD")}]`, "가"],
    ["in `tag`", "tags: [a]\ntag: x", "x"],
  ])("edits nothing when it is there: %s", (_, content, tag) => {
    expect(addTag(`---\n${content}\n---\n`, tag)).toEqual({ ok: true, edits: [] });
  });

  it.each(["", "#", " ", "a,b", "a\nb", "a\u0000"])("refuses %j", (tag) => {
    expect(addTag("---\ntags: [a]\n---\n", tag)).toEqual({ ok: false, reason: "invalid-tag" });
  });

  it("touches no more than the place of the tag", () => {
    const text = "---\ntags: [a, b] # c\n---\n";
    expect(addTag(text, "x")).toEqual({ ok: true, edits: [{ start: 15, end: 15, newText: ", x" }] });
  });
});

describe("removeTag", () => {
  it.each([
    ["the last of a list", "tags: [a, x]", "tags: [a]"],
    ["the first of a list", "tags: [x, a]", "tags: [a]"],
    ["the middle of a list", "tags: [a, x,b] # c", "tags: [a,b] # c"],
    ["the only one", "tags: [x] # c", "tags: [] # c"],
    ["the only one with room", "tags: [ x ]", "tags: []"],
    ["several spellings", "tags: [x, a, '#x', \"x\"]", "tags: [a]"],
    ["quoted", 'tags: ["a", "x"]', 'tags: ["a"]'],
    ["a list over lines", "tags: [\n  a,\n  x,\n  b\n  ]", "tags: [\n  a,\n  b\n  ]"],
    ["a comment before it", "tags: [\n  a, # A\n  x,\n  b\n  ]", "tags: [\n  a, # A\n  b\n  ]"],
    ["a comment before the last", "tags: [\n  a, # A\n  x,\n  ]", "tags: [\n  a, # A\n  \n  ]"],
    ["a comment after the first", "tags: [\n  x, # X\n  a\n  ]", "tags: [\n   # X\n  a\n  ]"],
    ["a block item", "tags:\n  - a\n  - x # X\n  - b", "tags:\n  - a\n  - b"],
    ["the last at the margin", "tags:\n- a\n- x\nk: v", "tags:\n- a\nk: v"],
    ["the only block item", "tags: # c\n  - x\nk: v", "tags: [] # c\nk: v"],
    ["of commas", "tags: a, x, b # c", "tags: a, b # c"],
    ["the first of commas", "tags: x, a", "tags: a"],
    ["of spaces", "tags: a x b", "tags: a b"],
    ["one scalar", "tags: x # c", "tags: [] # c"],
    ["a quoted scalar", 'tags: "a, x"', 'tags: "a"'],
    ["what leaves one tag with a space", "tags: Clean Code, x", "tags: [Clean Code]"],
    ["from both keys", "tags: [x, a]\ntag: x", "tags: [a]\ntag: []"],
    ["broken YAML", "title: a: b\ntags: [x]", "broken-front-matter"],
  ])("takes out %s", (_, before, after) => {
    const inBlock = (content: string) => `---\n${content}\n---\nbody`;
    const text = inBlock(before);
    expect(outcome(text, removeTag(text, "x"))).toBe(after === "broken-front-matter" ? after : inBlock(after));
  });

  it.each([
    ["TOML", '+++\ntags = ["a", "x"]\n+++\n', '+++\ntags = ["a"]\n+++\n'],
    ["TOML over lines", "+++\ntags = [\n  'x',\n  'a',\n]\n+++\n", "+++\ntags = [\n  'a',\n]\n+++\n"],
    ["CRLF", "---\r\ntags:\r\n- x\r\n- a\r\n---\r\n", "---\r\ntags:\r\n- a\r\n---\r\n"],
  ])("takes it out of %s", (_, before, after) => {
    expect(outcome(before, removeTag(before, "x"))).toBe(after);
  });

  it.each(["---\ntags: [a]\n---\n", "---\ntitle: x\n---\n", "x", ""])(
    "edits nothing when it is not there: %j",
    (text) => {
      expect(removeTag(text, "x")).toEqual({ ok: true, edits: [] });
    },
  );
});
