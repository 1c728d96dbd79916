import { dayOf } from "../calendar/day.ts";
import { formatStamp, instantOf } from "../calendar/zone.ts";
import { dateFromStamp } from "../note/dateEvidence/dateFromStamp.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const KOREAN = /^(\d{4})\s?[년./-]\s?(\d{1,2})\s?[월./-]\s?(\d{1,2})(?:\s?[일.])?/;
const ENGLISH = /^([A-Za-z]{3,9})\s(\d{1,2}),\s?(\d{4})/;
const TIME = /^\s?(오전|오후)?\s?(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(AM|PM)?/i;
/** Only a stamp of a program has one. */
const ZONE = /[tT]\d{2}:\d{2}|(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * A day, and the time where it is told, as blogs and Notion write them: `2023년 5월 19일 오후 8:26`, `May 19, 2023 8:26 PM`,
 * `2021-05-01 12:00:00`, `2020. 5. 1. 12:00`, `2021-05-10T16:52:27.150Z`. What follows `→` is an end. The answer is a date
 * for front matter: a stamp, or a day.
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
  const korean = KOREAN.exec(text);
  const english = ENGLISH.exec(text);
  const day = korean
    ? dayOf(Number(korean[1]), Number(korean[2]), Number(korean[3]))
    : english
      ? dayOf(Number(english[3]), monthNamed(english[1] ?? ""), Number(english[2]))
      : undefined;
  if (day === undefined) return undefined;
  const time = TIME.exec(text.slice((korean ?? english)?.[0].length ?? 0));
  if (!time) return day;
  const [, korHalf, hours, minutes, seconds = "0", engHalf] = time;
  const isLate = korHalf === "오후" || engHalf?.toUpperCase() === "PM";
  const hasHalf = korHalf !== undefined || engHalf !== undefined;
  const hour = hasHalf ? (Number(hours) % 12) + (isLate ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return day;
  const second = hour * 3600 + Number(minutes) * 60 + Math.min(Number(seconds), 59);
  return formatStamp(instantOf(day, second, timeZone), timeZone);
}

function monthNamed(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
