import fc from "fast-check";
import { addDays, type Day, parseDay } from "../../../src/core/calendar/day.ts";

/** A day for a test; a misspelt one fails it. */
export function day(text: string): Day {
  const result = parseDay(text);
  if (result === undefined) throw new RangeError(`no such day: ${text}`);
  return result;
}

/** Any day of 1990–2099. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40_176 }).map((n) => addDays(day("1990-01-01"), n));
