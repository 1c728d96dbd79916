import type { Day } from "./day.ts";
import { readRelativeDay } from "./relativeDay.ts";
import { readWrittenDay } from "./writtenDay.ts";

export { describeDay, koreanWeekday } from "./koreanDay.ts";

export type DayExpression =
  | { readonly ok: true; readonly day: Day }
  | {
      readonly ok: false;
      /** `no-such-day`: the form is understood, but the calendar has no such day (`2/30`) or its weekday is another. */
      readonly reason: "empty" | "not-understood" | "no-such-day";
    };

/** Longer than any form of a day, so a pasted page costs nothing. */
const LONGEST = 60;

/**
 * The day a person means. Typed on a Mac (NFD), in full width or with any spacing, it reads the same.
 * @example
 * parseDayExpression("지난주 금요일", today)
 * parseDayExpression("5/1", today)
 */
export function parseDayExpression(input: string, today: Day): DayExpression {
  if (input.length > 10 * LONGEST) return { ok: false, reason: "not-understood" };
  // NFKC also turns full-width digits and punctuation into the ordinary ones.
  const spaced = input.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
  if (spaced === "") return { ok: false, reason: "empty" };
  if (spaced.length > LONGEST) return { ok: false, reason: "not-understood" };
  const day = readWrittenDay(spaced, today) ?? readRelativeDay(spaced.replaceAll(" ", ""), today);
  if (day === undefined) return { ok: false, reason: "not-understood" };
  return day === "no-such-day" ? { ok: false, reason: "no-such-day" } : { ok: true, day };
}
