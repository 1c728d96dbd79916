import { type Day, parseDay } from "../../core/calendar/day.ts";
import { parseYearMonth, type YearMonth } from "../../core/calendar/month.ts";
import { WEEK_STARTS } from "../../core/calendar/week.ts";
import { is, isText } from "./shape.ts";

export function isDay(value: unknown): value is Day {
  return isText(value) && parseDay(value) !== undefined;
}

export function isMonth(value: unknown): value is YearMonth {
  return isText(value) && parseYearMonth(value) !== undefined;
}

export const isWeekStart = is(...WEEK_STARTS);
