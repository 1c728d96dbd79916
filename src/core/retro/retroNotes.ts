import type { Period } from "../calendar/period.ts";
import { sectionBody, sectionIn } from "../note/diary/sectionIn.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NoteProblem } from "../note/note.ts";
import { describeNoteProblem } from "../note/noteProblem.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { comparePaths } from "../notebook/order.ts";
import { pause } from "../pause.ts";
import { noteRulesOf } from "../settings/noteRules.ts";
import type { RetroNote } from "./compileRetro.ts";
import { type EntryContext, entryImages, entryText } from "./entry/entryText.ts";
import { imageSources } from "./entry/imageSources.ts";
import { assetFolder, folderLeftBehind } from "./images/assetFolder.ts";
import { NO_IMAGES, type PlacedImages, placeImages } from "./images/placeImages.ts";

/** How many notes are read at a time. */
const NOTES_AT_ONCE = 32;
/** How many entries are made before others get their turn: some milliseconds' work even before it is compiled. */
const ENTRIES_IN_ONE_GO = 8;

export interface ReadNotes {
  readonly notes: readonly RetroNote[];
  readonly images: PlacedImages;
}

/**
 * Reads the notes and makes their entries, with pauses: a month of long notes would hold up the editor. Images are
 * placed for all notes of the period, so that leaving one out renames no other note's; beside those that `post`, the draft
 * that is there, shows already.
 */
export async function withEntries(
  notebook: Notebook,
  notes: readonly Note[],
  period: Period,
  context: EntryContext,
  post?: string,
): Promise<ReadNotes> {
  const read = await withBodies(notebook, notes);
  const images =
    notebook.settings.retro.images === "copy"
      ? await imagesOf(notebook, read, period, { ...context, post })
      : NO_IMAGES;
  const made: RetroNote[] = [];
  for (const { note, body } of read) {
    made.push({ note, body, entry: entryText(note, body, { ...context, images: images.addresses }) });
    if (made.length % ENTRIES_IN_ONE_GO === 0) await pause();
  }
  await pause();
  return { notes: made, images };
}

/** Notes whose text no entry is made of; read with pauses as well. */
export async function withBodies(notebook: Notebook, notes: readonly Note[]): Promise<readonly RetroNote[]> {
  const made: RetroNote[] = [];
  for (let from = 0; from < notes.length; from += NOTES_AT_ONCE) {
    const some = notes.slice(from, from + NOTES_AT_ONCE);
    const bodies = await Promise.all(some.map((note) => bodyOf(notebook, note)));
    for (const [index, note] of some.entries()) made.push({ note, body: bodies[index] ?? "", entry: "" });
    await pause();
  }
  return made;
}

/** By the notes' paths: the first note has its images' own names, whatever the order of the draft. */
async function imagesOf(
  notebook: Notebook,
  notes: readonly RetroNote[],
  period: Period,
  { site, draftPath, parse, post }: EntryContext & { readonly post: string | undefined },
): Promise<PlacedImages> {
  const folder = await assetFolder(notebook.files, site, draftPath, period);
  if (folder === undefined) return NO_IMAGES;
  const ordered = [...notes].sort((a, b) => comparePaths(a.note.path, b.note.path));
  const sources = new Set<string>();
  for (const [index, { note, body }] of ordered.entries()) {
    for (const source of entryImages(note, body, parse)) sources.add(source);
    if (index % ENTRIES_IN_ONE_GO === 0) await pause();
  }
  const shown = site === "plain" && post !== undefined ? imageSources(post, draftPath, parse) : [];
  const copies = shown.filter((image) => !sources.has(image));
  const isBeside = copies.some((image) => image.startsWith(`${folder.path}/`));
  const left = isBeside ? undefined : folderLeftBehind(copies, draftPath, period);
  return placeImages(notebook.files, [...sources], left ?? folder);
}

/** What follows a note's front matter, or why it cannot be read. */
export async function bodyOf(notebook: Notebook, note: Note): Promise<string> {
  const { problem } = note;
  // What could not be read is named where it belongs; the period's other notes go on.
  if (problem !== undefined && !isReadable(problem)) return `(${note.path}: ${describeNoteProblem(problem)})`;
  const text = await notebook.readText(note.path);
  if (note.range === undefined) return text.slice(readFrontMatter(text).bodyStart);
  // What is typed and not saved yet may have moved it.
  return sectionBody(text, sectionIn(text, note, noteRulesOf(notebook.settings)) ?? note);
}

/** Whether the text can be read, though nothing may be written to it. */
function isReadable(problem: NoteProblem): boolean {
  return problem.reason === "broken-front-matter" || (problem.reason === "not-utf8" && problem.encoding !== undefined);
}
