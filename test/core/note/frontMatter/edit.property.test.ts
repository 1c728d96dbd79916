import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { addTag } from "../../../../src/core/note/frontMatter/addTag.ts";
import { removeField, setField } from "../../../../src/core/note/frontMatter/editField.ts";
import { findFrontMatter } from "../../../../src/core/note/frontMatter/find.ts";
import type { FrontMatter } from "../../../../src/core/note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { removeTag } from "../../../../src/core/note/frontMatter/removeTag.ts";
import { readTags } from "../../../../src/core/note/frontMatter/tags.ts";
import type { TextEdit } from "../../../../src/core/text/edit.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";

const tag = fc.constantFrom(
  "a",
  "b",
  "x",
  "자바/스프링",
  "Clean Code",
  "2025",
  "yes",
  "C#",
  "it's",
  'q"r',
  "가".normalize("NFD"),
  "[b]",
  "k: v",
  "-",
  "~",
);
const tagText = fc.constantFrom(
  "a",
  "b",
  "x",
  "'a'",
  '"b"',
  "c d",
  "'#e'",
  "자바/스프링",
  "007",
  "~",
  "it's",
  '"\\u0061"',
  "'f, g'",
);
const end = fc.constantFrom("", "", " # c", " #c", "  ");

const tagLines = fc.oneof(
  fc
    .tuple(fc.array(tagText), fc.constantFrom(", ", ",", " , "), end)
    .map(([t, sep, e]) => `tags: [${t.join(sep)}]${e}\n`),
  fc
    .tuple(fc.array(tagText, { minLength: 1 }), fc.constantFrom(",\n  ", ", # c\n  "), fc.constantFrom("", ",", " # z"))
    .map(([t, sep, e]) => `tags: [\n  ${t.join(sep)}${e}\n  ]\n`),
  fc
    .tuple(
      fc.array(fc.tuple(tagText, end), { minLength: 1 }),
      fc.constantFrom("", "  ", "    "),
      fc.constantFrom(" ", "   "),
      end,
    )
    .map(([t, indent, gap, e]) => `tags:${e}\n${t.map(([item, c]) => `${indent}-${gap}${item}${c}\n`).join("")}`),
  fc
    .tuple(
      fc.array(fc.constantFrom("a", "b", "c d", "x", "007", "~"), { minLength: 1 }),
      fc.constantFrom(", ", ",", " "),
      end,
    )
    .map(([t, sep, e]) => `tag: ${t.join(sep)}${e}\n`),
  fc
    .tuple(fc.constantFrom("'a, x'", '"a b"', "'x'", '"a\\u002c b"', "''", "|\n  a b", ">\n  a\n  b", "a\n  b"), end)
    .map(([t]) => `Tags: ${t}\n`),
  fc.constantFrom(
    "tags:\n",
    "tags: # c\n",
    "tags: ~ # c\n",
    "tags: []\n",
    "tags: [ ]\n",
    "",
    "tags: [a]\ntag: x\n",
    "tags:\n  a: b\n",
    "tags: &t [a]\nsee: *t\n",
  ),
);
const otherLines = fc.constantFrom(
  "",
  "title: 오늘의 토막글 95 # c\n",
  "date: 2025-05-01 23:10:00 +0900\n",
  "# c\n",
  "\n",
  "a: |\n  x\n\n",
  "b: [x,\n  y]\n",
  "layout  : wiki\n",
);
const yamlText = fc
  .tuple(
    fc.constantFrom("", "\ufeff"),
    otherLines,
    tagLines,
    otherLines,
    fc.constantFrom("", "body", "\nbody\n---\ntags: [a]\n"),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .filter(([, first, , last]) => first === "" || first !== last)
  .map(([bom, first, tags, last, body, eol]) => `${bom}---\n${first}${tags}${last}---\n${body}`.replaceAll("\n", eol));

const tomlText = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(
          fc.array(fc.constantFrom('"a"', "'b'", '"x"', '"\\u0061"', "3")),
          fc.constantFrom(", ", ",", ",\n  ", ", # c\n  "),
        )
        .map(([t, sep]) => `tags = [${t.join(sep)}]\n`),
      fc.constantFrom("", 'tags = "a, b"\n', "tags = 'x'\n", 'tags = """\na b"""\n'),
    ),
    fc.constantFrom("", 'title = "t" # c\n', "d = 2025-05-01\n\n"),
    fc.constantFrom("", "[t]\ntags = ['x']\n"),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([tags, first, last, eol]) => `+++\n${first}${tags}${last}+++\nbody`.replaceAll("\n", eol));

