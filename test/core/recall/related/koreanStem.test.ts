import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { koreanStem } from "../../../../src/core/recall/related/koreanStem.ts";

describe("koreanStem", () => {
  it.each([
    ...[
      ["캐시는", "캐시"],
      ["캐시를", "캐시"],
      ["캐시에서", "캐시"],
      ["캐시로", "캐시"],
      ["캐시와의", "캐시"],
    ],
    ...[
      ["객체를", "객체"],
      ["객체들을", "객체"],
      ["객체들", "객체"],
      ["격리수준으로", "격리수준"],
      ["동시성이란", "동시성"],
    ],
    ...[
      ["서블릿은", "서블릿"],
      ["파일로", "파일"],
      ["인덱스까지", "인덱스"],
      ["트랜잭션마다", "트랜잭션"],
    ],
  ])("takes the particle off %s", (word, stem) => {
    expect(koreanStem(word)).toBe(stem);
  });

  it.each([
    ...[
      ["만료된", "만료"],
      ["만료되는", "만료"],
      ["삭제하는", "삭제"],
      ["삭제했습니다", "삭제"],
      ["조회할", "조회"],
    ],
    ...[
      ["목적입니다", "목적"],
      ["실행해야", "실행"],
    ],
  ])("takes the ending off %s", (word, stem) => {
    expect(koreanStem(word)).toBe(stem);
  });

  it.each([
    ...["만료", "평가", "정의", "결과", "차이", "권한", "제한", "이해", "경로", "객체"],
    // The sound before does not call for that particle.
    ...["트라이", "메모리", "쿠키", "컨슈머"],
    ...["난이도", "복잡도"],
  ])("leaves %s", (word) => {
    expect(koreanStem(word)).toBe(word);
  });

  it("leaves a beginning of the word, of two syllables at least", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣]{1,12}$/), (word) => {
        const stem = koreanStem(word);
        expect(word.startsWith(stem)).toBe(true);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
    );
  });
});
