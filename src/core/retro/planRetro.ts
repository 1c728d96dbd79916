import type { YearMonth } from "../calendar/month.ts";
import { kindOfPeriod, monthsOf, type Period, previousPeriod, samePeriodLastYear } from "../calendar/period.ts";
import { RETRO_TEMPLATES } from "../note/builtInTemplates.ts";
import { findConflict } from "../note/conflict.ts";
import { type NotePath, noteId } from "../note/note.ts";
import { type Notebook, readIfThere, readTemplate } from "../notebook/notebook.ts";
import type { Site } from "../settings/settings.ts";
import { applyEdits, smallestEdit } from "../text/edit.ts";
import type { NewNote } from "../write/newNote.ts";
import { placeOnDisk } from "../write/planTomak.ts";
import type { WriteProblem } from "../write/problem.ts";
import { compileRetro } from "./compileRetro.ts";
import { type ImageCopy, type ImageProblem, NO_IMAGES, type PlacedImages, shownIn } from "./images/placeImages.ts";
import { baseFilePath, nextBaseFilePath, readBaseFile, writeBaseFile } from "./merge/baseFile.ts";
import type { GeneratedDraft } from "./merge/generatedDraft.ts";
import { type DraftMerge, type MergeChoices, mergeDraft } from "./merge/mergeDraft.ts";
import { readSavingFile, type SavedDraft, savingFilePath, wholeDraft, writeSavingFile } from "./merge/savingFile.ts";
import { draftOf, notesForRetro } from "./notesForRetro.ts";
import { pictureForm } from "./pictures/pictureForm.ts";
import { bodyOf, withBodies, withEntries } from "./retroNotes.ts";
import { frontMatterFormat, retroPath, siteLayout } from "./site.ts";
import type { MonthInRetro } from "./yearlySections.ts";

export type RetroPlan =
  | {
      readonly action: "create";
      readonly draft: NewNote;
      readonly base: BaseFile;
      readonly noteCount: number;
      /** Images that the draft shows and the site does not have yet; made with the draft. */
      readonly copies: readonly ImageCopy[];
      readonly imageProblems: readonly ImageProblem[];
    }
  | ({ readonly action: "update" } & RetroUpdate)
  | { readonly action: "refuse"; readonly problem: WriteProblem };

/** A file that belongs to a draft. */
export interface FileOfDraft {
  readonly path: NotePath;
  readonly text: string;
}

/** What was generated, as the file that remembers it. */
export interface BaseFile extends FileOfDraft {
  /** Where to keep the text while that file is written. */
  readonly nextPath: NotePath;
}

/** A draft that is there, and what making it again would do. */
export interface RetroUpdate {
  readonly path: NotePath;
  /** What the file that remembers the last generation holds; `undefined` when there is none that can be read. */
  readonly rememberedText: string | undefined;
  /** Whether that file was cut off while it was written, so that it has to be written again. */
  readonly isDamaged: boolean;
  /** The edits of the draft's text as it is now, under the person's choices; may be asked again with other choices. */
  merge(post: string, choices?: MergeChoices): DraftMerge;
  baseFile(merge: DraftMerge): BaseFile;
  /** Images that the post shows once it is as merged, and that the site does not have yet. */
  copies(post: string): readonly ImageCopy[];
  readonly imageProblems: readonly ImageProblem[];
  /** What keeps the draft's new text while it is saved, to be removed afterwards. */
  savingFile(text: string): FileOfDraft;
}

/**
 * The period's retro: the draft there is, found by its title or its place, or the one to create. Nothing is written.
 * Notes `leftOut` of a new draft are remembered like entries deleted by hand: they stay out until they are asked for.
 */