const noteText = fc.oneof({ weight: 5, arbitrary: yamlText }, { weight: 2, arbitrary: tomlText });
const garbage = fc
  .array(
    fc.constantFrom(
      "---",
      "+++",
      "\n",
      "\r\n",
      "\r",
      "tags:",
      "title: ",
      "tags = ",
      " ",
      "  ",
      "- ",
      "a",
      "x",
      "[",
      "]",
      ",",
      "#",
      ": ",
      "'",
      '"',
      "&a ",
      "*a",
      "|",
      ">",
      "{",
      "}",
      "=",
      "\ufeff",
      "\t",
      "!",
    ),
    { maxLength: 40 },
  )
  .chain((pieces) =>
    fc
      .constantFrom("", "---\n", "---\ntags: ", "---\ntitle: a\n", "+++\n", "+++\ntags = ")
      .map((head) => head + pieces.join("")),
  )
  .chain((text) => fc.constantFrom(text, `${text}\n---\nbody`, `${text}\n+++\nbody`));

/** Everything outside the edits is the text as it was, and none of them reaches the body. */
function expectContained(text: string, edits: readonly TextEdit[]): void {
  const block = findFrontMatter(text);
  const start = block?.contentStart ?? readFrontMatter(text).bodyStart;
  const last = block?.contentEnd ?? start;
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(start);
    expect(edit.end).toBeLessThanOrEqual(last);
  }
}

/** The body; without the empty line that sets a new block off from it. */
function bodyAfter(after: string, before: FrontMatter): string {
  const { bodyStart, block } = readFrontMatter(after);
  const body = after.slice(bodyStart);
  return before.block === undefined && body.startsWith(block?.eol ?? "\n") ? body.slice(block?.eol.length) : body;
}

function expectReadable(text: string): void {
  const block = findFrontMatter(text);
  if (block?.format !== "yaml") return;
  const source = text.slice(block.start, block.contentEnd).replace(/\r(?!\n)/g, "\n");
  expect(parseDocument(source, { uniqueKeys: false }).errors).toEqual([]);
}

describe("editing tags", () => {
  it("adds one tag and changes nothing else", () => {
    let edited = 0;
    fc.assert(
      fc.property(noteText, tag, (text, name) => {
        const before = readFrontMatter(text);
        const result = addTag(text, name);
        if (!result.ok) return;
        edited++;
        const after = applyEdits(text, result.edits);
        expectContained(text, result.edits);
        expectReadable(after);
        expect(new Set(readTags(readFrontMatter(after)))).toEqual(
          new Set([...readTags(before), name.normalize("NFC")]),
        );
        expect(bodyAfter(after, before)).toBe(text.slice(before.bodyStart));
        for (const edit of result.edits) expect(edit.newText.replace(/\r\n|\r|\n/g, "").length).toBeLessThan(80);
      }),
      { numRuns: 3000 },
    );
    expect(edited).toBeGreaterThan(2500);
  });

  it("takes out what it added", () => {
    let edited = 0;
    fc.assert(
      fc.property(noteText, tag, (text, name) => {
        const tags = readTags(readFrontMatter(text));
        const added = addTag(text, name);
        if (!added.ok || added.edits.length === 0) return;
        const withTag = applyEdits(text, added.edits);
        const removed = removeTag(withTag, name);
        expect(removed.ok).toBe(true);
        if (!removed.ok) return;
        edited++;
        expectContained(withTag, removed.edits);
        expect(readTags(readFrontMatter(applyEdits(withTag, removed.edits)))).toEqual(tags);
      }),
      { numRuns: 3000 },
    );
    expect(edited).toBeGreaterThan(1500);
  });

  it("takes out one tag and changes nothing else", () => {
    let edited = 0;
    fc.assert(
      fc.property(noteText, fc.nat(5), (text, pick) => {
        const before = readFrontMatter(text);
        const tags = readTags(before);
        const name = tags[pick % Math.max(1, tags.length)];
        if (name === undefined) return;
        const result = removeTag(text, name);
        if (!result.ok) return;
        edited++;
        const after = applyEdits(text, result.edits);
        expectContained(text, result.edits);
        expectReadable(after);
        expect(readTags(readFrontMatter(after))).toEqual(tags.filter((other) => other !== name));
        expect(bodyAfter(after, before)).toBe(text.slice(before.bodyStart));
      }),
      { numRuns: 3000 },
    );
    expect(edited).toBeGreaterThan(1500);
  });
});

describe("any text", () => {
  const operations = [
    (text: string) => addTag(text, "x y"),
    (text: string) => removeTag(text, "x"),
    (text: string) => setField(text, "title", "b: c"),
    (text: string) => setField(text, "title", "2025-05-01", "literal"),
    (text: string) => removeField(text, "title"),
  ];

  it("is edited inside its front matter only, or refused; nothing throws", () => {
    fc.assert(
      fc.property(fc.oneof(garbage, noteText, fc.string({ unit: "binary" })), (text) => {
        const body = text.slice(readFrontMatter(text).bodyStart);
        for (const operation of operations) {
          const result = operation(text);
          if (!result.ok) continue;
          expectContained(text, result.edits);
          expect(applyEdits(text, result.edits).endsWith(body)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
