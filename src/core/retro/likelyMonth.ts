import { type Day, partsOf } from "../calendar/day.ts";
import { addMonths, monthOfDay, type YearMonth } from "../calendar/month.ts";

/** Until this day of the month one most likely looks back on the month before. */
const LAST_DAY_FOR_LAST_MONTH = 10;

/** The month a person most likely means when they make a retro today. */
export function likelyMonth(today: Day): YearMonth {
  const thisMonth = monthOfDay(today);
  return partsOf(today).day <= LAST_DAY_FOR_LAST_MONTH ? addMonths(thisMonth, -1) : thisMonth;
}