export async function planRetro(
  notebook: Notebook,
  period: Period,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<RetroPlan> {
  const layout = await siteLayout(notebook.files, notebook.settings.retro);
  const place = retroPath(layout, period, await notebook.engines.loadTemplates());
  if (!place.ok)
    return { action: "refuse", problem: { reason: "path", setting: "retro.path", problem: place.problem } };
  const onDisk = await placeOnDisk(notebook, place.path);
  const saving = await readSaving(notebook, period);
  const existing = saving?.path ?? draftOf(notebook.index, period)?.path ?? (onDisk.isThere ? onDisk.path : undefined);
  const post = saving?.text ?? (existing === undefined ? undefined : await notebook.readText(existing));
  if (existing !== undefined && post !== undefined && findConflict(post) !== undefined)
    return { action: "refuse", problem: { reason: "conflict", path: existing } };
  // Links lead from where the post is: one that is published has moved.
  const composed = await composeRetro(notebook, period, layout.site, existing ?? place.path, { post });
  if (!composed.ok) return { action: "refuse", problem: composed.problem };
  const { draft } = composed;
  const baseFile = (generated: GeneratedDraft): BaseFile => ({
    path: baseFilePath(period),
    nextPath: nextBaseFilePath(period),
    text: writeBaseFile(generated),
  });
  if (existing === undefined) {
    const chosen =
      leftOut.size === 0 ? composed : await composeRetro(notebook, period, layout.site, place.path, { leftOut });
    if (!chosen.ok) return { action: "refuse", problem: chosen.problem };
    const { text, cursor, noteCount, images } = chosen;
    return {
      action: "create",
      draft: { path: onDisk.path, text, cursor },
      base: baseFile(draft),
      noteCount,
      copies: shownIn(text, images),
      imageProblems: images.problems,
    };
  }
  const remembered = await readRemembered(notebook, period);
  const base = remembered?.base;
  return {
    action: "update",
    path: existing,
    rememberedText: remembered?.text,
    isDamaged: remembered?.isDamaged === true,
    merge: (post, choices) => {
      const whole = wholeDraft(post, saving);
      const merge = mergeDraft(whole, base, draft, choices);
      if (whole === post) return merge;
      // What was cut off comes back only when the person has seen it.
      return { ...merge, edits: [smallestEdit(post, applyEdits(whole, merge.edits))], changesLines: true };
    },
    baseFile: (merge) => baseFile(merge.base),
    copies: (post) => shownIn(post, composed.images),
    imageProblems: composed.images.problems,
    savingFile: (text) => ({ path: savingFilePath(period), text: writeSavingFile({ path: existing, text }) }),
  };
}

/** What was generated last: the file of it, or, where that was cut off, what was kept while it was written. */
async function readRemembered(
  notebook: Notebook,
  period: Period,
): Promise<{ readonly text: string; readonly base: GeneratedDraft; readonly isDamaged: boolean } | undefined> {
  for (const path of [baseFilePath(period), nextBaseFilePath(period)]) {
    const text = await readIfThere(notebook, path);
    const base = text === undefined ? undefined : readBaseFile(text);
    if (text !== undefined && base !== undefined) return { text, base, isDamaged: path !== baseFilePath(period) };
  }
  return undefined;
}

/** A draft that was being saved when the program ended, as far as it is still cut off. */
async function readSaving(notebook: Notebook, period: Period): Promise<SavedDraft | undefined> {
  const file = await readIfThere(notebook, savingFilePath(period));
  const saving = file === undefined ? undefined : readSavingFile(file);
  const onDisk = saving && (await readIfThere(notebook, saving.path));
  return onDisk !== undefined && wholeDraft(onDisk, saving) !== onDisk ? saving : undefined;
}

export type ComposedRetro =
  | {
      readonly ok: true;
      readonly draft: GeneratedDraft;
      readonly text: string;
      readonly cursor: number;
      readonly noteCount: number;
      readonly images: PlacedImages;
    }
  | { readonly ok: false; readonly problem: WriteProblem };

/** The text of a period's draft as its notes are now; `post` is the draft that is there. */
export async function composeRetro(
  notebook: Notebook,
  period: Period,
  site: Site,
  draftPath: NotePath,
  { leftOut, post }: { readonly leftOut?: ReadonlySet<string>; readonly post?: string | undefined } = {},
): Promise<ComposedRetro> {
  const { index, settings } = notebook;
  const lastYear = samePeriodLastYear(period);
  const months = monthsOf(period);
  const templateName = RETRO_TEMPLATES[kindOfPeriod(period)];
  const context = { site, draftPath, parse: await notebook.engines.loadMarkdown() };
  const all = notesForRetro(index, period);
  // A longer period tells of its months, not of each note.
  const read =
    months.length > 1
      ? { notes: await withBodies(notebook, all), images: NO_IMAGES }
      : await withEntries(notebook, all, period, context, post);
  const notes = read.notes.filter(({ note }) => !leftOut?.has(noteId(note)));
  const compiled = compileRetro({
    ...context,
    period,
    notes,
    notesBefore: notesForRetro(index, previousPeriod(period)),
    notesLastYear: lastYear === undefined ? [] : notesForRetro(index, lastYear),
    ...(months.length > 1 && { months: await Promise.all(months.map((month) => monthInRetro(notebook, month))) }),
    settings: settings.retro,
    picture: await pictureForm(notebook.files, settings.retro.picture, site, post),
    dayRule: settings.dayRule,
    frontMatterFormat: await frontMatterFormat(notebook.files, settings.retro, site, draftPath),
    template: await readTemplate(notebook, templateName),
    render: await notebook.engines.loadTemplates(),
    templateName,
  });
  if (!compiled.ok) return compiled;
  const { draft, cursor } = compiled;
  return {
    ok: true,
    draft,
    text: draft.lines.join("\n"),
    cursor: cursor ?? 0,
    noteCount: notes.length,
    images: read.images,
  };
}

async function monthInRetro(notebook: Notebook, month: YearMonth): Promise<MonthInRetro> {
  const retro = draftOf(notebook.index, month);
  // What cannot be read says nothing of its month.
  const isReadable = retro?.problem === undefined || retro.problem.reason === "broken-front-matter";
  return {
    month,
    notes: notesForRetro(notebook.index, month),
    ...(retro && isReadable && { retro: { note: retro, body: await bodyOf(notebook, retro) } }),
  };
}
