import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { renameTags } from "../../../../src/core/note/frontMatter/renameTags.ts";
import { readTags } from "../../../../src/core/note/frontMatter/tags.ts";
import { tagMove } from "../../../../src/core/notebook/tagMove.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";

const renamed = (text: string, from: string, to: string): string => {
  const result = renameTags(text, tagMove([from], to));
  return result.ok ? applyEdits(text, result.edits) : result.reason;
};

const yaml = (lines: string): string => `---\n${lines}\n---\ntags: [a]\n`;
const toml = (lines: string): string => `+++\n${lines}\n+++\ntags: [a]\n`;

describe("renaming a tag", () => {
  it.each<[string, string, string, string, string]>([
    ["a flow list", "tags: [a, b]  # c", "a", "x", "tags: [x, b]  # c"],
    ["with children", "tags: [a, a/b, 'a/c']", "a", "x/y", "tags: [x/y, x/y/b, 'x/y/c']"],
    ["double quotes", 'tags: ["a", "b"]', "a", "x y", 'tags: ["x y", "b"]'],
    ["a name that needs quotes", "tags: [a, b]", "a", "C#: x", 'tags: ["C#: x", b]'],
    ["a name like a number", "tags: [a, b]", "a", "2025", 'tags: ["2025", b]'],
    ["a block list", "tags:\n  - a # c\n  - b\ntitle: a", "a", "x", "tags:\n  - x # c\n  - b\ntitle: a"],
    ["commas", "tag: a, b,  c", "b", "x y", "tag: a, x y,  c"],
    ["spaces", "tag   : a b  c", "b", "x", "tag   : a x  c"],
    ["a name with a space between spaces", "tag: a b", "b", "x y", "tag: [a, x y]"],
    ["one scalar", "Tags: a", "a", "x", "Tags: x"],
    ["one scalar, a name with a space", "tags: a", "a", "x y", "tags: [x y]"],
    ["quoted commas", "tags: 'a, b'", "b", "x", "tags: 'a, x'"],
    ["a # in front", "tags: ['#a', b]", "a", "x", "tags: ['#x', b]"],
    ["NFD", `tags: [${"가".normalize("NFD")}, b]`, "가", "나", "tags: [나, b]"],
    ["NFD to itself", `tags: [${"가".normalize("NFD")}, b]`, "가", "가", "tags: [가, b]"],
    ["one that is there", "tags: [a, b, c]", "a", "b", "tags: [b, c]"],
    ["one that is there, last", "tags: [b, a]", "a", "b", "tags: [b]"],
    ["one that is there in a block list", "tags:\n  - a\n  - b", "a", "b", "tags:\n  - b"],
    ["one that is there between commas", "tags: a, b, c", "c", "a", "tags: a, b"],
    ["one that is there in another key", "tags: [a]\ntag: b", "a", "b", "tags: []\ntag: b"],
    ["twins of which one is new", `tags: [${"가".normalize("NFD")}, 가]`, "가", "x", "tags: [x]"],
    ["several lines", "tags: [\n  a, # c\n  b\n  ]", "b", "x", "tags: [\n  a, # c\n  x\n  ]"],
  ])("in %s", (_, before, from, to, after) => {
    expect(renamed(yaml(before), from, to)).toBe(yaml(after));
  });

  it.each<[string, string, string]>([
    ["tags = [\"a\", 'b'] # c", "a", "tags = [\"x\", 'b'] # c"],
    ["tags = [\"a\", 'b'] # c", "b", "tags = [\"a\", 'x'] # c"],
    ['tags = "a, b"', "b", 'tags = "a, x"'],
    ['tags = ["a", "x"]', "a", 'tags = ["x"]'],
  ])("in TOML: %s", (before, from, after) => {
    expect(renamed(toml(before), from, "x")).toBe(toml(after));
  });

  it("merges several into one", () => {
    const text = yaml("tags: [K8S, b, kube, k8s]");
    const result = renameTags(text, tagMove(["K8S", "kube"], "k8s"));
    expect(result.ok && applyEdits(text, result.edits)).toBe(yaml("tags: [b, k8s]"));
    const without = yaml("tags: [K8S, b, kube]");
    const second = renameTags(without, tagMove(["K8S", "kube"], "k8s"));
    expect(second.ok && applyEdits(without, second.edits)).toBe(yaml("tags: [k8s, b]"));
  });

  it.each([
    ["broken YAML", "---\ntags: [a\n---\n", "broken-front-matter"],
    ["lists in lists", yaml("tags: [[a], b]"), "unsupported"],
    ["an alias", yaml("t: &t [a]\ntags: *t"), "unsupported"],
  ])("is refused for %s", (_, text, reason) => {
    expect(renamed(text, "a", "x")).toBe(reason);
  });

  it("changes nothing where there is no such tag", () => {
    for (const text of [yaml("tags: [b, ab]"), "글 a\n", "", yaml("title: a")])
      expect(renamed(text, "a", "x")).toBe(text);
  });
});

