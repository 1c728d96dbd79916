import { describe, expect, it } from "vitest";
import { kindOf } from "../../../src/core/note/kind.ts";

const kind = (
  path: string,
  { title = "제목", number, words = [] }: { title?: string; number?: number; words?: string[] },
) => kindOf({ path, title, number, words });

describe("a note's kind", () => {
  it.each([
    ["a.md", { words: ["토막글"] }, "tomak"],
    ["a.md", { words: ["토막글".normalize("NFD")] }, "tomak"],
    ["a.md", { words: ["Today-I-Learned"] }, "til"],
    ["a.md", { words: ["retrospect"] }, "retro"],
    ["TIL/a.md", { words: ["개발", "책"] }, "book"],
    ["TIL/a.md", { words: ["session"], number: 3 }, "session"],
    ["a.md", { number: 95 }, "tomak"],
    ["TIL/a.md", { number: 95 }, "tomak"],
    ["토막글/2025/05/a.md", {}, "tomak"],
    ["토막글/2025/05/a.md".normalize("NFD"), {}, "tomak"],
    ["til/TIL-정리/a.md", {}, "til"],
    ["책/세션/a.md", {}, "session"],
    ["_posts/a.md", {}, "post"],
    ["_posts/a.md", { title: "2025년 5월 회고" }, "retro"],
    ["_posts/a.md", { words: ["글"] }, "post"],
    ["a.md", { title: "5월 회고" }, "retro"],
    ["a.md", { title: "2025 상반기 회고" }, "retro"],
    ["a.md", { title: "2023 회고" }, "retro"],
    ["a.md", { title: "스프린트 회고 하는 법" }, "note"],
    ["a.md", { words: ["개발"] }, "note"],
    ["README.md", {}, "note"],
  ])("%s %j is %s", (path, evidence, expected) => {
    expect(kind(path, evidence)).toBe(expected);
  });
});
