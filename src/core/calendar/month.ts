import type { Day } from "./day.ts";
import { dayOf, daysInMonth } from "./day.ts";

declare const monthBrand: unique symbol;

/** A calendar month written `YYYY-MM`. Months compare and sort as text. */
export type YearMonth = string & { readonly [monthBrand]: true };

export function yearMonthOf(year: number, month: number): YearMonth | undefined {
  const first = dayOf(year, month, 1);
  return first === undefined ? undefined : monthOfDay(first);
}

/** Reads exactly `YYYY-MM`; anything else is `undefined`. */
export function parseYearMonth(text: string): YearMonth | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match ? yearMonthOf(Number(match[1]), Number(match[2])) : undefined;
}

export function monthOfDay(day: Day): YearMonth {
  // A Day is `YYYY-MM-DD`, so its first seven characters are a month.
  return day.slice(0, 7) as YearMonth;
}

export function yearOf(month: YearMonth): number {
  return Number(month.slice(0, 4));
}

/** 1–12 */
export function monthNumberOf(month: YearMonth): number {
  return Number(month.slice(5, 7));
}

export function addMonths(month: YearMonth, amount: number): YearMonth {
  const total = yearOf(month) * 12 + monthNumberOf(month) - 1 + amount;
  const result = yearMonthOf(Math.floor(total / 12), (((total % 12) + 12) % 12) + 1);
  if (result === undefined) throw new RangeError(`month out of range: ${month} + ${amount}`);
  return result;
}

export function firstDayOf(month: YearMonth): Day {
  return requireDay(month, 1);
}

export function lastDayOf(month: YearMonth): Day {
  return requireDay(month, daysInMonth(yearOf(month), monthNumberOf(month)));
}

function requireDay(month: YearMonth, day: number): Day {
  const result = dayOf(yearOf(month), monthNumberOf(month), day);
  if (result === undefined) throw new RangeError(`no such day: ${month}, ${day}`);
  return result;
}

/** `2025년 5월` */
export function koreanMonth(month: YearMonth): string {
  return `${yearOf(month)}년 ${monthNumberOf(month)}월`;
}
