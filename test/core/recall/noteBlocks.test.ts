import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, noteBlocks, type Span } from "../../../src/core/recall/noteBlocks.ts";
import { parseMarkdown } from "../../../src/markdown.ts";

const blocksOf = (text: string): readonly Block[] => noteBlocks(text, parseMarkdown).blocks;
const plain = (text: string): Span => ({ text, marks: [] });

/** All that is shown of a note, in order. */
function words(blocks: readonly Block[]): string {
  return blocks.map(wordsOf).join("\n");
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.spans.map(({ text }) => text).join("");
    case "code":
      return block.text;
    case "list":
      return block.items.map(words).join("\n");
    case "quote":
      return words(block.blocks);
    case "table":
      return block.rows.flatMap((row) => row.map((spans) => spans.map(({ text }) => text).join(""))).join(" ");
    case "rule":
      return "";
  }
}

describe("a note as it is shown beside an answer", () => {
  it("has its headings, lists, code, quotes and tables", () => {
    expect(blocksOf("## 둘\n\n- 하나\n  1. 속\n- 둘\n\n3. 셋\n\n> 옮김\n\n---\n\n```js\na < b\n```\n")).toEqual([
      { type: "heading", level: 2, spans: [plain("둘")] },
      {
        type: "list",
        items: [
          [
            { type: "paragraph", spans: [plain("하나")] },
            { type: "list", start: 1, items: [[{ type: "paragraph", spans: [plain("속")] }]] },
          ],
          [{ type: "paragraph", spans: [plain("둘")] }],
        ],
      },
      { type: "list", start: 3, items: [[{ type: "paragraph", spans: [plain("셋")] }]] },
      { type: "quote", blocks: [{ type: "paragraph", spans: [plain("옮김")] }] },
      { type: "rule" },
      { type: "code", text: "a < b" },
    ]);
    expect(blocksOf("| 가 | 나 |\n| --- | --- |\n| `1` | 2 |\n")).toEqual([
      {
        type: "table",
        rows: [
          [[plain("가")], [plain("나")]],
          [[{ text: "1", marks: ["code"] }], [plain("2")]],
        ],
      },
    ]);
  });

  it("shows links and images as their words, HTML as it is written, and lines as lines", () => {
    expect(blocksOf("**굵은 *글* [링크](https://x.y)**\n둘째 줄 ![그림](a.png) <b>표시</b>")).toEqual([
      {
        type: "paragraph",
        spans: [
          { text: "굵은 ", marks: ["strong"] },
          { text: "글", marks: ["strong", "em"] },
          { text: " ", marks: ["strong"] },
          { text: "링크", marks: ["strong", "link"] },
          plain("\n"),
          plain("둘째 줄 "),
          plain("그림"),
          plain(" "),
          plain("<b>"),
          plain("표시"),
          plain("</b>"),
        ],
      },
    ]);
    expect(blocksOf("<script>alert(1)</script>\n")).toEqual([{ type: "code", text: "<script>alert(1)</script>" }]);
  });

  it("ends a long note after a line", () => {
    const { blocks, isCut } = noteBlocks("- 한 줄입니다\n".repeat(8_000), parseMarkdown);
    expect(isCut).toBe(true);
    expect(words(blocks)).toMatch(/한 줄입니다$/);
    expect(noteBlocks("가".repeat(50_000), parseMarkdown).isCut).toBe(true);
    expect(noteBlocks("- 짧다", parseMarkdown).isCut).toBe(false);
  });

  it("shows every word of a note", () => {
    const word = fc.constantFrom(
      "가나",
      "`코드`",
      "**굵게**",
      "[글](b)",
      "_기울임_",
      "~~지움~~",
      "http://a.b",
      "<i>",
      "&amp;",
    );
    const line = fc
      .tuple(fc.constantFrom("", "- ", "1. ", "> ", "# ", "    ", "| "), fc.array(word, { minLength: 1, maxLength: 4 }))
      .map(([mark, parts]) => mark + parts.join(" "));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const shown = words(blocksOf(lines.join("\n")));
        for (const plainWord of ["가나", "코드", "굵게", "글", "기울임", "지움"]) {
          const count = (text: string): number => text.split(plainWord).length - 1;
          expect(count(shown), plainWord).toBe(count(lines.join("\n")));
        }
      }),
    );
  });
});
