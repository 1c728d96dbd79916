import { describe, expect, it } from "vitest";
import { nameTags } from "../../../src/core/note/nameTags.ts";

describe("the tags of a name", () => {
  it.each([
    ["알고리즘/[백준] 1001.md", ["백준"]],
    ["2022-01-05-[Java][Spring] 빈.md", ["Java", "Spring"]],
    ["[22.10.18] 해시.md", []],
    ["[1001] 나머지.md", []],
    // What counts days, weeks or lessons is no tag.
    ["2022/09/[4일차] 16.md", []],
    ["[제 3강] 포인터.md", []],
    ["[Day 12][Java] 상속.md", ["Java"]],
    ["[2주차] 정리.md", []],
    ["[3D] 회전.md", ["3D"]],
    ["[2주차 과제] 정렬.md", ["2주차 과제"]],
    ["[_11day_].md", []],
    ["[2 weeks] 정리.md", []],
    ["[30days 챌린지] 정리.md", ["30days 챌린지"]],
    ["[_private_] 정리.md", ["_private_"]],
  ])("%s", (path, expected) => {
    expect(nameTags(path)).toEqual(expected);
  });
});
