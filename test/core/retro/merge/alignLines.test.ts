import fc from "fast-check";
import { diffComm } from "node-diff3";
import { expect, it } from "vitest";
import { alignLines } from "../../../../src/core/retro/merge/alignLines.ts";

const lines = fc.array(fc.constantFrom("a", "b", "c", "```"), { maxLength: 30 });

it("aligns equal lines, in order, as many as can be", () => {
  fc.assert(
    fc.property(lines, lines, (left, right) => {
      const aligned = alignLines(left, right);
      aligned.forEach((pair, index) => {
        expect(left[pair.left]).toBe(right[pair.right]);
        expect(pair.left).toBeGreaterThan(aligned[index - 1]?.left ?? -1);
        expect(pair.right).toBeGreaterThan(aligned[index - 1]?.right ?? -1);
      });
      const longest = diffComm(left, right).reduce((sum, part) => sum + ("common" in part ? part.common.length : 0), 0);
      expect(aligned).toHaveLength(longest);
    }),
  );
});

it("aligns thousands of equal lines", () => {
  const fences = Array.from({ length: 1_500 }, () => "```");
  expect(alignLines(["a", ...fences, "b"], ["c", ...fences, "```", "d"])).toHaveLength(1_500);
});

it("aligns what repeats a thousand times by what stands between it", () => {
  const entry = (number: number): readonly string[] => [
    `**글 ${number}**`,
    "- 한 일",
    `${number}째 날`,
    "- 배운 것",
    "```",
    "```",
  ];
  const entries = Array.from({ length: 1_000 }, (_, number) => entry(number));
  const right = entries.filter((_, number) => number % 10 !== 3).flat();
  const aligned = alignLines(["앞", ...entries.flat(), "뒤"], ["다른 앞", ...right, "다른 뒤"]);
  expect(aligned.map(({ right }) => right)).toEqual(right.map((_, at) => at + 1));
});