describe("renaming any tag", () => {
  const word = fc.constantFrom("a", "b", "c/d", "자바", "자바/스프링", "가".normalize("NFD"), "Clean Code");
  const plain = fc.constantFrom("a", "b", "c/d", "자바", "자바/스프링");
  const end = fc.constantFrom("", " # c", "  ");
  const quoted = fc.tuple(word, fc.constantFrom("", "'", '"')).map(([text, quote]) => quote + text + quote);
  const field = fc.oneof(
    fc
      .tuple(fc.array(quoted), fc.constantFrom(", ", ",", " ,  "), end)
      .map(([t, s, e]) => `tags: [${t.join(s)}]${e}\n`),
    fc
      .tuple(fc.array(fc.tuple(quoted, end), { minLength: 1 }), fc.constantFrom("", "  "), end)
      .map(([t, i, e]) => `tags:${e}\n${t.map(([item, c]) => `${i}- ${item}${c}\n`).join("")}`),
    fc
      .tuple(fc.array(plain, { minLength: 1 }), fc.constantFrom(", ", ",", " "), end)
      .map(([t, s, e]) => `tag: ${t.join(s)}${e}\n`),
    fc
      .tuple(fc.array(plain, { minLength: 1 }), fc.constantFrom("'", '"'))
      .map(([t, q]) => `Tags: ${q}${t.join(", ")}${q}\n`),
  );
  const yamlText = fc
    .tuple(
      fc.constantFrom("", "\ufeff"),
      field,
      fc.constantFrom("", "title: a # a\n", "x:\n  tags: [a]\n"),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([bom, tags, other, eol]) => `${bom}---\n${tags}${other}---\n\ntags: [a] #a\n`.replaceAll("\n", eol));
  const tomlText = fc
    .tuple(fc.array(fc.tuple(plain, fc.constantFrom("'", '"'))), fc.constantFrom(", ", ",\n  "))
    .map(([t, s]) => `+++\ntags = [${t.map(([text, q]) => q + text + q).join(s)}]\ntitle = 'a'\n+++\na\n`);
  const text = fc.oneof({ weight: 4, arbitrary: yamlText }, { weight: 1, arbitrary: tomlText });
  const target = fc.constantFrom("x", "x/y", "자바", "b", "C#", "2025", "k: v", "새 이름", "c");

  it("leaves every other tag and every other byte", () => {
    let edited = 0;
    fc.assert(
      fc.property(text, fc.nat(9), target, (before, pick, to) => {
        const frontMatter = readFrontMatter(before);
        const tags = readTags(frontMatter);
        const from = tags[pick % Math.max(1, tags.length)];
        if (from === undefined) return;
        const rename = tagMove([from], to);
        const result = renameTags(before, rename);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        if (result.edits.length > 0) edited++;
        const after = applyEdits(before, result.edits);
        const read = readFrontMatter(after);
        expect(new Set(readTags(read))).toEqual(new Set(tags.map((tag) => rename(tag) ?? tag)));
        expect(after.slice(read.bodyStart)).toBe(before.slice(frontMatter.bodyStart));
        for (const [key, value] of frontMatter.data)
          if (!/^tags?$/i.test(key)) expect(read.data.get(key)).toEqual(value);
        for (const { start, end: last } of result.edits) {
          expect(start).toBeGreaterThanOrEqual(frontMatter.block?.contentStart ?? 0);
          expect(last).toBeLessThanOrEqual(frontMatter.block?.contentEnd ?? 0);
        }
      }),
      { numRuns: 3000 },
    );
    expect(edited).toBeGreaterThan(1500);
  });

  it("there and back is the same text", () => {
    let edited = 0;
    fc.assert(
      fc.property(text, fc.nat(9), fc.constantFrom("x", "x/y", "새이름"), (before, pick, to) => {
        const tags = readTags(readFrontMatter(before)).filter((tag) => before.includes(tag) && !tag.includes(" "));
        const from = tags[pick % Math.max(1, tags.length)];
        // A tag written twice, or also in NFD, is written once afterwards.
        if (from === undefined || before.split(from).length > 3 || before.includes("\u1100")) return;
        const there = renameTags(before, tagMove([from], to));
        if (!there.ok) throw new Error(there.reason);
        const after = applyEdits(before, there.edits);
        if (
          readTags(readFrontMatter(after)).length !== tags.length ||
          there.edits.some(({ newText }) => newText === "")
        )
          return;
        const back = renameTags(after, tagMove([to], from));
        if (!back.ok) throw new Error(back.reason);
        edited++;
        expect(applyEdits(after, back.edits)).toBe(before);
      }),
      { numRuns: 3000 },
    );
    expect(edited).toBeGreaterThan(500);
  });
});
