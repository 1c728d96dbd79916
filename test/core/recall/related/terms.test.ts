import { describe, expect, it } from "vitest";
import { hasTerm, termsOf } from "../../../../src/core/recall/related/terms.ts";

const keys = (text: string): readonly string[] => [...termsOf(text).keys()];

describe("termsOf", () => {
  it("finds stems of Hangul and Latin identifiers as they are", () => {
    expect(keys("Redis에서 만료된 키를 지우는 TTL, max.poll.interval.ms와 C++의 unordered_map")).toEqual([
      ...["redis", "만료", "키를", "지우", "ttl", "max.poll.interval.ms", "c++", "unordered_map"],
    ]);
  });

  it("counts spellings of one word together and shows the first", () => {
    expect(termsOf("Kafka와 KAFKA, 카프카는 카프카를").get("kafka")).toEqual({
      key: "kafka",
      shown: "Kafka",
      count: 2,
    });
    expect(termsOf("Kafka와 KAFKA, 카프카는 카프카를").get("카프카")?.count).toBe(2);
  });

  it("reads what is written in letters (NFD) as what is composed", () => {
    expect(keys("트랜잭션을".normalize("NFD"))).toEqual(["트랜잭션"]);
  });

  it("leaves out what every note says, numbers, single letters and what is no word", () => {
    expect(keys(`그리고 오늘 2025 3 a 키 있는 것이 the ${"x".repeat(41)}`)).toEqual([]);
  });

  it("takes a time that grows with the text alone", () => {
    expect(termsOf("a.".repeat(100_000)).size).toBe(0);
    expect(termsOf("가".repeat(100_000)).size).toBe(0);
    expect(termsOf("a_-.".repeat(50_000)).size).toBe(0);
  });
});

describe("hasTerm", () => {
  it("finds a word of Hangul at the beginning of a longer one, a Latin word only as it is", () => {
    const terms = termsOf("만료키 삭제와 Google");
    expect(["만료", "만료키", "삭제", "google"].filter((key) => hasTerm(terms, key))).toHaveLength(4);
    expect(["료키", "go", "제와"].filter((key) => hasTerm(terms, key))).toEqual([]);
  });
});
