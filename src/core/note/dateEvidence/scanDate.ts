import { addDays, type Day, dayOf, partsOf, weekdayOf } from "../../calendar/day.ts";
import { readEnglishMonth } from "./englishMonth.ts";
import { type StatedDate, statedDay, statedMonth, statedYear } from "./noteDate.ts";
import { scanYearLast } from "./yearLast.ts";

export interface FoundDate {
  readonly date: StatedDate;
  /** UTF-16 offsets of the date in the text. */
  readonly start: number;
  readonly end: number;
}

/** Words a number may be joined to and still begin a date: `TIL 190713_GIT`. */
const LOG_WORD =
  /^(?:(?:TIL|WIL|TODO|diary|journal|daily|log|devlog|일기|일지|회고|기록|메모)[-_ ]?|(?:day[-_ ]?\d{1,3}|\d{1,3}일차)[-_ ])$/i;

/** Judges and schools whose problems have numbers of six digits, some of which the calendar has as well. */
const PROBLEM_WORD =
  /lessons?-?$|프로그래머스|programmers|pgs|백준|boj|baekjoon|leetcode|swea|lv\.?\s?\d|level|문제|#$/i;

/** `22.10.18`, `24-09-17` where a name or a heading begins, or behind TIL and the like. */
const SHORT =
  /^(?:(?:TIL|WIL|TODO|일기|일지|회고|기록|메모)[-_ ]?|(?:day[-_ ]?\d{1,3}|\d{1,3}일차)[-_ ])?\[?((\d\d)([-._])(\d\d)\3(\d\d))(?!\d|\3\d|[A-Za-z])/i;

/** `24년 9월`, `24년 9월 3일` */
const SHORT_KOREAN = /(?<!\d)(\d\d)년[-_ ]*(\d{1,2})월(?:[-_ ]*(\d{1,2})일(?![차간]))?/;

/** What a person looks back on is a year: `2023 회고`, `2023년 상반기를 돌아보며`. */
const RETRO_OF_YEAR =
  /년?(?:도|을|의)?[-_ ]*(?:(?:연말|연간|상반기|하반기|[1-4]분기)[를을의]?[-_ ]*)?(?:(회고|돌아|결산|retro)|정리|목표|계획|review|wrap)/iy;

/** Behind other words what is summed up or planned may be anything that has a year: `React 문서 2023 정리`. */
const OWN = /^[^\p{L}\p{N}]*(?:(?:나의|내|my|개발자|신입|취준생?)[^\p{L}\p{N}]*)?$/iu;

/** `3일차 (21.05.25)`: two digits of a year where brackets hold nothing but the day, unless they tell a version. */
const BRACKETED = /[([](\d\d)([.-])(\d\d)\2(\d\d)[)\]]/g;
const VERSIONED = /(?:\bv|ver(?:sion)?|버전|docker|도커|ubuntu|우분투|node|노드)[^\p{L}]*$/iu;

/** `월 5일` and the like, after a year and `년`. */
const KOREAN = /년[-_ ]*(\d{1,2})월(?:[-_ ]*(\d{1,2})일(?![차간]))?/y;

/** Month and day behind a year: one separator throughout, a space after a dot and spaces around others allowed. */
const SEPARATED = /([-._/ ]|\. | [-/.] (?=\d{1,2} [-/.] \d))(\d{1,2})(?!\d)(?:\1(\d{1,2})(?!\d))?/y;

const WEEK = /^(?:Y?(\d{2})|(\d{4}))[-_ ]?W(\d{1,2})(?![0-9a-z])/i;

/** All three again, as those type them who do not look where the spaces go: `2024 - 03 -28`. */
const UNEVEN = / {0,2}([-/.]) {0,2}(\d{1,2}) {0,2}\1 {0,2}(\d{1,2})(?!\d)/y;

/** A day's number may be followed by 일 or its weekday, and then by no letter: 12가지 and 12일차 count things. */
const DAY_ENDS = /(?:일?[ ]?[(]?[월화수목금토일](?:요일)?[)]?|일)?(?!\p{L})|T\d/uy;

/** `2018_0317`: month and day in one. */
const FOUR_DIGITS = /[-_.](\d\d)(\d\d)(?![\d\p{L}])/uy;

/** What may be joined to six digits: `220120첫 프로젝트`; not `220120번`, `220120원`. */
const UNCOUNTED = /(?![번원개명년월일회차장강호건위점만억](?:[을를이가은는의째]|(?!\p{L})))[가-힣]/uy;

const DIGITS = /\d+/g;

const MONTH_ENDS = /월(?!\p{L})/uy;

/**
 * The first date in a name or a heading that gives its year. A number is a date only where it stands alone and the
 * calendar has it; `20190931`, `10430` and `127.0.0.1` are numbers.
 * @param text NFC
 * @param isName whether it names a file: there six digits may stand behind any word (`블로그_260127 이사.md`)
 */
export function scanDate(text: string, isName = false): FoundDate | undefined {
  const special = readWeek(text) ?? readShort(text);
  if (special) return special;
  const month = readEnglishMonth(text);
  if (month) return { ...month, start: 0 };
  let hasYear = false;
  for (let run = matchAt(DIGITS, text, 0); run; run = matchAt(DIGITS, text, DIGITS.lastIndex)) {
    const [digits] = run;
    const start = run.index;
    // No date has less than four, and most numbers do.
    if (digits.length < 4 || !mayBegin(text, start)) continue;
    hasYear ||= digits.length === 4 && start > 0;
    const found = digits.length === 4 ? readYear(text, start) : readCompact(text, start, digits, isName);
    if (found) return found;
  }
  return (hasYear ? scanYearLast(text) : undefined) ?? readShortKorean(text) ?? readBracketed(text);
}

function readBracketed(text: string): FoundDate | undefined {
  if (!/[([]\d\d[.-]/.test(text)) return undefined;
  for (const match of text.matchAll(BRACKETED)) {
    const [whole, year, , month, day] = match;
    const date = statedShort(Number(year), Number(month), Number(day));
    const start = match.index + 1;
    if (date && !VERSIONED.test(text.slice(0, match.index))) return { date, start, end: start + whole.length - 2 };
  }
  return undefined;
}

/** Two digits are a year only where such notes are written, and only with a month and a day of two digits. */
function readShort(text: string): FoundDate | undefined {
  const match = SHORT.exec(text);
  if (!match) return undefined;
  const [whole, written = "", year, , month, day] = match;
  const date = statedShort(Number(year), Number(month), Number(day));
  return date && { date, start: whole.length - written.length, end: whole.length };
}

function readShortKorean(text: string): FoundDate | undefined {
  const match = SHORT_KOREAN.exec(text);
  if (!match) return undefined;
  const [whole, year, month, day] = match;
  const date =
    (day !== undefined && statedShort(Number(year), Number(month), Number(day))) ||
    statedShort(Number(year), Number(month));
  return date ? { date, start: match.index, end: match.index + whole.length } : undefined;
}

function statedShort(year: number, month: number, day?: number): StatedDate | undefined {
  if (year < 15 || year >= 40) return undefined;
  return day === undefined ? statedMonth(2000 + year, month) : statedDay(2000 + year, month, day);
}

function mayBegin(text: string, start: number): boolean {
  return start === 0 || !/[A-Za-z]/.test(text.charAt(start - 1)) || LOG_WORD.test(text.slice(0, start));
}

/** A date with its year in full, and separators. Names hold the years 1990–2099. */
function readYear(text: string, start: number): FoundDate | undefined {
  const year = Number(text.slice(start, start + 4));
  if (year < 1990 || year > 2099) return undefined;
  const end = start + 4;
  const korean = matchAt(KOREAN, text, end);
  if (korean) {
    const [whole, month, day] = korean;
    const date = (day && statedDay(year, Number(month), Number(day))) || statedMonth(year, Number(month));
    return date && { date, start, end: end + whole.length };
  }
  return readSeparated(text, start, year) ?? readFour(text, start, year) ?? readRetroOfYear(text, start, year);
}

function readSeparated(text: string, start: number, year: number): FoundDate | undefined {
  const match = matchAt(SEPARATED, text, start + 4) ?? matchAt(UNEVEN, text, start + 4);
  if (!match) return undefined;
  const [whole, separator = "", month = "", day] = match;
  const end = start + 4 + whole.length;
  if (day !== undefined) {
    const tail = matchAt(DAY_ENDS, text, end);
    const date = tail && statedDay(year, Number(month), Number(day));
    if (date) return { date, start, end };
  }
  // A month alone is less of a date: `2023.1` is a version, `2024-1` a term, `2023 10 tips` a number of tips.
  const monthEnd = start + 4 + separator.length + month.length;
  const isNamedMonth = matchAt(MONTH_ENDS, text, monthEnd) !== undefined;
  const isPlain = month.length === 2 && separator !== " " && !/\p{L}/u.test(text.charAt(monthEnd));
  if (!isNamedMonth && !isPlain) return undefined;
  const date = statedMonth(year, Number(month));
  return date && { date, start, end: monthEnd };
}

function readFour(text: string, start: number, year: number): FoundDate | undefined {
  const match = matchAt(FOUR_DIGITS, text, start + 4);
  const date = match && statedDay(year, Number(match[1]), Number(match[2]));
  return date && { date, start, end: start + 4 + match[0].length };
}

function readRetroOfYear(text: string, start: number, year: number): FoundDate | undefined {
  // `2019-2020 회고` looks back on two years.
  const match = /\d ?[-~] ?$/.test(text.slice(Math.max(0, start - 4), start))
    ? undefined
    : matchAt(RETRO_OF_YEAR, text, start + 4);
  if (match === undefined || (match[1] === undefined && !OWN.test(text.slice(0, start)))) return undefined;
  return { date: statedYear(year), start, end: start + 4 };
}

/** `20210104`, `202101041530`, and where a name begins `220104` and `202101`. */
function readCompact(text: string, start: number, digits: string, isName: boolean): FoundDate | undefined {
  const pair = (at: number): number => Number(digits.slice(at, at + 2));
  const end = start + digits.length;
  const isFirst = start === 0 || LOG_WORD.test(text.slice(0, start));
  const isAlone = !/\p{L}/u.test(text.slice(end, end + 1));
  const year = Number(digits.slice(0, 4));
  const hasYear = year >= 1990 && year <= 2099;
  const isMoment = (digits.length === 12 || digits.length === 14) && isFirst && pair(8) < 24 && pair(10) < 60;
  if (hasYear && ((digits.length === 8 && (isFirst || isAlone)) || isMoment)) {
    const date = statedDay(year, pair(4), pair(6));
    return date && { date, start, end };
  }
  const isBehindWord =
    isName && /[-_ [\]()]$/.test(text.slice(0, start)) && !PROBLEM_WORD.test(text.slice(0, start).trimEnd());
  const isJoined = isName && start === 0 && matchAt(UNCOUNTED, text, end) !== undefined;
  if (digits.length !== 6 || !(isFirst || isBehindWord) || !(isAlone || isJoined)) return undefined;
  // Six digits are problem numbers too (120804 is one of a well-known judge): only years in which such notes are written.
  const date = statedShort(pair(0), pair(2), pair(4)) || (isFirst && hasYear && statedMonth(year, pair(4)));
  return date ? { date, start, end } : undefined;
}

/**
 * `Y24-W26`: an ISO week. Its seven days are claimed no further than they go together: their month when it is one,
 * else the year that is written.
 */
function readWeek(text: string): FoundDate | undefined {
  const match = WEEK.exec(text);
  if (!match) return undefined;
  const date = statedWeek(match[1] === undefined ? Number(match[2]) : 2000 + Number(match[1]), Number(match[3]));
  return date && { date, start: 0, end: match[0].length };
}

/** The week by its number; `undefined` when the year has no such week. */
export function statedWeek(year: number, week: number): StatedDate | undefined {
  // 4 January lies in the first week of every year.
  const anchor = year >= 1990 && year <= 2099 ? dayOf(year, 1, 4) : undefined;
  if (anchor === undefined || week < 1 || week > 53) return undefined;
  const first = addDays(anchor, (week - 1) * 7 - ((weekdayOf(anchor) + 6) % 7));
  const thursday = partsOf(addDays(first, 3));
  if (thursday.year !== year) return undefined;
  const last: Day = addDays(first, 6);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  const date = (isOneMonth && statedMonth(year, partsOf(first).month)) || statedYear(year);
  return { ...date, within: { first, last } };
}

/** Matches a sticky (or global) pattern at (or after) an offset. */
function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
