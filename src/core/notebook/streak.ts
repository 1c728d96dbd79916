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
