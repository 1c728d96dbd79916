import type { TextEdit } from "../../text/edit.ts";
import { bareTitle } from "./bareTitle.ts";
import { type DraftEntry, type GeneratedDraft, type LineSpan, linesOfEntry } from "./generatedDraft.ts";
import { insertionsFor } from "./insertEntries.ts";
import { type EntryPlace, locateEntries } from "./locateEntries.ts";
import { isBlank, lineKey, mainLineEnd, type PostLine, splitLines } from "./postLines.ts";
import { renamedNotes, sameEntry } from "./renamedNotes.ts";

/** What a person decides about an entry whose note and whose text in the post both changed. */
export type ConflictChoice = "post" | "note" | "both";

export interface MergeChoices {
  /** Notes whose entries were deleted from the post by hand and shall come back. */
  readonly restore?: ReadonlySet<string>;
  /** New notes that shall stay out. */
  readonly leaveOut?: ReadonlySet<string>;
  readonly conflicts?: ReadonlyMap<string, ConflictChoice>;
}

export interface EntryConflict {
  readonly note: string;
  /** What stands in the post, changed by hand. */
  readonly post: string;
  /** What the note says now. */
  readonly generated: string;
}

export interface DraftMerge {
  /** Edits of the post, in its own offsets and with its own line ends; the smallest that do it. */
  readonly edits: readonly TextEdit[];
  /** Notes whose entries are added by the edits. */
  readonly added: readonly string[];
  /** Notes whose entries are brought up to date by the edits. */
  readonly updated: readonly string[];
  /** Undecided: the post keeps what it has. */
  readonly conflicts: readonly EntryConflict[];
  /** Notes of the period whose entries a person deleted from the post; they stay out unless restored. */
  readonly deleted: readonly string[];
  /** Entries of the post whose notes are gone or belong elsewhere now; they stay. */
  readonly orphaned: readonly string[];
  /** Whether an edit replaces or removes a line that is in the post. */
  readonly changesLines: boolean;
  /** What to remember as generated once the edits are in the post. */
  readonly base: GeneratedDraft;
}

/**
 * Brings a post up to date with what is generated now, given what was generated last. Only lines that are still exactly
 * as generated are ever replaced, so nothing written by hand can be lost; the same merge a second time has no edits.
 * Without a `base` the post is taken for one made by hand: it is matched by the titles in it, and only what is
 * missing from it is new.
 */
export function mergeDraft(
  post: string,
  base: GeneratedDraft | undefined,
  generated: GeneratedDraft,
  choices: MergeChoices = {},
): DraftMerge {
  const lines = splitLines(post);
  const texts = lines.map(({ text }) => text);
  const places = locateEntries(generated, texts);
  const old = base && rememberedIn(base, texts, generated);
  const eol = mainLineEnd(post);
  const titles = countTitles(texts);

  const edits: TextEdit[] = [];
  const updated: string[] = [];
  const conflicts: EntryConflict[] = [];
  const deleted: string[] = [];
  const missing: DraftEntry[] = [];
  const unsettled = new Set<string>();
  const unknown: number[] = [];
  const present: (EntryPlace | undefined)[] = [];
  const titleOf = (entry: DraftEntry): string => bareTitle(generated.lines[entry.start] ?? "");

  generated.entries.forEach((entry, index) => {
    const now = places[index] ?? { state: "gone" };
    const before = old && findBefore(old, entry);
    present[index] = now.state === "intact" ? now : before?.place;
    if (now.state === "intact" || (before !== undefined && before.place.state !== "gone")) titles.take(titleOf(entry));
    if (now.state === "intact") return;
    if (before === undefined) {
      unknown.push(index);
      return;
    }
    if (before.place.state === "gone") {
      if (now.state === "edited") return;
      deleted.push(entry.note);
      if (choices.restore?.has(entry.note)) missing.push(entry);
      return;
    }
    if (sameEntry(linesOfEntry(generated, entry), before.lines)) return;
    if (before.place.state === "intact") {
      edits.push(replaceLines(lines, before.place, linesOfEntry(generated, entry), eol));
      updated.push(entry.note);
      return;
    }
    const choice = choices.conflicts?.get(entry.note);
    const conflict = conflictOf(entry, before.place, texts, generated);
    if (choice === undefined) {
      conflicts.push(conflict);
      unsettled.add(entry.note);
    } else if (choice === "note") {
      edits.push(replaceLines(lines, before.place, linesOfEntry(generated, entry), eol));
      updated.push(entry.note);
    } else if (choice === "both") {
      edits.push(insertAfter(lines, before.place.end, linesOfEntry(generated, entry), eol));
      updated.push(entry.note);
    }
  });

  for (const index of unknown) {
    const entry = generated.entries[index];
    if (entry === undefined) continue;
    // A line of the note somewhere in the post is a quotation; only its title makes it an entry.
    if (titles.take(titleOf(entry))) present[index] = places[index];
    else if (!choices.leaveOut?.has(entry.note)) missing.push(entry);
  }
  const partsOfPost = [numbersOf, pictureOf].flatMap((part) => renewal(lines, part(base), part(generated), eol));
  edits.push(...partsOfPost.filter((part) => !edits.some(({ start, end }) => start < part.end && end > part.start)));
  missing.sort((a, b) => a.start - b.start);
  const insertions = insertionsFor(missing, generated, present, lines, eol);
  return {
    edits: [...edits, ...insertions],
    added: missing.map(({ note }) => note),
    updated,
    conflicts,
    deleted: deleted.filter((note) => !choices.restore?.has(note)),
    orphaned: orphans(old, generated),
    changesLines: edits.some(({ start, end }) => end > start),
    base: old === undefined ? generated : keepUnsettled(generated, old, unsettled),
  };
}

