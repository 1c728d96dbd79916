import type { Instant } from "../../calendar/clock.ts";
import { parseDay } from "../../calendar/day.ts";
import { civilDayAt, instantOf } from "../../calendar/zone.ts";
import { nfc } from "../../text/nfc.ts";
import { type StatedDate, statedDay, statedMonth, statedYear } from "./noteDate.ts";
import { scanDate } from "./scanDate.ts";
import { scanYearLast } from "./yearLast.ts";

export interface Stamp {
  readonly date: StatedDate;
  readonly instant?: Instant;
}

/** Longer than any stamp. */
const LONGEST = 80;

/** Year, then month and day with separators or without; no digit and no letter may follow, save the T of a time. */
const DATE =
  /^(\d{4})(?:(?:[-./]\s?|년\s?)(\d{1,2})(?:(?:[-./]\s?|월\s?)(\d{1,2})[일.]?|월)?|년|(\d\d)(\d\d))?(?![-./]?\d)(?!(?![Tt]\d)\p{L})/u;

const TIME =
  /^(?:T|\s{1,2})(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)?\s?(?:(Z|UTC|GMT)|([+-])(\d{1,2}):?(\d{2})?)?(?!\s?[\p{L}\d:])/iu;

/**
 * A date as front matter carries it: `2025-05-01 23:10:00 +0900`, `2022-02-19T02:26:36+09:00`, `2020-12-23T15:00:00.000Z`,
 * `2024-7-23`, `2025년 5월 1일`, `Jul 08 2022`, `[[2025-05-01]]`. Template text, an impossible day and the zero date of generators are no date.
 *
 * The day is the one written, save for a stamp in UTC: no one lives there, so it was written by a program and the day
 * is that of the notebook's zone. `dayStartsAt` moves none of them: it settles which day a person means by "today", and
 * a stamp already says its day (a note written at 01:30 for the day before carries 23:59:59 of that day).
 */
export function dateFromStamp(text: string, timeZone: string): Stamp | undefined {
  const stamp = nfc(text.slice(0, LONGEST)).replace(/^[\s"'`[]+/, "");
  const match = DATE.exec(stamp);
  if (!match) return epochStamp(stamp, timeZone) ?? shortStamp(stamp) ?? englishStamp(stamp, timeZone);
  const year = Number(match[1]);
  const month = match[2] ?? match[4];
  const day = match[3] ?? match[5];
  if (year < 1900 || year > 2199) return undefined;
  if (month === undefined) return { date: statedYear(year) };
  const date = day === undefined ? statedMonth(year, Number(month)) : statedDay(year, Number(month), Number(day));
  if (date === undefined || date.precision !== "day") return date && { date };
  return withTime(date, stamp.slice(match[0].length), timeZone);
}

/** Seconds or milliseconds since 1970, of the years 2001 to 2033, as Dendron has them. */
function epochStamp(stamp: string, timeZone: string): Stamp | undefined {
  const match = /^(1\d{9})(\d{3})?["'\s]*$/.exec(stamp);
  if (!match) return undefined;
  const instant = Number(match[1]) * 1000 + Number(match[2] ?? 0);
  return { date: { text: civilDayAt(instant, timeZone), precision: "day" }, instant };
}

/** `Jul 08 2022`, `Wed, 05 Jan 2022 15:30:00 GMT`, `Wednesday, January 5th 2022, 10:00:00 am`. */
function englishStamp(stamp: string, timeZone: string): Stamp | undefined {
  const found = scanYearLast(stamp);
  // Programs write `GMT+0900`, which is an offset and not the zone.
  return found?.start === 0
    ? withTime(found.date, stamp.slice(found.end).replace(/GMT(?=[+-])/, ""), timeZone)
    : undefined;
}

/** `24.08.28`, `24년 8월 28일`, as people type it. */
function shortStamp(stamp: string): Stamp | undefined {
  const found = /^\d\d(?!\d)/.test(stamp) ? scanDate(stamp) : undefined;
  return found?.start === 0 ? { date: found.date } : undefined;
}

function withTime(date: StatedDate, rest: string, timeZone: string): Stamp {
  const match = TIME.exec(rest);
  const day = parseDay(date.text);
  if (!match || day === undefined) return { date };
  const [, hours, minutes, seconds = "0", utc, sign, offsetHours = "0", offsetMinutes = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return { date };
  // Typed by hand, seconds above 59 occur; they must not carry a note into the next day.
  const secondOfDay = Number(hours) * 3600 + Number(minutes) * 60 + Math.min(Number(seconds), 59);
  if (utc === undefined && sign === undefined) return { date, instant: instantOf(day, secondOfDay, timeZone) };
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const instant = Date.parse(day) + (secondOfDay - offset * 60) * 1000;
  return offset === 0 ? { date: { ...date, text: civilDayAt(instant, timeZone) }, instant } : { date, instant };
}
