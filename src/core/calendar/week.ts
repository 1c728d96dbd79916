import { addDays, type Day, dayOf, type Weekday, weekdayOf } from "./day.ts";
import { koreanWeekday, WEEKDAY_LETTERS } from "./koreanDay.ts";

export const WEEK_STARTS = ["sunday", "monday"] as const;

/** The day on which the weeks of a calendar start. */
export type WeekStart = (typeof WEEK_STARTS)[number];

/** The place of a weekday in its week: 0 for the day on which weeks start. */
export function placeInWeek(weekday: Weekday, start: WeekStart): number {
  return start === "sunday" ? weekday : (weekday + 6) % 7;
}

/** The first day of the week a day lies in. @throws RangeError outside the years 1000–9999 */
export function weekStartOf(day: Day, start: WeekStart): Day {
  return addDays(day, -placeInWeek(weekdayOf(day), start));
}

/** The weekdays in the order of a week, each with its letter: `일`, `일요일`. */
export function weekdaysFrom(start: WeekStart): readonly { readonly letter: string; readonly name: string }[] {
  const letters = start === "sunday" ? WEEKDAY_LETTERS : WEEKDAY_LETTERS.slice(1) + WEEKDAY_LETTERS.charAt(0);
  return [...letters].map((letter) => ({ letter, name: `${letter}요일` }));
}

/** All days of a year, in order; empty for a year the calendar does not have. */
export function daysOfYear(year: number): readonly Day[] {
  const days: Day[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let number = 1; number <= 31; number++) {
      const day = dayOf(year, month, number);
      if (day !== undefined) days.push(day);
    }
  }
  return days;
}

/** `5월 3일 토요일` */
export function koreanDay(day: Day): string {
  return `${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일 ${koreanWeekday(day)}`;
}
