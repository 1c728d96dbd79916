import { addDays, type Day, partsOf, weekdayOf } from "../../calendar/day.ts";
import { koreanWeekday } from "../../calendar/koreanDay.ts";
import { periodName } from "../../calendar/koreanPeriod.ts";
import { daysOf, fromMonday, monthsOf, type Period } from "../../calendar/period.ts";

const WRITTEN = "■";
const EMPTY = "□";

/** The days written as a Markdown table: a week or a month by weekday from Monday on, anything longer a row for each month. */
export function calendarText(period: Period, notes: ReadonlyMap<Day, number>): string {
  const months = monthsOf(period);
  return months.length > 1 ? monthTable(months, notes) : weekTable(period, notes);
}

/** `| 1 ■ | 2 □ |`: the number of the day and whether anything was written on it. */
function weekTable(period: Period, notes: ReadonlyMap<Day, number>): string {
  const days = daysIn(period);
  const [first] = days;
  if (first === undefined) return "";
  const cells = Array<string>(fromMonday(weekdayOf(first))).fill("");
  for (const day of days) cells.push(`${partsOf(day).day} ${notes.has(day) ? WRITTEN : EMPTY}`);
  while (cells.length % 7 > 0) cells.push("");
  const monday = addDays(first, -fromMonday(weekdayOf(first)));
  const weekdays = Array.from({ length: 7 }, (_, index) => koreanWeekday(addDays(monday, index)).charAt(0));
  const rows = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return table([weekdays, weekdays.map(() => "---"), ...rows]);
}

/** `| 5월 | 12일 | ■■□… |` */
function monthTable(months: readonly Period[], notes: ReadonlyMap<Day, number>): string {
  const rows = months.map((month) => {
    const days = daysIn(month);
    const written = days.filter((day) => notes.has(day)).length;
    return [periodName(month), `${written}일`, days.map((day) => (notes.has(day) ? WRITTEN : EMPTY)).join("")];
  });
  return table([["달", "쓴 날", "1일부터 말일까지"], ["---", "---:", "---"], ...rows]);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function daysIn(period: Period): readonly Day[] {
  const { first, last } = daysOf(period);
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
