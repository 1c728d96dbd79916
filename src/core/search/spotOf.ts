import type { Note } from "../note/note.ts";
import { isNamed } from "./filterNotes.ts";
import { matchesIn, matchText } from "./matchText.ts";
import { lineEnd, noteText, offsetOfLine } from "./noteText.ts";
import type { SearchWord } from "./searchQuery.ts";

/** A part of a file's text (UTF-16). */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words stand in a file as it is now: in the note's text, as {@link matchText} chooses the line, else in its
 * front matter; where its own text begins when they are nowhere.
 */
export function spotOf(text: string, note: Note, words: readonly SearchWord[]): Spot {
  const wanted = words.filter((word) => !isNamed(note, word));
  const start = note.range?.start ?? 0;
  const match = wanted.length === 0 ? undefined : matchText(noteText(note, text), wanted, words);
  if (match !== undefined) {
    const line = offsetOfLine(text, match.line.line);
    const [first] = match.line.matches;
    if (first !== undefined) return { start: line + first[0], end: line + first[1] };
  }
  return firstIn(text, start, note.range?.end ?? text.length, words) ?? { start, end: start };
}

/** The first line with the first of the words that is in any: the title, as a rule. */
function firstIn(text: string, from: number, to: number, words: readonly SearchWord[]): Spot | undefined {
  for (const word of words) {
    for (let start = from; start < to; ) {
      const end = lineEnd(text, start);
      const [match] = matchesIn(text.slice(start, end), [word]);
      if (match !== undefined) return { start: start + match[0], end: start + match[1] };
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
  }
  return undefined;
}
