import type { Note } from "../note/note.ts";
import { tagCounts } from "./tagCounts.ts";
import { isAtOrBelow } from "./tagMove.ts";
import type { CountedTag } from "./tagSpellings.ts";

/** The notes with this tag or one below it, newest first; those without a date at the end. `notes` are oldest first. */
export function notesWithTag(notes: readonly Note[], tag: string): readonly Note[] {
  const found = notes.filter(({ tags }) => tags.some((own) => isAtOrBelow(own, tag)));
  return [
    ...found.filter(({ date }) => date !== undefined).reverse(),
    ...found.filter(({ date }) => date === undefined),
  ];
}

const counted = new WeakMap<readonly Note[], readonly CountedTag[]>();

/** {@link tagCounts}, made once for the notes as they are: it is asked on every key. */
export function knownTags(notes: readonly Note[]): readonly CountedTag[] {
  let counts = counted.get(notes);
  if (counts === undefined) {
    counts = tagCounts(notes);
    counted.set(notes, counts);
  }
  return counts;
}
