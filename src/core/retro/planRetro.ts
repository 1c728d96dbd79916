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
import { baseFilePath, readBaseFile, writeBaseFile } from "./merge/baseFile.ts";
import type { GeneratedDraft } from "./merge/generatedDraft.ts";
import { type DraftMerge, type MergeChoices, mergeDraft } from "./merge/mergeDraft.ts";
import { retroPath, siteLayout } from "./site.ts";

export type RetroPlan =
  | {
      readonly action: "create";
      readonly draft: NewNote;
      readonly base: BaseFile;
      readonly noteCount: number;
    }
  | ({ readonly action: "update" } & RetroUpdate)
  | { readonly action: "refuse"; readonly problem: WriteProblem };

/** What was generated, as the file that remembers it. */
export interface BaseFile {
  readonly path: NotePath;
  readonly text: string;
}

/** A draft that is there, and what making it again would do. */
export interface RetroUpdate {
  readonly path: NotePath;
  /** What the file that remembers the last generation holds; `undefined` when there is none that can be read. */
  readonly rememberedText: string | undefined;
  /** The edits of the draft's text as it is now, under the person's choices; may be asked again with other choices. */
  merge(post: string, choices?: MergeChoices): DraftMerge;
  baseFile(merge: DraftMerge): BaseFile;
}

/** The month's retro: the draft there is, found by its title or its place, or the one to create. Nothing is written. */
export async function planRetro(notebook: Notebook, month: YearMonth): Promise<RetroPlan> {
  const layout = await siteLayout(notebook.files, notebook.settings.retro);
  const place = retroPath(layout, month);
  if (!place.ok)
    return { action: "refuse", problem: { reason: "path", setting: "retro.path", problem: place.problem } };
  const composed = await composeRetro(notebook, month, layout.site, place.path);
  if (!composed.ok) return { action: "refuse", problem: composed.problem };
  const { draft, text, cursor, noteCount } = composed;
  const baseFile = (generated: GeneratedDraft): BaseFile => ({
    path: baseFilePath(month),
    text: writeBaseFile(generated),
  });
  const onDisk = await placeOnDisk(notebook, place.path);
  const existing = draftOf(notebook.index, month)?.path ?? (onDisk.isThere ? onDisk.path : undefined);
  if (existing === undefined) {
    return { action: "create", draft: { path: onDisk.path, text, cursor }, base: baseFile(draft), noteCount };
  }
  const rememberedText = await readIfThere(notebook, baseFilePath(month));
  const base = rememberedText === undefined ? undefined : readBaseFile(rememberedText);
  return {
    action: "update",
    path: existing,
    rememberedText: base && rememberedText,
    merge: (post, choices) => mergeDraft(post, base, draft, choices),
    baseFile: (merge) => baseFile(merge.base),
  };
}

async function readIfThere(notebook: Notebook, path: NotePath): Promise<string | undefined> {
  try {
    return await notebook.readText(path);
  } catch (error) {
    if (notebook.files.isMissing(error)) return undefined;
    throw error;
  }
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
  | {
      readonly ok: true;
      readonly draft: GeneratedDraft;
      readonly text: string;
      readonly cursor: number;
      readonly noteCount: number;
    }
  | { readonly ok: false; readonly problem: WriteProblem };

/** The text of a month's draft as its notes are now. */
export async function composeRetro(
  notebook: Notebook,
  month: YearMonth,
  site: Site,
  draftPath: NotePath,
): Promise<ComposedRetro> {
  const { index, settings } = notebook;
  const notes = notesForRetro(index, month);
  const compiled = compileRetro({
    month,
    notes: await Promise.all(notes.map((note) => withBody(notebook, note))),
    lastMonthNotes: index.notesOf(addMonths(month, -1)),
    site,
    draftPath,
    settings: settings.retro,
    dayRule: settings.dayRule,
    template: await readTemplate(notebook, "retro"),
    parse: await notebook.loadMarkdown(),
  });
  if (!compiled.ok) return compiled;
  const { draft, cursor } = compiled;
  return { ok: true, draft, text: draft.lines.join("\n"), cursor: cursor ?? 0, noteCount: notes.length };
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
