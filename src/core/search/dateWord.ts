import { addDays, type Day, partsOf, weekdayOf } from "../calendar/day.ts";
import { parseDayExpression } from "../calendar/dayExpression.ts";
import { MONTHS_FROM_NOW, YEARS_FROM_NOW } from "../calendar/fromNow.ts";
import { addMonths, firstDayOf, lastDayOf, monthOfDay, yearMonthOf } from "../calendar/month.ts";
import { daysOf, fromMonday, type Period, parsePeriod } from "../calendar/period.ts";
import type { Note } from "../note/note.ts";
import { searchable } from "../text/hangul.ts";

/** A word of a query that means a time. */
export interface DateFilter {
  matches(note: Note): boolean;
}

const DAYS = new Set(["오늘", "어제", "그제", "그저께", "엊그제", "내일", "모레", "today", "yesterday"]);

const WEEKS: ReadonlyMap<string, number> = new Map([
  ["지지난주", -2],
  ["지난주", -1],
  ["저번주", -1],
  ["이번주", 0],
]);

/** Forms of a day that are nothing else: a version (`5.1`) or a count (`3일`) is no day. */
const DAY_WITH_NUMBERS =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}\.?|(?:\d{4}|\d{2})년\d{1,2}월\d{1,2}일|\d{1,2}월\d{1,2}일|\d{1,2}\/\d{1,2}|\d{8}|\d{1,3}일전)$/;

/**
 * A word that means a time: `2025-05-01`, `5/1`, `어제`, `3일전`, `지난주`, `2025-05`, `2025년5월`, `5월` (of any year), `지난달`,
 * `2025-Q2`, `2025`, `작년`; `undefined` for any other. A word with numbers also holds for a note whose title has it: the
 * 5월 회고 is written in June.
 * @param word searchable
 */
export function readDateWord(word: string, today: Day): DateFilter | undefined {
  const days = readDays(word, today);
  if (days !== undefined) {
    const holds = /\d/.test(word) ? titleHas(word) : undefined;
    return { matches: (note) => liesWithin(note, days) || (holds?.(note) ?? false) };
  }
  const month = /^(\d{1,2})월$/.exec(word)?.[1];
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  const middle = `-${month.padStart(2, "0")}`;
  const inTitle = titleHas(word);
  return {
    matches: (note) => monthPart(note.date) === middle || note.retro?.month?.slice(4) === middle || inTitle(note),
  };
}

interface Days {
  readonly first: Day;
  readonly last: Day;
}

function readDays(word: string, today: Day): Days | undefined {
  if (DAYS.has(word) || DAY_WITH_NUMBERS.test(word)) {
    const read = parseDayExpression(word, today);
    return read.ok ? { first: read.day, last: read.day } : undefined;
  }
  const period = readPeriod(word, today);
  if (period !== undefined) return daysOf(period);
  const weeks = WEEKS.get(word);
  if (weeks === undefined) return undefined;
  const monday = addDays(today, weeks * 7 - fromMonday(weekdayOf(today)));
  return { first: monday, last: addDays(monday, 6) };
}

function readPeriod(word: string, today: Day): Period | undefined {
  const months = MONTHS_FROM_NOW.get(word);
  if (months !== undefined) return addMonths(monthOfDay(today), months);
  const years = YEARS_FROM_NOW.get(word);
  if (years !== undefined) return parsePeriod(String(partsOf(today).year + years));
  const month = /^(\d{4})(?:[-./](\d{1,2})|년(\d{1,2})월)$/.exec(word);
  if (month) return yearMonthOf(Number(month[1]), Number(month[2] ?? month[3]));
  // A bare number of four digits is a year only where notes are written: 1024 and 8080 are not.
  const year = /^(\d{4})년?$/.exec(word)?.[1];
  if (year !== undefined) return /^(?:19|20)/.test(year) ? parsePeriod(year) : undefined;
  return parsePeriod(word.toUpperCase());
}

/** A note of which only the month or the year is known lies in what holds all of that. */
function liesWithin(note: Note, { first, last }: Days): boolean {
  const { date, retro } = note;
  if (retro?.month !== undefined && firstDayOf(retro.month) >= first && lastDayOf(retro.month) <= last) return true;
  if (date === undefined) return false;
  const start = date.text.padEnd(10, "-01");
  return start >= first && date.text + END_OF.slice(date.text.length) <= last;
}

/** Filled in behind a month or a year: no later than the last day that has them, as text. */
const END_OF = "0000-12-28";

function monthPart(date: Note["date"]): string | undefined {
  return date === undefined || date.precision === "year" ? undefined : date.text.slice(4, 7);
}

function titleHas(word: string): (note: Note) => boolean {
  // Not as a part of a longer number: 5월 is not in 15월, nor 2025 in 12025.
  return ({ title }) => {
    const text = searchable(title);
    const at = text.indexOf(word);
    return at >= 0 && !/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + word.length));
  };
}