/** The titles that stand on lines of their own, each to be taken as often as it stands there. */
function countTitles(texts: readonly string[]): { take(title: string): boolean } {
  const counts = new Map<string, number>();
  for (const title of texts.map(bareTitle)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return {
    take(title) {
      const count = counts.get(title) ?? 0;
      counts.set(title, Math.max(0, count - 1));
      return count > 0;
    },
  };
}

interface Before {
  readonly draft: GeneratedDraft;
  readonly places: readonly EntryPlace[];
  /** Ids of notes now, by their ids when the base was made. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Indexes of entries by the ids of their notes now. */
  readonly indexOf: ReadonlyMap<string, number>;
}

function rememberedIn(draft: GeneratedDraft, texts: readonly string[], generated: GeneratedDraft): Before {
  const renamed = renamedNotes(draft, generated);
  const indexOf = new Map<string, number>();
  draft.entries.forEach(({ note }, index) => {
    const now = renamed.get(note) ?? note;
    if (!indexOf.has(now)) indexOf.set(now, index);
  });
  return { draft, places: locateEntries(draft, texts), renamed, indexOf };
}

function findBefore(old: Before, entry: DraftEntry): { place: EntryPlace; lines: readonly string[] } | undefined {
  const index = old.indexOf.get(entry.note) ?? -1;
  const found = old.draft.entries[index];
  const place = old.places[index];
  return found === undefined || place === undefined ? undefined : { place, lines: linesOfEntry(old.draft, found) };
}

function conflictOf(
  entry: DraftEntry,
  place: LineSpan,
  texts: readonly string[],
  generated: GeneratedDraft,
): EntryConflict {
  return {
    note: entry.note,
    post: texts.slice(place.start, place.end).join("\n"),
    generated: linesOfEntry(generated, entry).join("\n"),
  };
}

function replaceLines(
  lines: readonly PostLine[],
  { start, end }: LineSpan,
  by: readonly string[],
  eol: string,
): TextEdit {
  return { start: lines[start]?.start ?? 0, end: lines[end - 1]?.end ?? 0, newText: by.join(eol) };
}

function insertAfter(lines: readonly PostLine[], line: number, what: readonly string[], eol: string): TextEdit {
  const at = lines[line - 1]?.end ?? 0;
  return { start: at, end: at, newText: eol + eol + what.join(eol) };
}

/** The numbers and the picture are renewed while they stand as they were generated. */
function renewal(
  lines: readonly PostLine[],
  before: readonly string[],
  now: readonly string[],
  eol: string,
): readonly TextEdit[] {
  if (before.length === 0 || now.length === 0 || findLines(lines, now) !== undefined) return [];
  const start = findLines(lines, before);
  return start === undefined ? [] : [replaceLines(lines, { start, end: start + before.length }, now, eol)];
}

/** Where these lines stand one below the other; spaces at their ends do not count. */
function findLines(lines: readonly PostLine[], wanted: readonly string[]): number | undefined {
  const keys = wanted.map(lineKey);
  const all = lines.map(({ text }) => lineKey(text));
  const found = all.findIndex((_, line) => keys.every((key, offset) => (all[line + offset] ?? "") === key));
  return found < 0 ? undefined : found;
}

function numbersOf(draft: GeneratedDraft | undefined): readonly string[] {
  const line = draft?.numbersLine === undefined ? undefined : draft.lines[draft.numbersLine];
  return line === undefined || isBlank(line) ? [] : [line];
}

function pictureOf(draft: GeneratedDraft | undefined): readonly string[] {
  return draft?.picture === undefined ? [] : draft.lines.slice(draft.picture.start, draft.picture.end);
}

function orphans(old: Before | undefined, generated: GeneratedDraft): readonly string[] {
  if (old === undefined) return [];
  const known = new Set(generated.entries.map(({ note }) => note));
  return old.draft.entries.flatMap(({ note }, index) =>
    old.places[index]?.state === "gone" || known.has(old.renamed.get(note) ?? note) ? [] : [note],
  );
}

/** An undecided entry is remembered as it was, so that it is asked about again. */
function keepUnsettled(generated: GeneratedDraft, old: Before, unsettled: ReadonlySet<string>): GeneratedDraft {
  if (unsettled.size === 0) return generated;
  const lines: string[] = [];
  const entries: DraftEntry[] = [];
  let copied = 0;
  let numbersLine: number | undefined;
  let picture: LineSpan | undefined;
  const copyTo = (line: number): void => {
    const moved = lines.length - copied;
    if (generated.numbersLine !== undefined && generated.numbersLine >= copied && generated.numbersLine < line) {
      numbersLine = moved + generated.numbersLine;
    }
    if (generated.picture && generated.picture.start >= copied && generated.picture.end <= line) {
      picture = { start: moved + generated.picture.start, end: moved + generated.picture.end };
    }
    lines.push(...generated.lines.slice(copied, line));
    copied = line;
  };
  for (const entry of generated.entries) {
    copyTo(entry.start);
    const before = unsettled.has(entry.note) ? findBefore(old, entry) : undefined;
    const kept = before?.lines ?? linesOfEntry(generated, entry);
    entries.push({ note: entry.note, start: lines.length, end: lines.length + kept.length });
    lines.push(...kept);
    copied = entry.end;
  }
  copyTo(generated.lines.length);
  return { lines, entries, ...(numbersLine !== undefined && { numbersLine }), ...(picture && { picture }) };
}
