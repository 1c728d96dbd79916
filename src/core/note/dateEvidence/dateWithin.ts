import { monthOfStated, type StatedDate, statedDay, statedMonth, yearOfStated } from "./noteDate.ts";
import { statedWeek } from "./scanDate.ts";

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `5월`, `5월 3일 제목` */
const KOREAN = /^(\d{1,2})월(?:[-_ ]*(\d{1,2})일(?![차간]))?/;

/** `May`, `05-May`, `5_march` */
const ENGLISH =
  /^(?:\d{1,2}[-_. ]?)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/i;

/** `05-03`, `05.03 목`, `05-03-제목`, `0503` */
const MONTH_AND_DAY = /^(\d\d)([-._ ]?)(\d\d)(?:일?[ (]{0,2}[월화수목금토일](?:요일)?[)]?|일)?(?![\d\p{L}])/u;

/** `03`, `3일`, `03 목`, `3일(목) 제목` */
const DAY = /^(\d{1,2})(?:일(?![차간])|[ (]{0,2}[월화수목금토일](?:요일)?[)]?$|$)/;

const WEEK = /^W(\d{1,2})(?![0-9a-z])/i;

/**
 * What a folder or a file's name adds to the date of the folders above it: `08` below `2021` is a month, `03` below
 * `2025/05` a day. A number with a title (`03-변수`) is a chapter as often as a day and adds nothing.
 * @param text NFC, without an extension
 * @param isDirect whether the folder just above is the one that says `context`; only there a bare number is a date
 */
export function dateWithin(text: string, context: StatedDate, isDirect: boolean): StatedDate | undefined {
  if (context.precision === "day" || context.within) return undefined;
  const year = yearOfStated(context);
  const month = monthOfStated(context);
  const korean = KOREAN.exec(text);
  if (korean) return monthOrDay(year, month, Number(korean[1]), korean[2]);
  const english = ENGLISH.exec(text);
  if (english) return monthOrDay(year, month, MONTH_NAMES.indexOf((english[1] ?? "").slice(0, 3).toLowerCase()) + 1);
  if (!isDirect) return undefined;
  const both = MONTH_AND_DAY.exec(text);
  // 1012 below a year is a problem's number as likely as 12 October.
  if (both && (both[2] !== "" || month !== undefined || text.startsWith("0"))) {
    return monthOrDay(year, month, Number(both[1]), both[3]);
  }
  if (month !== undefined) {
    const day = DAY.exec(text);
    return day ? statedDay(year, month, Number(day[1])) : undefined;
  }
  const week = WEEK.exec(text);
  if (week) return statedWeek(year, Number(week[1]));
  return /^\d{1,2}$/.test(text) ? statedMonth(year, Number(text)) : undefined;
}

/** Nothing when the folder above says another month. */
function monthOrDay(year: number, known: number | undefined, month: number, day?: string): StatedDate | undefined {
  if (known !== undefined && known !== month) return undefined;
  return (day !== undefined && statedDay(year, month, Number(day))) || statedMonth(year, month);
}
