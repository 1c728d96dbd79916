import { describe, expect, it } from "vitest";
import { tagSpellings } from "../../../src/core/notebook/tagSpellings.ts";

/** The suggestions for tags written as `tag` or `tag:count`. */
const suggested = (...tags: readonly string[]): readonly string[] =>
  tagSpellings(
    tags.map((written) => {
      const [tag = "", count = "1"] = written.split(":");
      return { tag, count: Number(count) };
    }),
  ).map(({ reason, tags: members }) => `${reason}: ${members.map(({ tag }) => tag).join(" ")}`);

describe("spellings of one tag", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["letter case, most used first", ["K8S", "k8s:3"], ["case: k8s K8S"]],
    [
      "hyphens and spaces",
      ["open-source:2", "opensource", "open source"],
      ["separator: open-source opensource open source"],
    ],
    ["both", ["Node.js", "nodejs:2", "node-js"], ["separator: nodejs node-js Node.js"]],
    ["Hangul with separators", ["코드-리뷰", "코드리뷰:2"], ["separator: 코드리뷰 코드-리뷰"]],
    ["a particle", ["회고를:9", "회고"], ["particle: 회고 회고를"]],
    ["a particle of two syllables", ["카프카에서", "카프카"], ["particle: 카프카 카프카에서"]],
    ["a particle behind a Latin word", ["docker를", "docker"], ["particle: docker docker를"]],
    ["a plural", ["algorithms", "algorithm:4"], ["plural: algorithm algorithms"]],
    ["parents, not their children once more", ["k8s/pod:2", "K8S/pod"], ["case: k8s K8S"]],
    ["children in one parent", ["study/Spring", "study/spring:2"], ["case: study/spring study/Spring"]],
    ["the most used group first", ["A", "a", "B:5", "b:5"], ["case: b B", "case: a A"]],
  ])("by %s", (_, tags, expected) => {
    expect(suggested(...tags)).toEqual(expected);
  });

  it.each([
    ["java and javascript", ["java", "javascript"]],
    ["c, c++ and c#", ["c", "c++", "c#"]],
    ["go and 고", ["go", "고"]],
    ["numbers", ["1-12", "11-2", "v1.1", "v11"]],
    ["a word that ends like a particle", ["회", "회의", "강", "강의"]],
    ["a particle that does not fit", ["소설", "소설가", "사업", "사업가", "여행", "여행는"]],
    ["제주 and 제주도", ["제주", "제주도"]],
    ["a particle without its word", ["회고를"]],
    [
      "words in s that are no plurals",
      ["http", "https", "rail", "rails", "redi", "redis", "clas", "class", "new", "news"],
    ],
    ["short words in s", ["pod", "pods"]],
    ["one tag in two parents", ["a/spring", "b/spring"]],
    ["a tag of separators", ["-", "--", "_"]],
  ])("never of %s", (_, tags) => {
    expect(suggested(...tags)).toEqual([]);
  });
});
