import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClozePart, leaveOut, putBack, shownParticle } from "../../../../src/core/recall/question/blank.ts";

const shown = (parts: readonly ClozePart[]): string =>
  parts.map((part) => (typeof part === "string" ? part : `____${shownParticle(part)}`)).join("");

describe("a sentence with a term left out", () => {
  it.each([
    ["인덱스를 쓴다", "인덱스", "____을(를) 쓴다"],
    ["색인을 쓴다", "색인", "____을(를) 쓴다"],
    ["Kafka는 느리고 Kafka가 멈춘다", "Kafka", "____은(는) 느리고 ____이(가) 멈춘다"],
    ["컨슈머와 프로듀서", "컨슈머", "____와(과) 프로듀서"],
    ["gRPC로 부른다", "gRPC", "____(으)로 부른다"],
    ["스트림으로 읽는다", "스트림", "____(으)로 읽는다"],
    ["락이라는 것과 큐라는 것", "락", "____(이)라는 것과 큐라는 것"],
    ["락이라는 것과 큐라는 것", "큐", "락이라는 것과 ____(이)라는 것"],
    ["ETag나 Last-Modified", "ETag", "____(이)나 Last-Modified"],
    ["트랜잭션이란 무엇인가", "트랜잭션", "____(이)란 무엇인가"],
    ["ETag나중에", "ETag", "____나중에"],
    // These do not change with what is before them.
    ["커널에서 도는 커널의 일", "커널", "____에서 도는 ____의 일"],
    // What only begins like a particle is none.
    ["커널이다", "커널", "____이다"],
    ["커널로부터", "커널", "____로부터"],
    ["GCP의 GC", "GC", "GCP의 ____"],
    ["gc_log와 gc", "gc", "gc_log와 ____"],
    ["커버링 인덱스와 인덱스", "인덱스", "커버링 ____와(과) ____"],
    ["없는 말", "락", "없는 말"],
  ])("%s without %s is %s", (sentence, term, result) => {
    expect(shown(leaveOut(sentence, term))).toBe(result);
    expect(putBack(leaveOut(sentence, term))).toBe(sentence);
  });

  it("is the sentence again with the terms put back, and has the term nowhere but within other words", () => {
    const word = fc.oneof(
      fc.constantFrom("락", "인덱스", "GC", "g", "은", "는", "이", "가", "으로", " ", ".", "____", "를", "**"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    const sentence = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
    fc.assert(
      fc.property(sentence, word, (text, term) => {
        const parts = leaveOut(text, term);
        expect(putBack(parts)).toBe(text);
        if (!/^\w|\w$/.test(term) && term !== "")
          for (const part of parts) if (typeof part === "string") expect(part.includes(term)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
