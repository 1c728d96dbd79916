import { MONTH_PATTERN, monthNumber } from "./englishMonth.ts";
import { type StatedDate, statedDay } from "./noteDate.ts";

export interface YearLastDate {
  readonly date: StatedDate;
  /** UTF-16 offsets of the date in the text. */
  readonly start: number;
  readonly end: number;
}

const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?[ ]{1,2})?";

/** `vim-08-07-2023`, `week1-02-04-2024`, `06/15/2022`: numbers before or behind it are joined by a hyphen at most. */
const NUMERIC = /(?<![\d\p{L}]|\d[./])(\d\d?)([-_/.])(\d\d?)\2((?:19|20)\d\d)(?!\d|[./]\d|[A-Za-z])/gu;

/** `Thursday, January 9, 2020`, `Oct 12th 2024` */
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])${WEEKDAY}${MONTH_PATTERN}[. _-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[, _-]{1,2}((?:19|20)\\d\\d)(?!\\d)`,
  "iu",
);

/** `9 January 2020`, `12th of Oct, 2024` */
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d.])${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ _-](?:of )?${MONTH_PATTERN}[., _-]{1,2}((?:19|20)\\d\\d)(?!\\d)`,
  "iu",
);

/**
 * The first date in a text whose year stands last, as in English: `06-15-2022`, `June 15, 2022`. Of two numbers the
 * first is the month, as where such dates are typed by Koreans, unless it can only be the day. With dots between
 * (`06.05.2022`, as in Europe) nobody knows, unless the calendar does.
 */
export function scanYearLast(text: string): YearLastDate | undefined {
  if (!/(?:[-_/., ])(?:19|20)\d\d(?!\d)/.test(text)) return undefined;
  return scanNumeric(text) ?? scanNamed(text);
}

function scanNumeric(text: string): YearLastDate | undefined {
  for (const match of text.matchAll(NUMERIC)) {
    const [whole, one = "", separator, other = "", year] = match;
    const [first, second] = [Number(one), Number(other)];
    if (separator === "." && first <= 12 && second <= 12 && first !== second) continue;
    // `2-1-2022` is a term as often.
    if (separator !== "/" && one.length + other.length === 2) continue;
    const date = stated(Number(year), first, second) ?? stated(Number(year), second, first);
    if (date) return { date, start: match.index, end: match.index + whole.length };
  }
  return undefined;
}

function scanNamed(text: string): YearLastDate | undefined {
  const first = MONTH_FIRST.exec(text);
  const match = first ?? DAY_FIRST.exec(text);
  if (!match) return undefined;
  const [whole, one = "", other = "", year] = match;
  const [month, day] = first ? [one, other] : [other, one];
  const date = stated(Number(year), monthNumber(month), Number(day));
  return date && { date, start: match.index, end: match.index + whole.length };
}

/** Names and headings hold the years 1990–2099. */
function stated(year: number, month: number, day: number): StatedDate | undefined {
  return year >= 1990 ? statedDay(year, month, day) : undefined;
}
