import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFrontMatter } from "../../../../src/core/note/frontMatter/find.ts";
import { readYaml } from "../../../../src/core/note/frontMatter/read.ts";
import { scanYaml } from "../../../../src/core/note/frontMatter/scan.ts";
import { toPlain } from "./toPlain.ts";

/** Pieces that YAML treats in ways of its own, joined at random: most are near misses of a common form. */
const piece = fc.constantFrom(
  ..."a|b c|가|각|x y|1|007|1.10|true|yes|null|~|2025-05-01|: |:|#| #|# |-|- |,|, |[|]|[]|{|}|'|\"|''|\\|&|*|!|>|?|%|@|`|<% x %>|{{ y }}|  |\u00a0|\u3000|\t|https://x.y|C#".split(
    "|",
  ),
  "|",
  " ",
);
const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
const tame = fc.constantFrom("a", "b c", "가나", "007", "null", "~", "'q, r'", '"s: t"', "u#v", "it's", "");
const key = fc.constantFrom(
  "title",
  "date",
  "tags",
  "태그",
  "a b",
  "layout  ",
  "x.y",
  "1",
  "null",
  "a:b",
  '"q"',
  "-k",
  "__proto__",
);
const comment = fc.constantFrom("", "", " # c", " #c", "#c", "  ");
const anyText = fc.oneof(
  value,
  tame,
  fc.array(tame, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
);
const indent = fc.constantFrom("", " ", "  ", "    ");

const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, anyText, comment).map(([name, text, end]) => `${name}: ${text}${end}`) },
  { weight: 3, arbitrary: fc.tuple(key, comment).map(([name, end]) => `${name}:${end}`) },
  { weight: 4, arbitrary: fc.tuple(indent, anyText, comment).map(([lead, text, end]) => `${lead}- ${text}${end}`) },
  { weight: 2, arbitrary: fc.tuple(indent, key, anyText).map(([lead, name, text]) => `${lead}${name}: ${text}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(indent, fc.constantFrom("", "# c", "-", "]", "text", "...", "%a")).map((p) => p.join("")),
  },
);
const eol = fc.constantFrom("\n", "\r\n", "\r");
const yamlBlock = fc.tuple(fc.array(line, { maxLength: 6 }), eol).map(([lines, end]) => [...lines, ""].join(end));

/** A block that is mostly in the forms the scanner knows. */
const tameBlock = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("title", "date", "tags", "태그", "a b", "layout  ", "x.y"), { minLength: 1 }),
    fc.array(
      fc.oneof(
        tame.map((text) => ` ${text}`),
        fc
          .array(
            tame.filter((text) => text !== ""),
            { maxLength: 3 },
          )
          .map((items) => ` [${items.join(", ")}]`),
        fc
          .tuple(indent, fc.array(fc.tuple(tame, comment), { minLength: 1, maxLength: 3 }))
          .map(([lead, items]) => ["", ...items.map(([text, end]) => `${lead}- ${text}${end}`)].join("\n")),
        fc
          .array(tame, { minLength: 1, maxLength: 3 })
          .map((items) => ["", ...items.map((t, i) => `  k${i}: ${t}`)].join("\n")),
      ),
      { minLength: 7, maxLength: 7 },
    ),
    eol,
  )
  .map(([keys, values, end]) => `${keys.map((name, i) => `${name}:${values[i]}\n`).join("")}`.replaceAll("\n", end));

describe("the scanner and the parser", () => {
  it.each([
    ["tame", tameBlock, 2000, 1000],
    ["hostile", yamlBlock, 5000, 100],
  ])("agree on every %s block that the scanner reads", (_, arbitrary, numRuns, fewest) => {
    let scannedRuns = 0;
    fc.assert(
      fc.property(arbitrary, (content) => {
        const text = `---\n${content}---\nbody`;
        const scanned = scanYaml(text, 4, 4 + content.length);
        if (scanned === undefined) return;
        scannedRuns++;
        const block = {
          format: "yaml",
          start: 0,
          contentStart: 4,
          contentEnd: 4 + content.length,
          end: text.length,
          eol: "\n",
        } as const;
        const parsed = readYaml(text, block);
        expect(parsed.problem).toBeUndefined();
        expect(toPlain(parsed.data)).toEqual(toPlain(scanned));
      }),
      { numRuns },
    );
    // The property would hold for a scanner that reads nothing.
    expect(scannedRuns).toBeGreaterThan(fewest);
  });

  it("find blocks only where the text begins with a fence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (findFrontMatter(text) !== undefined) expect(text).toMatch(/^\ufeff?(?:---|\+\+\+)/);
      }),
    );
  });
});
