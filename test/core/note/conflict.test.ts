import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConflict } from "../../../src/core/note/conflict.ts";
import { noteOf } from "../../support/notebook.ts";

const HEAD = "---\ntitle: 오늘의 토막글 110\ndate: 2025-05-01 22:00:00 +0900\ntags: [경제]\n---\n\n";
const CONFLICT = "<<<<<<< HEAD\n- 이쪽\n=======\n- 저쪽\n>>>>>>> other\n";

describe("findConflict", () => {
  it("takes the side of ours and says where the first mark is", () => {
    expect(findConflict(`- 가\n${CONFLICT}- 나\n${CONFLICT}`)).toEqual({
      line: 2,
      ours: "- 가\n- 이쪽\n- 나\n- 이쪽\n",
    });
  });

  it("leaves out what both came from (diff3), and reads CRLF", () => {
    const text = "<<<<<<< HEAD\n- 이쪽\n||||||| 1234567\n- 처음\n=======\n- 저쪽\n>>>>>>> other\n";
    expect(findConflict(text)?.ours).toBe("- 이쪽\n");
    expect(findConflict(text.replaceAll("\n", "\r\n"))?.ours).toBe("- 이쪽\r\n");
  });

  it.each([
    ["an example in a fence", `\`\`\`\n${CONFLICT}\`\`\`\n`],
    ["an underlined heading", "제목\n=======\n\n- 글\n"],
    ["marks without their end", "<<<<<<< HEAD\n- 글\n=======\n"],
    ["marks in another order", ">>>>>>> a\n=======\n<<<<<<< b\n"],
    ["quoted marks", CONFLICT.replace(/^/gm, "> ")],
    ["longer rows", CONFLICT.replaceAll("<<<<<<<", "<<<<<<<<")],
  ])("sees none in %s", (_, text) => {
    expect(findConflict(text)).toBeUndefined();
  });

  it("keeps every line of the text around it and of ours", () => {
    const lines = fc.array(fc.constantFrom("- 글", "", "# 제목", "~", "a"), { maxLength: 5 });
    fc.assert(
      fc.property(lines, lines, lines, lines, (before, ours, theirs, after) => {
        const text = (some: readonly string[]): string => some.map((line) => `${line}\n`).join("");
        const conflict = `<<<<<<< a\n${text(ours)}=======\n${text(theirs)}>>>>>>> b\n`;
        expect(findConflict(text(before) + conflict + text(after))).toEqual({
          line: before.length + 1,
          ours: text([...before, ...ours, ...after]),
        });
      }),
    );
  });
});

describe("a note in which git left a conflict", () => {
  it("is known by one side and marked", () => {
    const title = "<<<<<<< HEAD\ntitle: 오늘의 토막글 110\n=======\ntitle: 오늘의 토막글 111\n>>>>>>> other\n";
    const note = noteOf("토막글/2025-05-01-토막글-110.md", HEAD.replace("title: 오늘의 토막글 110\n", title));
    expect(note).toMatchObject({
      ...{ kind: "tomak", number: 110, title: "오늘의 토막글 110", tags: ["경제"] },
      problem: { reason: "conflict", line: 2 },
    });
    expect(noteOf("글.md", HEAD + CONFLICT)).toMatchObject({ excerpt: "- 이쪽", problem: { line: 7 } });
  });

  it("is one note, even where it is a diary", () => {
    const diary = "# 일기\n\n## 2025-05-01\n\n- 하나\n\n## 2025-05-02\n\n- 둘\n\n## 2025-05-03\n\n- 셋\n";
    expect(noteOf("일기/2025.md", diary + CONFLICT).problem).toEqual({ reason: "conflict", line: 14 });
  });
});
