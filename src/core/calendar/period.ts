import { addDays, type Day, dayOf, daysBetween, partsOf, type Weekday, weekdayOf } from "./day.ts";
import { firstDayOf, lastDayOf, monthNumberOf, parseYearMonth, type YearMonth } from "./month.ts";

declare const periodBrand: unique symbol;

export const PERIOD_KINDS = ["week", "month", "quarter", "half", "year"] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/**
 * What a retro looks back on: an ISO week from Monday to Sunday (`2025-W18`), a month (`2025-05`), a quarter (`2025-Q2`),
 * a half-year (`2025-H1`) or a year (`2025`).
 */
export type Period = YearMonth | (string & { readonly [periodBrand]: true });

/** A date as a note states it: `2025-05-01`, `2025-05` or `2025`. */
export interface DateWithin {
  readonly text: string;
  readonly precision: "day" | "month" | "year";
}

/** Reads exactly the forms above; a week the year does not have is `undefined`. */
export function parsePeriod(text: string): Period | undefined {
  const month = parseYearMonth(text);
  if (month !== undefined) return month;
  const match = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])))?$/.exec(text);
  const year = Number(match?.[1]);
  if (!match || dayOf(year, 1, 1) === undefined) return undefined;
  if (match[2] !== undefined) return weekOf(year, Number(match[2]));
  // Of the form above, with a year the calendar has.
  return text as Period;
}

/** The year's ISO week of this number: the first is the one with 4 January. */
export function weekOf(year: number, week: number): Period | undefined {
  if (dayOf(year, 1, 4) === undefined || week < 1 || week > 53) return undefined;
  const text = weekText(year, week);
  return weekOfDay(mondayOf(text)) === text ? text : undefined;
}

export function kindOfPeriod(period: Period): PeriodKind {
  switch (period.charAt(5)) {
    case "":
      return "year";
    case "W":
      return "week";
    case "Q":
      return "quarter";
    case "H":
      return "half";
    default:
      return "month";
  }
}

export function isMonth(period: Period): period is YearMonth {
  return kindOfPeriod(period) === "month";
}

/** The year a period is counted in; that of a week holds its Thursday. */
export function yearOfPeriod(period: Period): number {
  return Number(period.slice(0, 4));
}

/** The number of a week, month, quarter or half; of a year, its own. */
export function numberOfPeriod(period: Period): number {
  const kind = kindOfPeriod(period);
  return kind === "year" ? Number(period) : Number(period.slice(kind === "month" ? 5 : 6));
}

export function daysOf(period: Period): { readonly first: Day; readonly last: Day } {
  if (isMonth(period)) return { first: firstDayOf(period), last: lastDayOf(period) };
  if (kindOfPeriod(period) === "week") {
    const first = mondayOf(period);
    return { first, last: addDays(first, 6) };
  }
  const months = monthsOf(period);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`no such period: ${period}`);
  return { first: firstDayOf(first), last: lastDayOf(last) };
}

export function dayCountOf(period: Period): number {
  const { first, last } = daysOf(period);
  return daysBetween(first, last) + 1;
}

/** The months a period is made of, oldest first; a week is made of none. */
export function monthsOf(period: Period): readonly YearMonth[] {
  const kind = kindOfPeriod(period);
  if (isMonth(period)) return [period];
  if (kind === "week") return [];
  const count = MONTHS_IN[kind];
  const start = kind === "year" ? 0 : (numberOfPeriod(period) - 1) * count;
  return Array.from({ length: count }, (_, index) => {
    const month = parseYearMonth(`${period.slice(0, 4)}-${String(start + index + 1).padStart(2, "0")}`);
    if (month === undefined) throw new RangeError(`no such period: ${period}`);
    return month;
  });
}

const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/**
 * The period of a kind that a date lies in, when the date tells: one of which only the month is known belongs to no week,
 * one of which only the year is known to nothing but the year.
 */
export function periodOf(kind: PeriodKind, { text, precision }: DateWithin): Period | undefined {
  // By its precision a date's text is a day, begins with a month, begins with a year.
  const year = text.slice(0, 4) as Period;
  if (kind === "year") return year;
  if (precision === "year") return undefined;
  if (kind === "week") return precision === "day" ? weekOfDay(text as Day) : undefined;
  const month = text.slice(0, 7) as YearMonth;
  if (kind === "month") return month;
  const number = Math.ceil(monthNumberOf(month) / MONTHS_IN[kind]);
  return `${year}-${kind === "quarter" ? "Q" : "H"}${number}` as Period;
}

export function contains(period: Period, date: DateWithin): boolean {
  return periodOf(kindOfPeriod(period), date) === period;
}

export function previousPeriod(period: Period): Period {
  return periodOfDay(kindOfPeriod(period), addDays(daysOf(period).first, -1));
}

export function nextPeriod(period: Period): Period {
  return periodOfDay(kindOfPeriod(period), addDays(daysOf(period).last, 1));
}

/** The same week, month, quarter or half of the year before; not every year has a week 53. */
export function samePeriodLastYear(period: Period): Period | undefined {
  return parsePeriod(`${yearOfPeriod(period) - 1}${period.slice(4)}`);
}

export function periodOfDay(kind: PeriodKind, day: Day): Period {
  const period = periodOf(kind, { text: day, precision: "day" });
  if (period === undefined) throw new RangeError(`no ${kind} of ${day}`);
  return period;
}

function weekOfDay(day: Day): Period {
  const thursday = addDays(day, 3 - fromMonday(weekdayOf(day)));
  const { year } = partsOf(thursday);
  const week = Math.floor(daysBetween(requireDay(year, 1, 1), thursday) / 7) + 1;
  return weekText(year, week);
}

/** The text of a week that the caller knows to be one, or finds out. */
function weekText(year: number, week: number): Period {
  return `${year}-W${String(week).padStart(2, "0")}` as Period;
}

function mondayOf(week: Period): Day {
  const inFirst = requireDay(yearOfPeriod(week), 1, 4);
  return addDays(inFirst, (numberOfPeriod(week) - 1) * 7 - fromMonday(weekdayOf(inFirst)));
}

function requireDay(year: number, month: number, dayOfMonth: number): Day {
  const day = dayOf(year, month, dayOfMonth);
  if (day === undefined) throw new RangeError(`no such day: ${year}, ${month}, ${dayOfMonth}`);
  return day;
}

/** Monday is 0. */
export function fromMonday(weekday: Weekday): number {
  return (weekday + 6) % 7;
}
