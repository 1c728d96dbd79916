import type { GeneratedDraft } from "./merge/generatedDraft.ts";
import { locateEntries } from "./merge/locateEntries.ts";
import { lineKey } from "./merge/postLines.ts";

/** Lines of a post that come from one note. */
export interface EntryOrigin {
  /** The note's id in the notebook. */
  readonly note: string;
  /** 0-based; `end` is the line after the last. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where the lines of a post come from, as far as the last generated draft tells: an entry keeps its origin when it is
 * moved, and a line within it when it is reworded.
 */
export function originsOf(post: readonly string[], draft: GeneratedDraft): readonly EntryOrigin[] {
  return locateEntries(draft, post).flatMap((place, index) => {
    const entry = draft.entries[index];
    return place.state === "gone" || entry === undefined
      ? []
      : [{ note: entry.note, start: place.start, end: place.end }];
  });
}

export function originAt(origins: readonly EntryOrigin[], line: number): EntryOrigin | undefined {
  return origins.find(({ start, end }) => line >= start && line < end);
}

/** The line of a note that says what a line of the post says; `undefined` when it was reworded since. */
export function sameLineIn(note: readonly string[], line: string): number | undefined {
  const key = lineKey(line).trim();
  const found = key === "" ? -1 : note.findIndex((candidate) => lineKey(candidate).trim() === key);
  return found < 0 ? undefined : found;
}
