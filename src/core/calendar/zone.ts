import { tzOffset } from "@date-fns/tz";
import { UTCDate } from "@date-fns/utc";
import type { Instant } from "./clock.ts";
import { addDays, type Day, dayOf, partsOf } from "./day.ts";

/** What makes an instant the writer's day. */
export interface DayRule {
  /** An IANA name (`Asia/Seoul`) or an offset (`+09:00`); {@link isTimeZone} holds. */
  readonly timeZone: string;
  /** When the writer's day begins: minutes after midnight on the wall clock, 0–1439. */
  readonly dayStartsAt: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The writer's day: at 01:30 with `dayStartsAt` 240 it is still the day before. */
export function dayAt(instant: Instant, rule: DayRule): Day {
  // Counted back on the wall clock, so that a day begins at 04:00 on the days the clocks change as well.
  return dayOfWallClock(wallClock(instant, rule.timeZone) - rule.dayStartsAt * MINUTE);
}

/** The first instant of the writer's next day. */
export function nextDayAt(instant: Instant, rule: DayRule): Instant {
  const today = dayAt(instant, rule);
  const start = instantOf(addDays(today, 1), rule.dayStartsAt * 60, rule.timeZone);
  // Where the clocks change, the wall clock may show the hour at which days begin once more, or not at all.
  const isFirst = start > instant && dayAt(start, rule) > today && dayAt(start - 1, rule) <= today;
  return isFirst ? start : firstOfNextDay(instant, today, rule);
}

function firstOfNextDay(instant: Instant, today: Day, rule: DayRule): Instant {
  let [before, after] = [instant, instant + 2 * DAY];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle, rule) > today) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * The calendar's day, from midnight to midnight.
 * @throws RangeError when there is no such time zone or the year is not 1000–9999
 */
export function civilDayAt(instant: Instant, timeZone: string): Day {
  return dayOfWallClock(wallClock(instant, timeZone));
}

/** A moment as Jekyll reads it: `2025-05-01 23:10:00 +0900`. */
export function formatStamp(instant: Instant, timeZone: string): string {
  const local = wallClock(instant, timeZone);
  const time = new UTCDate(local).toISOString().slice(11, 19);
  const offset = Math.round(offsetAt(instant, timeZone) / MINUTE);
  const distance = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(distance / 60))}${twoDigits(distance % 60)}`;
  return `${dayOfWallClock(local)} ${time} ${zone}`;
}

/**
 * The stamp of a note of `day` written at `now`: the moment of that civil day nearest to now, so that the stamp never
 * says another day than the note does. What is written at 01:30, while the day before still lasts, is stamped 23:59:59.
 */
export function stampFor(day: Day, now: Instant, rule: DayRule): string {
  const { timeZone } = rule;
  const start = instantOf(day, 0, timeZone);
  const lastSecond = instantOf(addDays(day, 1), 0, timeZone) - 1000;
  return formatStamp(Math.min(Math.max(now, start), lastSecond), timeZone);
}

/** The stamp of the first moment of a civil day: what is dated by rule, whenever it is made. */
export function stampAtStartOf(day: Day, rule: DayRule): string {
  return formatStamp(instantOf(day, 0, rule.timeZone), rule.timeZone);
}

/**
 * The instant at which clocks in the zone show this second of the day. A time that the clocks skipped counts as the
 * same distance after the jump; of a time they showed twice it is the first.
 */
export function instantOf(day: Day, secondOfDay: number, timeZone: string): Instant {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const local = Date.UTC(year, month - 1, dayOfMonth, 0, 0, secondOfDay);
  const before = local - offsetAt(local - DAY, timeZone);
  const after = local - offsetAt(local + DAY, timeZone);
  return before === after || wallClock(before, timeZone) === local || wallClock(after, timeZone) !== local
    ? before
    : after;
}

/** `04:00` or `4:00` → 240; `undefined` for what is no time of day (`24:00`). */
export function parseTimeOfDay(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** Whether this machine knows the zone; `Asia/Seoul` and `+09:00` both are names. */
export function isTimeZone(name: string): boolean {
  // tzOffset finds an offset within any text, so nonsense around one is refused first.
  return (
    /^(?:[A-Za-z][A-Za-z0-9_+\-/]*|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/.test(name) &&
    !Number.isNaN(tzOffset(name, new UTCDate(0)))
  );
}

/** The wall clock in the zone, as if it were UTC. */
function wallClock(instant: Instant, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

function offsetAt(instant: Instant, timeZone: string): number {
  const minutes = tzOffset(timeZone, new UTCDate(instant));
  if (Number.isNaN(minutes)) throw new RangeError(`no such time zone or instant: ${timeZone}, ${instant}`);
  return minutes * MINUTE;
}

function dayOfWallClock(local: number): Day {
  const date = new UTCDate(local);
  const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (day === undefined) throw new RangeError(`outside the years 1000–9999: ${local}`);
  return day;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
