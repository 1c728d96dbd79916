import { describe, expect, it } from "vitest";
import { parseStatus } from "../../../src/core/publish/git/status.ts";

const A = "a".repeat(40);
const NONE = "0".repeat(40);
const line = (xy: string, blob: string, path: string): string =>
  `1 ${xy} N... 100644 100644 100644 ${blob} ${A} ${path}`;

describe("parseStatus", () => {
  it("reads what git writes, names with spaces and line breaks too", () => {
    const text = [
      line(".M", A, "고친 글.md"),
      line("A.", NONE, "스테이징한\n새 글.md"),
      line("MM", A, "일부.md"),
      line(".D", A, "지운.md"),
      line("AD", NONE, "왔다 간.md"),
      `u UU N... 100644 100644 100644 100644 ${A} ${A} ${A} 충돌.md`,
      "? 새 글.md",
      "? \uFFFD.md",
      "",
    ].join("\0");
    expect(parseStatus(text)).toEqual({
      changes: [
        { path: "고친 글.md", kind: "changed", isUntracked: false, isPartlyStaged: false, committed: A },
        { path: "스테이징한\n새 글.md", kind: "added", isUntracked: false, isPartlyStaged: false },
        { path: "일부.md", kind: "changed", isUntracked: false, isPartlyStaged: true, committed: A },
        { path: "지운.md", kind: "deleted", isUntracked: false, isPartlyStaged: false, committed: A },
        { path: "새 글.md", kind: "added", isUntracked: true, isPartlyStaged: false },
      ],
      unmerged: ["충돌.md"],
    });
  });

  it("takes a file that git was told to let go for one that was changed in part", () => {
    const text = [line("D.", A, "글.md"), "? 글.md", ""].join("\0");
    expect(parseStatus(text).changes).toEqual([
      { path: "글.md", kind: "changed", isUntracked: false, isPartlyStaged: true, committed: A },
    ]);
  });
});
