import { type Day, daysBetween, partsOf, type Weekday, weekdayOf } from "./day.ts";

/** In the order of {@link Weekday}. */
export const WEEKDAY_LETTERS = "일월화수목금토";

/** `목요일`; its first letter is the short form. */
export function koreanWeekday(day: Day): string {
  return `${WEEKDAY_LETTERS.charAt(weekdayOf(day))}요일`;
}

/** The weekday that `금`, `금요일` or `금욜` begins with. */
export function weekdayFromKorean(text: string): Weekday | undefined {
  const index = text === "" ? -1 : WEEKDAY_LETTERS.indexOf(text.charAt(0));
  // An index into the seven letters is a weekday.
  return index < 0 ? undefined : (index as Weekday);
}

/** `2025년 5월 1일 목요일 (어제)`: the day in full, and how far it is from today. */
export function describeDay(day: Day, today: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}년 ${month}월 ${dayOfMonth}일 ${koreanWeekday(day)} (${distance(daysBetween(today, day))})`;
}

function distance(days: number): string {
  if (days === 0) return "오늘";
  if (days === -1) return "어제";
  if (days === 1) return "내일";
  return days < 0 ? `${-days}일 전` : `${days}일 뒤`;
}
