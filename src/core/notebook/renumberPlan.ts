import type { Note, NotePath } from "../note/note.ts";
import { readNotes } from "../note/readNote.ts";
import { noteRulesOf } from "../settings/noteRules.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import type { Notebook } from "./notebook.ts";
import { entriesInOrder, isNumbered, type NumberedNote } from "./numberedEntries.ts";
import { freeRenames, type Rename, renumberedPath } from "./renumberNames.ts";
import { type NewNumbers, renumberQuotes } from "./renumberQuotes.ts";
import { renumberTitle } from "./renumberTitle.ts";

export type RenumberChoice =
  /** In date order, from `start` (the lowest number there is); or from this entry on, after the one before it. */
  | { readonly from?: NotePath; readonly start?: number }
  /** This one entry after the highest number of all others. */
  | { readonly only: NotePath };

export interface FileEdits {
  /** Where the file is now. */
  readonly path: NotePath;
  /** The text that the edits are for. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export interface SoundRenumberPlan {
  readonly ok: true;
  readonly changes: readonly { readonly note: NumberedNote; readonly number: number }[];
  readonly files: readonly FileEdits[];
  readonly renames: readonly Rename[];
  /** Retros that quote a changed number and stay as they are: not readable, or the number is that of several notes. */
  readonly left: readonly NotePath[];
}

export type RenumberPlan =
  | SoundRenumberPlan
  /** Notes that would have to change and cannot; then nothing changes. */
  | { readonly ok: false; readonly paths: readonly NotePath[] };

/** What changes when entries get other numbers: titles, the numbers in file names, and retros that quote the titles. */
export async function planRenumber(
  notebook: Pick<Notebook, "index" | "settings" | "readText">,
  choice: RenumberChoice,
): Promise<RenumberPlan> {
  const { index } = notebook;
  const notes = index.notes();
  const rules = noteRulesOf(notebook.settings);
  const entries = entriesInOrder(notes);
  const newNumbers = assignNumbers(entries, notes, choice);
  const changes = [...newNumbers].map(([note, number]) => ({ note, number }));
  const wanted = changes.map(({ note, number }) => ({
    from: note.path,
    to: renumberedPath(note.path, note.number, number),
  }));
  const renames = freeRenames(wanted, index.paths());
  const names = new Map(renames.map(({ from, to }) => [from, to]));

  const files: FileEdits[] = [];
  const impossible: NotePath[] = [];
  for (const { note, number } of changes) {
    const text = isWritable(note) ? await notebook.readText(note.path) : undefined;
    const edits = text === undefined ? undefined : renumberTitle(text, note.number, number, rules.tomakTitle);
    const isSound = (at: NotePath, then: string, expected: number): boolean =>
      readNotes(at, then, rules)[0]?.number === expected;
    // Read back: the text may have changed since it was indexed, and titles come in more forms than anyone foresees.
    const isDone =
      text !== undefined &&
      edits !== undefined &&
      isSound(note.path, text, note.number) &&
      isSound(names.get(note.path) ?? note.path, applyEdits(text, edits), number);
    if (!isDone) impossible.push(note.path);
    else if (edits.length > 0) files.push({ path: note.path, text, edits });
  }
  if (impossible.length > 0) return { ok: false, paths: impossible };

  const left: NotePath[] = [];
  const changed = new Set(changes.map(({ note }) => note.number));
  for (const retro of notes) {
    if (!retro.retro?.numbers?.some((number) => changed.has(number))) continue;
    if (!isWritable(retro)) {
      left.push(retro.path);
      continue;
    }
    const text = await notebook.readText(retro.path);
    const { edits, unclear } = renumberQuotes(text, retro, entries, newNumbers, rules.tomakTitle);
    if (edits.length > 0) files.push({ path: retro.path, text, edits });
    if (unclear.length > 0) left.push(retro.path);
  }
  return { ok: true, changes, files, renames, left };
}

/** The entries whose number changes, in date order. */
function assignNumbers(entries: readonly NumberedNote[], notes: readonly Note[], choice: RenumberChoice): NewNumbers {
  const changes = new Map<NumberedNote, number>();
  const assign = (note: NumberedNote, number: number) => number !== note.number && changes.set(note, number);
  if ("only" in choice) {
    const note = entries.find(({ path }) => path === choice.only);
    if (note) assign(note, numberAfterOthers(note, notes));
    return changes;
  }
  const first = choice.from === undefined ? 0 : entries.findIndex(({ path }) => path === choice.from);
  if (first < 0) return changes;
  const before = entries[first - 1]?.number;
  const lowest = entries.reduce((low, { number }) => Math.min(low, number), Number.POSITIVE_INFINITY);
  const own = choice.from === undefined ? lowest : (entries[first]?.number ?? lowest);
  const start = choice.start ?? (before === undefined ? own : before + 1);
  for (const [index, note] of entries.slice(first).entries()) assign(note, start + index);
  return changes;
}

/** One more than the highest number of the other entries, or quoted of them. */
export function numberAfterOthers(note: NumberedNote, notes: readonly Note[]): number {
  let highest = 0;
  for (const other of notes) {
    if (other !== note && isNumbered(other)) highest = Math.max(highest, other.number);
    for (const number of other.retro?.numbers ?? []) if (number !== note.number) highest = Math.max(highest, number);
  }
  return highest + 1;
}

/** A section of a diary file shares its name and its title's form with others; it is left to its author. */
function isWritable({ problem, range }: Note): boolean {
  return problem === undefined && range === undefined;
}
