import { contains, isMonth, type Period } from "../calendar/period.ts";
import type { Note } from "../note/note.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";

/** What a retro gathers: everything written in the period but the posts and retros made of it, and what asks to stay out. */
export function belongsInRetro(note: Note): boolean {
  return note.kind !== "retro" && note.kind !== "post" && note.leftOutOfRetro !== true;
}

/** The period's notes that its retro gathers, oldest first. */
export function notesForRetro(index: NotebookIndex, period: Period): readonly Note[] {
  const notes = isMonth(period)
    ? index.notesOf(period)
    : index.notes().filter(({ date }) => date !== undefined && contains(period, date));
  return notes.filter(belongsInRetro);
}

/** The period's retro, wherever it lies and whatever it is called: its title says the period. */
export function draftOf(index: NotebookIndex, period: Period): Note | undefined {
  return index
    .notes()
    .find(({ kind, retro }) => kind === "retro" && (isMonth(period) ? retro?.month : retro?.period) === period);
}
