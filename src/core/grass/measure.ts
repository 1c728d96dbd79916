import { grouped } from "../text/grouped.ts";

/** What the darkness of a day tells: how many notes it has, or how much was written. */
export const MEASURES = ["count", "characters"] as const;

export type Measure = (typeof MEASURES)[number];

/** 0 for nothing, 4 for as much as the picture tells apart. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** The least value of each level from 1 on; the same in every year, so that years can be compared. */
export const LEVEL_STEPS: Readonly<Record<Measure, readonly [number, number, number, number]>> = {
  count: [1, 2, 3, 4],
  characters: [1, 150, 400, 1_000],
};

export function levelOf(value: number, measure: Measure): Level {
  const [least, second, third, most] = LEVEL_STEPS[measure];
  if (value >= most) return 4;
  if (value >= third) return 3;
  if (value >= second) return 2;
  return value >= least ? 1 : 0;
}

/** `3편`, `1,234자` */
export function describeValue(value: number, measure: Measure): string {
  return `${grouped(value)}${measure === "count" ? "편" : "자"}`;
}
