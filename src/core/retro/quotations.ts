import { periodName } from "../calendar/koreanPeriod.ts";
import { monthsOf, PERIOD_KINDS, type Period, periodOf } from "../calendar/period.ts";
import { monthOfNote, type Note, noteId } from "../note/note.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";
import { bareTitle } from "./merge/bareTitle.ts";
import type { GeneratedDraft } from "./merge/generatedDraft.ts";
import { belongsInRetro, draftOf } from "./notesForRetro.ts";
import { originsOf } from "./origins.ts";

/** What a draft still holds of what was generated for it. */
export interface DraftContents {
  /** Ids of the notes its entries come from. */
  readonly notes: ReadonlySet<string>;
  /** The titles of these entries as they were generated, without markup. */
  readonly titles: ReadonlySet<string>;
}

/** How a retro holds a note: as an entry, or by telling of its month (`5월`). */
export type Quotation = { readonly by: "entry" } | { readonly by: "month"; readonly name: string };

export function contentsOf(post: readonly string[], draft: GeneratedDraft): DraftContents {
  const notes = new Set(originsOf(post, draft).map(({ note }) => note));
  const entries = draft.entries.filter(({ note }) => notes.has(note));
  return { notes, titles: new Set(entries.map(({ start }) => bareTitle(draft.lines[start] ?? ""))) };
}

/** The drafts there are of the periods a note lies in, one for each, from its week to its year. */
export function draftsAround(
  index: NotebookIndex,
  { date }: Note,
): readonly { readonly period: Period; readonly draft: Note }[] {
  if (date === undefined) return [];
  return PERIOD_KINDS.flatMap((kind) => {
    const period = periodOf(kind, date);
    const draft = period && draftOf(index, period);
    return period === undefined || draft === undefined ? [] : [{ period, draft }];
  });
}

/** `undefined` for a draft that does not hold the note: its entry was deleted or left out, or its month is not told of. */
export function quotationOf(note: Note, period: Period, contents: DraftContents): Quotation | undefined {
  if (monthsOf(period).length <= 1) return contents.notes.has(noteId(note)) ? { by: "entry" } : undefined;
  const month = monthOfNote(note);
  const name = month && periodName(month);
  const isTold = name !== undefined && contents.titles.has(name) && belongsInRetro(note);
  return isTold ? { by: "month", name } : undefined;
}
