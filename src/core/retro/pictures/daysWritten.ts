import { type Day, parseDay } from "../../calendar/day.ts";
import type { Note } from "../../note/note.ts";

/** How many notes each day has; notes whose day is not known are on none. */
export function notesByDay(notes: readonly Note[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const { date } of notes) {
    const day = date?.precision === "day" ? parseDay(date.text) : undefined;
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
