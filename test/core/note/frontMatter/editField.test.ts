import { describe, expect, it } from "vitest";
import { removeField, setField } from "../../../../src/core/note/frontMatter/editField.ts";
import type { EditResult } from "../../../../src/core/note/frontMatter/verify.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}

describe("setField", () => {
  it("quotes where it must", () => {
    const text = "---\ntitle: a # c\nk: v\n---\nbody";
    expect(outcome(text, setField(text, "title", "b: c"))).toBe('---\ntitle: "b: c" # c\nk: v\n---\nbody');
  });

  it.each([
    ["keeps a comment", "title: a # c", "title: x # c"],
    ["keeps double quotes", 'title: "a" # c', 'title: "x" # c'],
    ["keeps single quotes", "title: 'a'", "title: 'x'"],
    ["keeps a padded key", "title   :   a", "title   :   x"],
    ["fills nothing", "title: # c\nk: v", "title: x # c\nk: v"],
    ["fills null", "title: ~", "title: x"],
    ["adds a line", "k: v # c", "k: v # c\ntitle: x"],
    ["replaces a text over lines", "title: a\n  b\nk: v", "title: x\nk: v"],
    ["edits nothing when it is so", "title: 'x'", "title: 'x'"],
    ["refuses a list", "title: [a]", "not-a-scalar"],
    ["refuses a mapping", "title:\n  a: b", "not-a-scalar"],
    ["refuses broken YAML", "title: a: b", "broken-front-matter"],
    ["leaves other letter case alone", "Title: a", "Title: a\ntitle: x"],
  ])("%s", (_, before, after) => {
    const inBlock = (content: string) => `---\n${content}\n---\nbody`;
    const text = inBlock(before);
    expect(outcome(text, setField(text, "title", "x"))).toBe(/^[a-z-]+$/.test(after) ? after : inBlock(after));
  });

  it("writes dates and truth values as they are when told so", () => {
    const text = "---\ndate: 2025-05-01 # c\n---\n";
    const date = "2025-05-02 23:10:00 +0900";
    expect(outcome(text, setField(text, "date", date, "literal"))).toBe(`---\ndate: ${date} # c\n---\n`);
    expect(outcome(text, setField(text, "date", date))).toBe(`---\ndate: "${date}" # c\n---\n`);
    expect(outcome("", setField("", "draft", "true", "literal"))).toBe("---\ndraft: true\n---\n");
  });

  it.each(["a: b", "[x", "a # b", "a\nb: c", "'"])("does not let a literal break the block: %j", (value) => {
    const text = "---\ndate: a\nk: v\n---\n";
    expect(setField(text, "date", value, "literal")).toEqual({ ok: false, reason: "unsupported" });
  });

  it.each([
    ["+++\ntitle = 'a' # c\n+++\n", "+++\ntitle = 'x' # c\n+++\n"],
    ['+++\ntitle = "a"\n+++\n', '+++\ntitle = "x"\n+++\n'],
    ["+++\n[t]\na = 1\n+++\n", '+++\ntitle = "x"\n[t]\na = 1\n+++\n'],
    ["+++\n+++\n", '+++\ntitle = "x"\n+++\n'],
    ["본문", "---\ntitle: x\n---\n\n본문"],
    ["---\r\nk: v\r\n---\r\n", "---\r\nk: v\r\ntitle: x\r\n---\r\n"],
  ])("writes into %j", (before, after) => {
    expect(outcome(before, setField(before, "title", "x"))).toBe(after);
  });
});

describe("removeField", () => {
  it.each([
    ["a line", "a: b\ntitle: x # c\nk: v", "a: b\nk: v"],
    ["an empty value", "title:\nk: v", "k: v"],
    ["a text over lines", "title: x\n  y\nk: v", "k: v"],
    ["a block scalar", "title: |\n  x\n  y\nk: v", "k: v"],
    ["an absent key", "k: v", "k: v"],
    ["a list", "title: [a]", "not-a-scalar"],
  ])("takes out %s", (_, before, after) => {
    const inBlock = (content: string) => `---\n${content}\n---\nbody`;
    const text = inBlock(before);
    expect(outcome(text, removeField(text, "title"))).toBe(after === "not-a-scalar" ? after : inBlock(after));
  });

  it("leaves an empty block when the only key goes", () => {
    const text = "---\ntitle: x\n---\nbody";
    expect(outcome(text, removeField(text, "title"))).toBe("---\n---\nbody");
  });

  it("takes a line out of TOML", () => {
    const text = '+++\na = 1\ntitle = "x" # c\n+++\n';
    expect(outcome(text, removeField(text, "title"))).toBe("+++\na = 1\n+++\n");
  });
});
