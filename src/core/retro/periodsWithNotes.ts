import { type Period, type PeriodKind, periodOf } from "../calendar/period.ts";
import type { Note } from "../note/note.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";
import { belongsInRetro } from "./notesForRetro.ts";

/** The periods of a kind that have notes for a retro, newest first, each with its notes. */
export function periodsWithNotes(
  index: NotebookIndex,
  kind: PeriodKind,
): readonly { readonly period: Period; readonly notes: readonly Note[] }[] {
  const byPeriod = new Map<Period, Note[]>();
  for (const note of index.notes()) {
    const period = note.date && belongsInRetro(note) ? periodOf(kind, note.date) : undefined;
    if (period === undefined) continue;
    const notes = byPeriod.get(period);
    if (notes === undefined) byPeriod.set(period, [note]);
    else notes.push(note);
  }
  // Periods of one kind sort as text.
  return [...byPeriod].map(([period, notes]) => ({ period, notes })).sort((a, b) => (a.period < b.period ? 1 : -1));
}
