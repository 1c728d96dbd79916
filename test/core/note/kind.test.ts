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
    ["a.md", { title: "24년 1월 회고" }, "retro"],
    ["a.md", { title: "'24년 상반기 회고" }, "retro"],
    ["a.md", { title: "10년 회고" }, "note"],
    ["a.md", { title: "휴학생의 2022년 회고록" }, "retro"],
    ["a.md", { title: "개발자 2년 차의 2022년 회고" }, "retro"],
    ["a.md", { title: "나의 2021년 상반기 회고" }, "retro"],
    ["a.md", { title: "2021년 8월 2주차 회고록" }, "retro"],
    ["a.md", { title: "8월 1주차 회고" }, "retro"],
    ["a.md", { title: "8월 1주차 정리" }, "note"],
    ["a.md", { title: "3주차 회고" }, "note"],
    ["a.md", { title: "스프린트 회고 하는 법" }, "note"],
    ["a.md", { words: ["개발"] }, "note"],
    ["README.md", { title: "TIL" }, "note"],
    ["Books/객체/1장.md", {}, "book"],
    ["03_책/1장.md", {}, "book"],
    ["Book-Review/a.md", {}, "book"],
    ["content/blog/a.md", {}, "post"],
    ["today_i_learned/a.md", {}, "til"],
    ["2022/10/TIL1018 캐시.md", {}, "til"],
    ["220105_TIL.md", {}, "til"],
    ["gradle/bom.md", { title: "[TIL] 버전 맞추기" }, "til"],
    ["_posts/a.md", { title: "TIL 2025-05-01" }, "post"],
    ["a.md", { title: "TIL을 쓰는 까닭" }, "note"],
    ["utils.md", { title: "UTIL 함수" }, "note"],
    ["12-회고/a.md", {}, "retro"],
  ])("%s %j is %s", (path, evidence, expected) => {
    expect(kind(path, evidence)).toBe(expected);
  });
});
