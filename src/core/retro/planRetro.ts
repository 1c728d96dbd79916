import { addMonths, type YearMonth } from "../calendar/month.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NotePath } from "../note/note.ts";
import { describeNoteProblem } from "../note/noteProblem.ts";
import { type Notebook, readTemplate } from "../notebook/notebook.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";
import type { Site } from "../settings/settings.ts";
import type { NewNote } from "../write/newNote.ts";
import { placeOnDisk } from "../write/planTomak.ts";
import type { WriteProblem } from "../write/problem.ts";
import { belongsInRetro, compileRetro, type RetroNote } from "./compileRetro.ts";
import { missingFromDraft } from "./missingFromDraft.ts";
import { retroPath, siteLayout } from "./site.ts";

export type RetroPlan =
  /** The month's draft is there: it is left as it is. `missing` are the notes of the month it does not quote. */
  | { readonly action: "open"; readonly path: NotePath; readonly missing: readonly Note[] }
  | { readonly action: "create"; readonly draft: NewNote; readonly noteCount: number }
  | { readonly action: "refuse"; readonly problem: WriteProblem };

/** The month's retro: the draft there is, found by its place or by its title, or the one to create. Nothing is written. */
export async function planRetro(notebook: Notebook, month: YearMonth): Promise<RetroPlan> {
  const layout = await siteLayout(notebook.files, notebook.settings.retro);
  const place = retroPath(layout, month);
  if (!place.ok)
    return { action: "refuse", problem: { reason: "path", setting: "retro.path", problem: place.problem } };
  const onDisk = await placeOnDisk(notebook, place.path);
  const existing = draftOf(notebook.index, month)?.path ?? (onDisk.isThere ? onDisk.path : undefined);
  if (existing !== undefined) {
    const draft = await notebook.readText(existing);
    return { action: "open", path: existing, missing: missingFromDraft(draft, notesForRetro(notebook.index, month)) };
  }
  const composed = await composeRetro(notebook, month, layout.site);
  if (!composed.ok) return { action: "refuse", problem: composed.problem };
  return {
    action: "create",
    draft: { path: onDisk.path, text: composed.text, cursor: composed.cursor },
    noteCount: composed.noteCount,
  };
}

/** The month's notes that its retro gathers. */
export function notesForRetro(index: NotebookIndex, month: YearMonth): readonly Note[] {
  return index.notesOf(month).filter(belongsInRetro);
}

/** The month's retro, wherever it lies and whatever it is called: its title says the month. */
export function draftOf(index: NotebookIndex, month: YearMonth): Note | undefined {
  return index.notes().find(({ kind, retro }) => kind === "retro" && retro?.month === month);
}

export type ComposedRetro =
  | { readonly ok: true; readonly text: string; readonly cursor: number; readonly noteCount: number }
  | { readonly ok: false; readonly problem: WriteProblem };

/** The text of a month's draft as its notes are now. */
export async function composeRetro(notebook: Notebook, month: YearMonth, site: Site): Promise<ComposedRetro> {
  const { index, settings } = notebook;
  const notes = notesForRetro(index, month);
  const compiled = compileRetro({
    month,
    notes: await Promise.all(notes.map((note) => withBody(notebook, note))),
    lastMonthNotes: index.notesOf(addMonths(month, -1)),
    site,
    settings: settings.retro,
    dayRule: settings.dayRule,
    template: await readTemplate(notebook, "retro"),
  });
  if (!compiled.ok) return compiled;
  return { ok: true, text: compiled.text, cursor: compiled.cursor ?? 0, noteCount: notes.length };
}

async function withBody(notebook: Notebook, note: Note): Promise<RetroNote> {
  const { problem } = note;
  // What could not be read is named where it belongs; the month's other notes go on.
  if (problem !== undefined && problem.reason !== "broken-front-matter")
    return { note, body: `(${note.path}: ${describeNoteProblem(problem)})` };
  const text = await notebook.readText(note.path);
  const body =
    note.range === undefined
      ? text.slice(readFrontMatter(text).bodyStart)
      : text.slice(note.range.start, note.range.end);
  return { note, body };
}
