import { describe, expect, it } from "vitest";
import { proseOf } from "../../../src/core/note/prose.ts";
import { countCharacters } from "../../../src/core/text/countCharacters.ts";

describe("countCharacters", () => {
  it.each([
    ["", 0],
    ["  \n\t　", 0],
    ["한글 이름", 4],
    ["한글".normalize("NFD"), 2],
    ["ㅋㅋㅋ", 3],
    ["가나 abc 12.", 8],
    ["cafe\u0301", 4],
    ["q\u0301", 1],
    ["😀", 1],
    ["👍🏽", 1],
    ["👩‍👩‍👧", 1],
    ["❤️", 1],
    ["1️⃣", 1],
    // Old Hangul, which has no composed form: an initial, a vowel and a final.
    ["\u1112\u119E\u11AB", 1],
    ["끝\u200B", 1],
  ])("counts %j as %i", (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe("the words of a body", () => {
  it.each([
    ["- 하나\n  - 둘\n1. 셋\n\n## 넷\n> 다섯", 7],
    ["앞\n```js\nconst a = 1;\n```\n뒤", 2],
    ["앞\n~~~\n열린 울타리", 1],
    ["앞 <!-- 안 보임 --> 뒤 <!-- 끝까지", 2],
    ["[링크](https://a.kr/b) ![그림](a.png) https://b.kr", 4],
    ["**굵게** `코드`", 4],
    ["C++ 2 > 1 a-b", 9],
  ])("of %j are %i characters", (body, count) => {
    expect(countCharacters(proseOf(body))).toBe(count);
  });

  it.each(["- ", "> ", "<!--", "[", "](", "[a](", "`", "1. ", "https://"])(
    "come to an end in a text made to be slow of %j",
    (part) => {
      const hostile = part.repeat(50_000);
      expect(countCharacters(`${proseOf(hostile)}\n끝`)).toBeGreaterThan(0);
    },
  );
});
