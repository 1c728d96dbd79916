import { UTCDate } from "@date-fns/utc";
import { addDays as addCalendarDays, differenceInCalendarDays, getDay } from "date-fns";

declare const dayBrand: unique symbol;

/** A civil day written `YYYY-MM-DD`. Days compare and sort as text. */
export type Day = string & { readonly [dayBrand]: true };

/** Sunday is 0, as in `Date`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month (1–12) has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day of these numbers, or `undefined` when the calendar has no such day (31 September) or the year is not 1000–9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  // The only place a Day is made: the numbers were checked above.
  return `${year}-${pad(month)}-${pad(day)}` as Day;
}

/** Reads exactly `YYYY-MM-DD`; anything else, an impossible day included, is `undefined`. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function addDays(day: Day, amount: number): Day {
  return fromDate(addCalendarDays(toDate(day), amount));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(toDate(to), toDate(from));
}

export function weekdayOf(day: Day): Weekday {
  // date-fns documents getDay as 0–6; its type is the wider `number`.
  return getDay(toDate(day)) as Weekday;
}

function toDate(day: Day): UTCDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new UTCDate(year, month - 1, dayOfMonth);
}

function fromDate(date: UTCDate): Day {
  const day = dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  if (day === undefined) throw new RangeError(`day out of range: ${date.getTime()}`);
  return day;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
