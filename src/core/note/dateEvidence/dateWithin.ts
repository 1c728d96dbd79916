import type { FolderDate } from "./dateFromFolders.ts";
import { MONTH_PATTERN, monthNumber } from "./englishMonth.ts";
import { monthOfStated, type StatedDate, statedDay, statedMonth, yearOfStated } from "./noteDate.ts";
import { tellsOfProblems } from "./problemNumber.ts";
import { statedWeek } from "./scanDate.ts";

/** `5월`, `5월 3일 제목` */
const KOREAN = /^(\d{1,2})월(?:[-_ ]*(\d{1,2})일(?![차간]))?/;

/** `May`, `05-May`, `5_march` */
const ENGLISH = new RegExp(`^(?:\\d{1,2}[-_. ]?)?${MONTH_PATTERN}(?![a-z])`, "i");

/** `05-03`, `05.03 목`, `05-03-제목`, `0503` */
const MONTH_AND_DAY = /^(\d\d)([-._ ]?)(\d\d)(?:일?[ (]{0,2}[월화수목금토일](?:요일)?[)]?|일)?(?![\d\p{L}])/u;

/** `1012_enum 프로토콜`: a day that some month has, with a title, and no dot as problems have it. */
const TITLED = /^\d\d[0-3]\d[-_ ].*\p{L}/u;

/** `7-5`, `10.1_자습`: one digit will do where the month is known from above. */
const SHORT_MONTH_AND_DAY =
  /^(\d{1,2})([-._])(\d{1,2})(?:일?[ (]{0,2}[월화수목금토일](?:요일)?[)]?|일)?(?![-._]?[\d]|\p{L})/u;

/** `10-09Create`, `10-19댓글`: below its own month a title may be joined to the day, if it does not count (`10-12강`). */
const JOINED = /^(\d\d)[-.](\d\d)(?![\d일월주강장회편화부차개번가대년명권절과단챕])(?=\p{L})/u;

/** What a note of a day may be called before its day: `TIL 07.07`, `4일차_0716`, `Day 4 - 07.16`. */
const BEFORE_DAY =
  /^(?:(?:TIL|WIL|TODO|diary|일기|일지|회고|기록|메모)[-_ ]{0,3}(?=\d)|(?:\d{1,3}\s?일차|day[-_ ]?\d{1,3})[-_. ]{1,3})/i;

/** And in brackets, as every number of the kind: `[4일차] 16`. */
const COUNT = /^\[(?:\d{1,3}\s?(?:일|주)차|(?:day|week)[-_ ]?\d{1,3})\][-_. ]{0,3}/i;

/** `05-2`, `12#2`: another note of the day. One digit is a chapter as often. */
const DAY_AGAIN = /^(\d\d)(?:[-_#]\d|\(\d\))$/;

/** `03`, `3일`, `03 목`, `3일(목) 제목` */
const DAY = /^(\d{1,2})(?:일(?![차간])|[ (]{0,2}[월화수목금토일](?:요일)?[)]?$|$)/;

const WEEK = /^W(\d{1,2})(?![0-9a-z])/i;

/**
 * What a folder or a file's name adds to the date of the folders above it: `08` below `2021` is a month, `03` below
 * `2025/05` a day. A number with a title (`03-변수`) is a chapter as often as a day and adds nothing.
 * @param name NFC, without an extension
 * @param above what the folders above say together
 */
export function dateWithin(name: string, above: FolderDate): StatedDate | undefined {
  const { date: context, distance } = above;
  if (context.precision === "day" || context.within) return undefined;
  const year = yearOfStated(context);
  const month = monthOfStated(context);
  const counted = name.startsWith("[") ? name.replace(COUNT, "") : name;
  const text = counted.replace(BEFORE_DAY, "");
  const korean = KOREAN.exec(text);
  if (korean) return monthOrDay(above, Number(korean[1]), korean[2]);
  const english = ENGLISH.exec(text);
  if (english) return monthOrDay(above, monthNumber(english[1] ?? ""));
  if (distance === "far") return undefined;
  const both = MONTH_AND_DAY.exec(text);
  const isDay = both && (both[2] !== "" || month !== undefined || !mayBeProblem(above, name, text));
  if (isDay) return monthOrDay(above, Number(both[1]), both[3]);
  const short = SHORT_MONTH_AND_DAY.exec(text);
  if (short && isShortDay(above, name, text, short)) return statedDay(year, Number(short[1]), Number(short[3]));
  const joined = JOINED.exec(text);
  if (joined && Number(joined[1]) === month) return statedDay(year, month, Number(joined[2]));
  if (distance !== "direct") return undefined;
  if (month !== undefined) {
    const day = DAY.exec(counted) ?? DAY_AGAIN.exec(name);
    return day ? statedDay(year, month, Number(day[1])) : undefined;
  }
  const week = WEEK.exec(name);
  if (week) return statedWeek(year, Number(week[1]));
  return /^\d{1,2}$/.test(name) ? statedMonth(year, Number(name)) : undefined;
}

/** 1012 alone below a year, or below a folder of problems, is a problem's number as likely as 12 October. */
function mayBeProblem(above: FolderDate, name: string, text: string): boolean {
  if (text.startsWith("0") || isOfDays(above, name, text)) return false;
  return above.isOfProblems || !TITLED.test(text) || tellsOfProblems(name);
}

/** Whether such a number is a day by where it stands: among daily writing, or behind a word for it. */
function isOfDays({ isDaily }: FolderDate, name: string, text: string): boolean {
  return isDaily || (text !== name && !/^\[/.test(name));
}

/** `3-1 변수` is a chapter, unless the month above is the same and said in words, or the name says nothing else. */
function isShortDay(above: FolderDate, name: string, text: string, match: RegExpExecArray): boolean {
  const month = monthOfStated(above.date);
  const isAlone = match[0].length === text.length;
  if (month !== undefined)
    return Number(match[1]) === month && (isAlone || above.isMonthNamed || isOfDays(above, name, text));
  return isAlone && isOfDays(above, name, text);
}

/** Nothing when the folder above says another month, unless one of its weeks reaches into that. */
function monthOrDay({ date, isWeek }: FolderDate, month: number, day?: string): StatedDate | undefined {
  const year = yearOfStated(date);
  const known = monthOfStated(date);
  if (known !== undefined && known !== month)
    return isWeek && day !== undefined ? besides(date, month, Number(day)) : undefined;
  return (day !== undefined && statedDay(year, month, Number(day))) || statedMonth(year, month);
}

/** A day of the first week after a month, or of the last before it. */
function besides(known: StatedDate, month: number, day: number): StatedDate | undefined {
  const monthsOn = (month - (monthOfStated(known) ?? month) + 12) % 12;
  const year = yearOfStated(known);
  if (monthsOn === 1 && day <= 7) return statedDay(month === 1 ? year + 1 : year, month, day);
  return monthsOn === 11 && day >= 24 ? statedDay(month === 12 ? year - 1 : year, month, day) : undefined;
}
