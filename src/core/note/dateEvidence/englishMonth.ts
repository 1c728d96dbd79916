import { type StatedDate, statedMonth } from "./noteDate.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The name of a month in English, or what it is shortened to, as a group of its own. */
export const MONTH_PATTERN =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** 1–12, of what {@link MONTH_PATTERN} matches. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

export interface EnglishMonth {
  readonly date: StatedDate;
  /** UTF-16 offset behind it; it begins where the text does. */
  readonly end: number;
}

/** `August_2022`, `january-2024-retrospective`; not `May 19, 2022`, which has a day. */
const MONTH_FIRST = new RegExp(`^${MONTH_PATTERN}[-_., ]{1,2}((?:19|20)\\d\\d)(?!\\d|[-_./]\\d)`, "i");

/** `2021_April_plan`, `2023 Jan`; not `2021-Apr-05` or `2022-marketing`. */
const YEAR_FIRST = new RegExp(`^((?:19|20)\\d\\d)[-_., ]{1,2}${MONTH_PATTERN}(?![a-z])(?![-_., ]{1,2}\\d)`, "i");

/** The month that a name or a heading begins with, in English, its year beside it. Names hold the years 1990–2099. */
export function readEnglishMonth(text: string): EnglishMonth | undefined {
  const first = MONTH_FIRST.exec(text);
  const match = first ?? YEAR_FIRST.exec(text);
  if (!match) return undefined;
  const [whole, one = "", other = ""] = match;
  const [month, year] = first ? [one, Number(other)] : [other, Number(one)];
  const date = year >= 1990 ? statedMonth(year, monthNumber(month)) : undefined;
  return date && { date, end: whole.length };
}
