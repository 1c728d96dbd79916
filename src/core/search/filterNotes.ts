import type { Day } from "../calendar/day.ts";
import type { Note } from "../note/note.ts";
import { searchable } from "../text/hangul.ts";
import { isEmptyQuery, readSearchQuery, type SearchQuery, type SearchWord } from "./searchQuery.ts";

/**
 * The notes whose title or a tag has every word of the query in it, as it is typed: `ㅌㅁㄱ` finds 토막글. `#자바` only looks at
 * tags, `종류:til` and `지난달` only at the kind and the date.
 */
export function filterNotes(notes: readonly Note[], input: string, today: Day): readonly Note[] {
  const query = readSearchQuery(input, today);
  if (isEmptyQuery(query)) return notes;
  return notes.filter((note) => passesFilters(note, query) && query.words.every((word) => isNamed(note, word)));
}

/** Whether the kind, the date and the tags of a note are what is asked for. */
export function passesFilters(note: Note, { kinds, dates, tags }: Omit<SearchQuery, "words">): boolean {
  return (
    (kinds === undefined || kinds.has(note.kind)) &&
    dates.every((date) => date.matches(note)) &&
    tags.every((word) => hasTag(note, word))
  );
}

/** Whether the title or a tag has the word in it. */
export function isNamed(note: Note, word: SearchWord): boolean {
  return word.regExp.test(searchable(note.title)) || hasTag(note, word);
}

function hasTag({ tags }: Note, word: SearchWord): boolean {
  return tags.some((tag) => word.regExp.test(searchable(tag)));
}
