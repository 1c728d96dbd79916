import { describe, expect, it } from "vitest";
import { tomakTitleOf } from "../../../src/core/note/tomakTitle.ts";

const usual = tomakTitleOf("오늘의 토막글 {{ number }}");

describe("numberIn", () => {
  it.each([
    ["오늘의 토막글 95", 95],
    ["오늘의토막글95", 95],
    ["오늘의 토막글 #7", 7],
    ["오늘의 토막글 95 (비)", 95],
    ["오늘의 토막글 95".normalize("NFD"), 95],
    ["  오늘의 토막글 095", 95],
    ["오늘의 토막글", undefined],
    ["어제와 오늘의 토막글 95", undefined],
    ["오늘의 토막글 1234567", undefined],
    ["토막글 95", undefined],
  ])("%s: %s", (title, number) => {
    expect(usual.numberIn(title)).toBe(number);
  });

  it.each([
    ["{{ number }}번째 토막", "12번째 토막", 12],
    ["[토막] {{number}}", "[토막] 12", 12],
    ["토막 (#{{- number -}})", "토막 (#12)", 12],
    ["2025 토막글 {{ number }}호", "2025 토막글 3호", 3],
    ["토막.* {{ number }}", "토막글 12", undefined],
    // What older notes are called goes on to count.
    ["[토막] {{number}}", "오늘의 토막글 95", 95],
    ["토막", "토막 12", undefined],
  ])("of %s in %s: %s", (pattern, title, number) => {
    expect(tomakTitleOf(pattern).numberIn(title)).toBe(number);
  });
});

describe("numbersIn", () => {
  it("reads titles in every markup of a retro post", () => {
    const post = [
      "**오늘의 토막글 1**",
      "__오늘의 토막글 2__",
      "### 오늘의 토막글 3",
      "오늘의 토막글 4",
      "**[오늘의 토막글 5](https://a.kr/5)**",
      "[**오늘의 토막글 6**](https://a.kr/6)",
      "[오늘의 토막글 7](https://a.kr/7)",
      "## **오늘의 토막글 8**",
      "  오늘의 토막글 9 ",
      "오늘의 토막글 10".normalize("NFD"),
    ];
    expect(usual.numbersIn(post.join("\r\n"))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("takes no sentence for a title", () => {
    const post = [
      "오늘의 토막글 1000개를 채우고 싶다.",
      "- 오늘의 토막글 900까지 쓰기",
      "* 오늘의 토막글 800",
      "어제 쓴 오늘의 토막글 700",
    ];
    expect(usual.numbersIn(post.join("\n"))).toEqual([]);
  });

  it("reads titles of the notebook's own pattern", () => {
    expect(tomakTitleOf("[토막] {{ number }}호").numbersIn("**[토막] 3호**\n[토막] 4호\n### [토막] 5호: 비")).toEqual([
      3, 4, 5,
    ]);
  });
});

describe("digitsIn", () => {
  it.each([
    ["오늘의 토막글 95 (5월)", 8, "95"],
    ["  오늘의 토막글 #007", 11, "007"],
    ["오늘의 토막글 95".normalize("NFD"), 17, "95"],
    ["오늘의 토막글", undefined, undefined],
  ])("%s: %s", (title, start, digits) => {
    const found = usual.digitsIn(title);
    expect(found?.start).toBe(start);
    expect(found && title.slice(found.start, found.end)).toBe(digits);
  });

  it("finds the number among the other digits of the notebook's own pattern", () => {
    expect(tomakTitleOf("2025 토막2{{ number }}호").digitsIn("2025 토막212호 3")).toEqual({ start: 8, end: 10 });
  });
});
