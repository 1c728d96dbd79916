import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBaseFile, writeBaseFile } from "../../../../src/core/retro/merge/baseFile.ts";
import type { GeneratedDraft } from "../../../../src/core/retro/merge/generatedDraft.ts";

const draft: GeneratedDraft = {
  lines: ["---", "title: 2025년 5월 회고", "---", "", "노트 1편", "", "**오늘의 토막글 95**", "", "- 하나", ""],
  entries: [{ note: "토막글/2025/05/2025-05-01-토막글-95.md", start: 6, end: 9 }],
  numbersLine: 4,
};

describe("what was generated last, kept as a file", () => {
  it("is readable: the notes and their lines, then the draft", () => {
    expect(writeBaseFile(draft)).toBe(`---
# 토막노트가 마지막으로 만든 회고입니다. 다시 만들 때 손으로 고친 곳을 알아보는 데 씁니다.
numbers: 5
entries:
  - 7-9 토막글/2025/05/2025-05-01-토막글-95.md
---
---
title: 2025년 5월 회고
---

노트 1편

**오늘의 토막글 95**

- 하나
`);
  });

  it("is read back as it was, with the line ends of any system", () => {
    expect(readBaseFile(writeBaseFile(draft))).toEqual(draft);
    expect(readBaseFile(writeBaseFile(draft).replaceAll("\n", "\r\n"))).toEqual(draft);
  });

  it.each([
    ["empty", ""],
    ["no rule", "title: x\n"],
    ["cut off in the list", "---\nentries:\n  - 7-9 a.md\n"],
    ["a merge conflict of git", "---\nentries:\n<<<<<<< HEAD\n  - 1-2 a.md\n---\n**a**\n\n"],
    ["lines that are not there", "---\nentries:\n  - 7-9 a.md\n---\n하나\n"],
    ["entries that overlap", "---\nentries:\n  - 1-2 a.md\n  - 2-3 b.md\n---\n하나\n둘\n셋\n"],
    ["numbers out of the draft", "---\nnumbers: 9\nentries: []\n---\n하나\n"],
  ])("is taken for none when it is damaged: %s", (_, text) => {
    expect(readBaseFile(text)).toBeUndefined();
  });

  it("never throws, whatever the file holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => void readBaseFile(`---\n${text}`)),
      { numRuns: 2000 },
    );
  });
});
