import { describe, expect, it } from "vitest";
import { headingNumbers, nextHeadingNumber } from "../../../../src/core/post/series/headingNumbers.ts";

describe("headingNumbers", () => {
  it.each([
    ["## 46. 하나\n\n### 46.1 배경\n\n## 47. 둘\n", { first: 46, last: 47, marks: "##", after: ".", below: "###" }],
    ["## **7. 하나**\n\n### **7.1 배경**\n", { first: 7, last: 7, marks: "##", after: ".", below: "###" }],
    ["# 3) 하나\r\n\r\n# 4) 둘\r\n", { first: 3, last: 4, marks: "#", after: ")", below: undefined }],
    ["## 5장 함수\n\n## 6장 객체\n", { first: 5, last: 6, marks: "##", after: "장", below: undefined }],
    ["## 1. 하나\n\n### 1. 속\n\n### 9. 속\n", { first: 1, last: 1, marks: "##", after: ".", below: undefined }],
  ])("of %j", (body, numbers) => {
    expect(headingNumbers(body)).toEqual(numbers);
  });

  it.each(["글\n", "## 2024 회고\n", "```\n## 3. 주석\n```\n", "1. 목록\n", "## 제목 1.\n"])("none in %j", (body) => {
    expect(headingNumbers(body)).toBeUndefined();
  });
});

describe("nextHeadingNumber", () => {
  const post = (first: number, last: number) => headingNumbers(`## ${first}. 처음\n\n## ${last}. 끝\n`);

  it("goes on where the posts number on", () => {
    expect(nextHeadingNumber([post(31, 45), post(46, 60)])).toBe(61);
    expect(nextHeadingNumber([post(46, 60)])).toBe(61);
    expect(nextHeadingNumber([post(1, 15), undefined, post(16, 20)])).toBe(21);
  });

  it("begins anew where each post does", () => {
    expect(nextHeadingNumber([post(1, 5), post(1, 7)])).toBe(1);
    expect(nextHeadingNumber([post(1, 5)])).toBe(1);
  });

  it("has nothing to say where headings are not numbered", () => {
    expect(nextHeadingNumber([undefined])).toBeUndefined();
    expect(nextHeadingNumber([])).toBeUndefined();
  });
});
