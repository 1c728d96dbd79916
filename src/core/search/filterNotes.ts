import type { Note } from "../note/note.ts";
import { indexOfHangul, searchable } from "../text/hangul.ts";

/**
 * The notes whose title or a tag has every word of the query in it, as it is typed: `ㅌㅁㄱ` finds 토막글, `#자바` only
 * looks at tags.
 */
export function filterNotes(notes: readonly Note[], query: string): readonly Note[] {
  const words = searchable(query)
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "#");
  return words.length === 0 ? notes : notes.filter((note) => words.every((word) => hasWord(note, word)));
}

function hasWord(note: Note, word: string): boolean {
  if (word.startsWith("#")) return note.tags.some((tag) => indexOfHangul(searchable(tag), word.slice(1)) >= 0);
  return (
    indexOfHangul(searchable(note.title), word) >= 0 ||
    note.tags.some((tag) => indexOfHangul(searchable(tag), word) >= 0)
  );
}
