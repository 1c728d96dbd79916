import { addDays, type Day } from "../calendar/day.ts";

/** The longest run of consecutive days among these; 0 for none. */
export function longestStreak(days: ReadonlySet<Day>): number {
  let longest = 0;
  for (const day of days) {
    if (days.has(addDays(day, -1))) continue;
    let length = 1;
    for (let next = addDays(day, 1); days.has(next); next = addDays(next, 1)) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

export interface Streak {
  /** Days in a row up to today, or up to yesterday while today is still to be written. */
  readonly length: number;
  readonly isTodayWritten: boolean;
}

/** The run of days that still goes on: a day that is not over yet does not end it. */
export function currentStreak(isWritten: (day: Day) => boolean, today: Day): Streak {
  const isTodayWritten = isWritten(today);
  let length = isTodayWritten ? 1 : 0;
  for (let day = addDays(today, -1); isWritten(day); day = addDays(day, -1)) length++;
  return { length, isTodayWritten };
}
