import { addDays, type Day, partsOf } from "../calendar/day.ts";
import { addMonths, firstDayOf, lastDayOf, monthOfDay } from "../calendar/month.ts";

/** How old a note is before it is asked about. */
export interface Age {
  readonly amount: number;
  readonly unit: "day" | "month";
}

const UNITS: ReadonlyMap<string, Age> = new Map([
  ["일", { amount: 1, unit: "day" }],
  ["주", { amount: 7, unit: "day" }],
  ["개월", { amount: 1, unit: "month" }],
  ["달", { amount: 1, unit: "month" }],
  ["년", { amount: 12, unit: "month" }],
]);

/** `30일`, `2주`, `1개월`, `1년`; `undefined` for anything else. */
export function parseAge(text: string): Age | undefined {
  const [, amount = "", word = ""] = /^\s*(\d{1,3})\s*(일|주|개월|달|년)\s*$/.exec(text.normalize("NFC")) ?? [];
  const unit = UNITS.get(word);
  return unit && { amount: Number(amount) * unit.amount, unit: unit.unit };
}

/** The first day on which a note of `day` is this old. A month after 31 January is the last day of February. */
export function dayAtAge(day: Day, { amount, unit }: Age): Day {
  if (unit === "day") return addDays(day, amount);
  const month = addMonths(monthOfDay(day), amount);
  const shifted = addDays(firstDayOf(month), partsOf(day).day - 1);
  return shifted > lastDayOf(month) ? lastDayOf(month) : shifted;
}
