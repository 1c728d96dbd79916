import type { Day } from "../../core/calendar/day.ts";
import { koreanMonth, lastDayOf, monthOfDay } from "../../core/calendar/month.ts";
import { monthOfNode } from "../../core/notebook/nodeArgument.ts";
import { askDay } from "./askDay.ts";

/** Asks for a day of the month whose row in the tree was clicked. */
export async function askDayIn(target: unknown, today: Day, what: string): Promise<Day | undefined> {
  const month = monthOfNode(target);
  if (month === undefined) return askDay({ title: `다른 날의 ${what} 쓰기`, today });
  const suggestion = monthOfDay(today) === month ? today : lastDayOf(month);
  return askDay({
    title: `${koreanMonth(month)}의 ${what} 쓰기`,
    today,
    suggestion,
    refuse: (day) => (monthOfDay(day) === month ? undefined : `${koreanMonth(month)}의 날을 적어 주세요.`),
  });
}
