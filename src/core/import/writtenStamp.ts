import { type Day, dayOf } from "../calendar/day.ts";
import { formatStamp, instantOf } from "../calendar/zone.ts";
import { dateFromStamp } from "../note/dateEvidence/dateFromStamp.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const KOREAN = /^(\d{4})\s?[년./-]\s?(\d{1,2})\s?[월./-]\s?(\d{1,2})(?:\s?[일.])?/;
const ENGLISH = /^([A-Za-z]{3,9})\s(\d{1,2}),\s?(\d{4})/;
/** As feeds and mail have it (RFC 822): `Tue, 08 Jul 2025 12:30:52 GMT`. */
const FEED = /^(?:[A-Za-z]{3},\s)?(\d{1,2})\s([A-Za-z]{3,9})\s(\d{4})/;
const TIME =
  /^,?\s?(오전|오후)?\s?(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(AM|PM)?(?:\s?\(?(?:(UTC|GMT|KST)(?![a-z])\s?)?(?:([+-])(\d{1,2}):?(\d{2})?)?)?/i;
/** Only a stamp of a program has one. */
const ZONE = /[tT]\d{2}:\d{2}|(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * A day, and the time where it is told, as blogs, feeds and Notion write them: `2023년 5월 19일 오후 8:26`,
 * `May 19, 2023 8:26 PM (UTC)`, `2021-05-01 12:00:00`, `2020. 5. 1. 12:00`, `2021-05-10T16:52:27.150Z`,
 * `Tue, 08 Jul 2025 12:30:52 GMT`. What follows `→` is an end. The answer is a date for front matter: a stamp, or a day.
 */
export function writtenStamp(written: string, timeZone: string): string | undefined {
  const text =
    written
      .slice(0, 100)
      .replace(/[\s\u00a0\u202f]+/g, " ")
      .replace(/^[ @"']+/, "")
      .split("→")[0]
      ?.trim() ?? "";
  const stamp = ZONE.test(text) ? dateFromStamp(text, timeZone) : undefined;
  if (stamp?.instant !== undefined) return formatStamp(stamp.instant, timeZone);
  const found = dayIn(text);
  return found && (stampOf(found.day, text.slice(found.length), timeZone) ?? found.day);
}

function dayIn(text: string): { readonly day: Day; readonly length: number } | undefined {
  const korean = KOREAN.exec(text);
  const english = ENGLISH.exec(text);
  const feed = FEED.exec(text);
  const day = korean
    ? dayOf(Number(korean[1]), Number(korean[2]), Number(korean[3]))
    : english
      ? dayOf(Number(english[3]), monthNamed(english[1]), Number(english[2]))
      : feed
        ? dayOf(Number(feed[3]), monthNamed(feed[2]), Number(feed[1]))
        : undefined;
  return day && { day, length: (korean ?? english ?? feed)?.[0].length ?? 0 };
}

/** The day and the time that follows it, where one does. */
function stampOf(day: Day, rest: string, timeZone: string): string | undefined {
  const time = TIME.exec(rest);
  if (!time) return undefined;
  const [, korHalf, hours, minutes, seconds = "0", engHalf, zone, sign, offsetHours = "0", offsetMinutes = "0"] = time;
  const isLate = korHalf === "오후" || engHalf?.toUpperCase() === "PM";
  const hasHalf = korHalf !== undefined || engHalf !== undefined;
  const hour = hasHalf ? (Number(hours) % 12) + (isLate ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const second = hour * 3600 + Number(minutes) * 60 + Math.min(Number(seconds), 59);
  if (zone === undefined && sign === undefined) return formatStamp(instantOf(day, second, timeZone), timeZone);
  const isKorean = zone?.toUpperCase() === "KST";
  const offset = isKorean ? 540 : (sign === "-" ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  return formatStamp(Date.parse(day) + (second - offset * 60) * 1000, timeZone);
}

function monthNamed(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
