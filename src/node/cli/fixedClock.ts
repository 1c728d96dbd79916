import type { Clock } from "../../core/calendar/clock.ts";
import { parseDay } from "../../core/calendar/day.ts";
import { type DayRule, instantOf, isTimeZone } from "../../core/calendar/zone.ts";
import { UsageError } from "./usage.ts";

/** A clock that stands still, for `--now`; a time without a zone is one of the notebook's zone. */
export function fixedClock(text: string, { timeZone }: DayRule): Clock {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  const [, date = "", hours = "00", minutes = "00", seconds = "00", zone] = match ?? [];
  const day = parseDay(date);
  const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const isClock = Number(minutes) < 60 && Number(seconds) < 60 && second < 86_400;
  if (day === undefined || !isClock || (zone !== undefined && zone !== "Z" && !isTimeZone(zone)))
    throw new UsageError("--now에는 2025-05-01T23:10:00+09:00처럼 적어 주세요.");
  const instant = instantOf(day, second, zone === undefined ? timeZone : zone === "Z" ? "UTC" : zone);
  return { now: () => instant };
}
