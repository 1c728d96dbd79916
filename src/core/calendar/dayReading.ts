import { addDays, type Day, dayOf, daysBetween, daysInMonth, parseDay, partsOf } from "./day.ts";

/** What one reader makes of a text: a day, a day the calendar does not have, or nothing it knows. */
export type DayReading = Day | "no-such-day" | undefined;

/** The day of this number in the month that lies `months` from today's. */
export function dayInMonth(today: Day, months: number, dayOfMonth: number): Day | undefined {
  const { year, month } = monthFrom(today, months);
  return dayOf(year, month, dayOfMonth);
}

/** Months on or back; the 31st becomes the last day of a shorter month. */
export function shiftMonths(today: Day, months: number): DayReading {
  const { year, month } = monthFrom(today, months);
  return dayOf(year, month, Math.min(partsOf(today).day, daysInMonth(year, month))) ?? "no-such-day";
}

export function shiftDays(today: Day, days: number): DayReading {
  const first = parseDay("1000-01-01");
  const last = parseDay("9999-12-31");
  const exists = first && last && days >= daysBetween(today, first) && days <= daysBetween(today, last);
  return exists ? addDays(today, days) : "no-such-day";
}

function monthFrom(today: Day, months: number): { year: number; month: number } {
  const parts = partsOf(today);
  const total = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(total / 12);
  return { year, month: total - year * 12 + 1 };
}
