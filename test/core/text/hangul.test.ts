import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexOfHangul, initialOf, searchable } from "../../../src/core/text/hangul.ts";

const find = (text: string, query: string): number => indexOfHangul(searchable(text), searchable(query));

/** Any text of Hangul syllables. */
const syllables = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 8,
});

describe("초성", () => {
  it.each([
    ["토막글", "ㅌㅁㄱ", 0],
    ["오늘의 토막글", "ㅌㅁㄱ", 4],
    ["토막글", "ㅌㅁㄴ", -1],
    ["뽀로로", "ㅃㄹ", 0],
    ["뽀로로", "ㅂㄹ", -1],
    ["토막글 95", "ㅌㅁㄱ 9", 0],
    ["Redis 만료키", "redis ㅁㄹ", 0],
    ["토막글", "토ㅁ글", 0],
    ["토막글", "토막ㄱ", 0],
  ])("%s has %s at %d", (text, query, at) => {
    expect(find(text, query)).toBe(at);
  });

  it.each([
    ["검색", "ㄳ"],
    ["방식", "ㅂㅅ"],
    ["방식", "ㅄ"],
    ["나중", "ㄵ"],
    ["로그 형식", "ㄹㄱ ㅎㅅ"],
    ["감사 ㄳ", "ㄳ"],
  ])("%s is found by %s, which an input method may have joined", (text, query) => {
    expect(find(text, query)).toBeGreaterThanOrEqual(0);
  });

  it("finds every text by its initials and by its first ones", () => {
    fc.assert(
      fc.property(syllables, fc.nat(), (text, cut) => {
        const initials = [...text].map((syllable) => initialOf(syllable) ?? "").join("");
        const start = indexOfHangul(text, initials.slice(0, 1 + (cut % text.length)));
        expect(start).toBe(0);
      }),
    );
  });

  it("has none for what is no syllable", () => {
    expect(["a", "ㄱ", "", " ", "한".normalize("NFD")].map(initialOf)).toEqual(Array(5).fill(undefined));
  });
});

describe("a syllable being composed", () => {
  it.each([
    ["토막글", "토마"],
    ["토막글", "토막ㄱ"],
    ["토막글", "토막그"],
    ["마구", "막"],
    ["갑시다", "값"],
    ["값", "값"],
    ["값", "갑"],
    ["닭", "달"],
    ["달기", "닭"],
    ["읽기", "일"],
    ["앉아", "안"],
    ["하나", "한"],
    ["각시", "갃"],
    ["가까", "갂"],
    ["있다", "이"],
    ["이쑤시개", "있"],
  ])("%s is found while %s is typed", (text, query) => {
    expect(find(text, query)).toBe(0);
  });

  it.each([
    ["토막글", "토머"],
    ["마두", "막"],
    ["갑사", "갃"],
    ["값", "갓"],
    ["마구", "막상"],
    ["토막", "토막글"],
  ])("%s is not found by %s", (text, query) => {
    expect(find(text, query)).toBe(-1);
  });

  it("counts only for the last syllable", () => {
    expect(find("마구간", "막간")).toBe(-1);
    expect(find("값비싼", "갑비")).toBe(-1);
  });

  it("finds every text by itself and by any part of it", () => {
    fc.assert(
      fc.property(syllables, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % text.length));
        const at = indexOfHangul(text, part);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(start);
      }),
    );
  });
});

describe("spelling", () => {
  it("does not matter in normalisation and letter case", () => {
    expect(find("토막글".normalize("NFD"), "막글")).toBe(1);
    expect(find("토막글", "막글".normalize("NFD"))).toBe(1);
    expect(find("Kafka 리밸런싱", "KAFKA ㄹㅂ")).toBe(0);
  });

  it("finds the empty query everywhere and nothing in the empty text", () => {
    expect(find("글", "")).toBe(0);
    expect(find("", "")).toBe(0);
    expect(find("", "ㄱ")).toBe(-1);
  });
});
