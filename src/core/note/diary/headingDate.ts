import { monthOfStated, type StatedDate, statedDay, statedMonth, yearOfStated } from "../dateEvidence/noteDate.ts";
import { scanDate } from "../dateEvidence/scanDate.ts";

/** What is known of the time a heading stands in: from the file's name and folders, or a heading above. */
export interface HeadingContext {
  readonly year?: number;
  readonly month?: number;
  /** Whether a bare number may be a day: the file is named after its month and nothing else. */
  readonly bareDays: boolean;
  /** Whether a heading above is the year and nothing else: `07.17` below it is a day. */
  readonly isBelowYear?: boolean;
}

export type HeadingDate =
  /** `rest` is what the heading says besides. */
  | { readonly kind: "day"; readonly date: StatedDate; readonly rest: string }
  | { readonly kind: "period"; readonly context: HeadingContext };

const WEEKDAY = String.raw`\s{0,2}[([]?(?:[월화수목금토일](?:요일)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[)\]]?`;

/** What may stand before the date: `TIL 2022-01-01`, `Day 3 - 2022.04.04`, `[2022.04.04]`. */
const BEFORE = /^(?:(?:TIL|WIL|Day|일기|일지|회고|기록|오늘)\s?#?\d{0,3}|\d{1,3}일차)?[\s\-–:：.,|([]*$/iu;

/** Behind the date: its weekday, brackets, separators. */
const AFTER = new RegExp(`^일?(?:[.,]?${WEEKDAY})?(?![\\p{L}])[\\s\\-–—:：.,|)\\]~·]*`, "iu");

/** The end of the code or the emphasis that sets the date off from the rest, and of one that holds its weekday as well. */
const MARKS = /^[`*_~]{1,3}/;
const MARKS_BEHIND = /^[`*_~]{1,3}(?=[\s:：.,–—-]|$)[\s:：.,–—-]*/;

/** The time at which something was written down. */
const TIME = /^(?:오[전후]\s?)?\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]m|KST)?(?![\p{L}\d:~]|\s?[~∼〜–-])[\s\-–—:：.,|)\]·]*/iu;

/** The other end of some days: `1/12-1/13`, `250724 ~ 250801`, `3/3, 3/8`. */
const UNTIL = /^(?:\s?[~,-]\s?(?:\d{6}|(?:\d{1,4}[/.-]){1,2}\d{1,2}|\d{1,2}일)(?![\d.]))+/;

const MONTH_DAY = /^(\d{1,2})월\s?(\d{1,2})일(?![차간])/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})(?![\d/])/;
const POINTED = new RegExp(`^(\\d{1,2})[.-]\\s?(\\d{1,2})(?:[.일])?(?=${WEEKDAY}(?!\\p{L}))`, "iu");
const ZEROED = /^(\d\d)([.-]?)(\d\d)(?!\d|[.-]\d)(?=\s|$)/;
const DAY = new RegExp(`^(\\d{1,2})(?:일(?![차간])|(?=${WEEKDAY}\\s*$))`, "iu");
const BARE = /^(\d{1,2})(?=\s*$)/;
const MONTH = /^(\d{1,2})월(?!\p{L}|\s?\d)/u;
const YEAR = /^((?:19|20)\d\d)년?(?=\s|$)/;

/**
 * The day a heading begins with, or the month or year that the headings below it are of. Where it names no year, the
 * context has to.
 */
export function headingDate(text: string, context: HeadingContext): HeadingDate | undefined {
  const full = scanDate(text);
  if (full?.date.precision === "day" && BEFORE.test(text.slice(0, full.start))) {
    return { kind: "day", date: full.date, rest: restAfter(text, full.end) };
  }
  if (full !== undefined && full.start === 0 && full.date.precision === "month" && full.date.within === undefined) {
    return period({ ...context, year: yearOfStated(full.date), ...monthIn(full.date) });
  }
  if (full !== undefined) return undefined;
  const { year, month } = context;
  const both = MONTH_DAY.exec(text) ?? SLASHED.exec(text) ?? POINTED.exec(text) ?? zeroed(text, context);
  if (both) {
    const [whole, first, second] = both;
    const date = year === undefined ? undefined : statedDay(year, Number(first), Number(second));
    return date && { kind: "day", date, rest: restAfter(text, whole.length) };
  }
  const named = MONTH.exec(text);
  if (named && year !== undefined && statedMonth(year, Number(named[1]))) {
    return period({ ...context, month: Number(named[1]) });
  }
  const wholeYear = YEAR.exec(text);
  if (wholeYear)
    return period({ bareDays: context.bareDays, year: Number(wholeYear[1]), isBelowYear: isOnlyYear(text) });
  const day =
    year === undefined || month === undefined ? null : (DAY.exec(text) ?? (context.bareDays ? BARE.exec(text) : null));
  const date = day && year !== undefined && month !== undefined ? statedDay(year, month, Number(day[1])) : undefined;
  return date && { kind: "day", date, rest: restAfter(text, day?.[0].length ?? 0) };
}

/**
 * `05-03`, `05.03`, `0503`: without a weekday a chapter as often, unless the month is the one all of it is about, or
 * the year stands above. Three groups like the others.
 */
function zeroed(text: string, context: HeadingContext): readonly [string, string, string] | undefined {
  const match = ZEROED.exec(text);
  if (!match) return undefined;
  const { month, bareDays, isBelowYear } = context;
  const isDay = Number(match[1]) === month || (bareDays && match[2] !== "") || (isBelowYear && month === undefined);
  if (!isDay) return undefined;
  return [match[0], match[1] ?? "", match[3] ?? ""];
}

function isOnlyYear(text: string): boolean {
  return /^(?:19|20)\d\d년?(?:\s(?:TIL|WIL|일기|일지|기록))?\s*$/i.test(text);
}

function monthIn(date: StatedDate): { readonly month?: number } {
  const month = monthOfStated(date);
  return month === undefined ? {} : { month };
}

function period(context: HeadingContext): HeadingDate {
  return { kind: "period", context };
}

function restAfter(text: string, end: number): string {
  const rest = text.slice(end).replace(UNTIL, "").replace(MARKS, "");
  return rest.replace(AFTER, "").replace(MARKS_BEHIND, "").replace(TIME, "").trim();
}

/** The context that a file's name and folders give. */
export function contextOf(named: StatedDate | undefined, bareDays: boolean): HeadingContext {
  return named === undefined ? { bareDays } : { bareDays, year: yearOfStated(named), ...monthIn(named) };
}
