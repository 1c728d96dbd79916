import type { Day } from "../calendar/day.ts";
import { type Note, noteId } from "../note/note.ts";

/**
 * The existing 토막글 before or after the one with the id `from`; when that is none, before or after today.
 * `notes` are oldest first.
 */
export function neighbourTomak(
  notes: readonly Note[],
  from: string | undefined,
  today: Day,
  direction: "previous" | "next",
): Note | undefined {
  const tomaks = notes.filter(({ kind }) => kind === "tomak");
  const index = tomaks.findIndex((note) => noteId(note) === from);
  if (index >= 0) return tomaks[direction === "previous" ? index - 1 : index + 1];
  const dated = tomaks.filter(({ date }) => date !== undefined);
  return direction === "previous"
    ? dated.findLast(({ date }) => date !== undefined && date.text < today)
    : dated.find(({ date }) => date !== undefined && date.text > today);
}
