import { findFrontMatter } from "../note/frontMatter/find.ts";
import type { Note } from "../note/note.ts";
import { proseOf } from "../note/prose.ts";
import { countCharacters } from "../text/countCharacters.ts";

/** Characters counted in one go: under 10 ms on a slow machine. */
const IN_ONE_GO = 50_000;

/**
 * How much a person wrote in a note, as a retro counts it (`proseOf`, `countCharacters`). A long text is counted in parts that
 * end with a line, with a pause after each; a fence or a comment that goes on from one part into the next counts there.
 * @param text the note's whole file
 */
export async function countNote(note: Pick<Note, "range">, text: string, pause: () => Promise<void>): Promise<number> {
  const body =
    note.range === undefined
      ? text.slice(findFrontMatter(text)?.end ?? 0)
      : text.slice(note.range.start, note.range.end);
  let count = 0;
  for (let start = 0; start < body.length; ) {
    const end = endOfPart(body, start);
    count += countCharacters(proseOf(body.slice(start, end)));
    if (end < body.length) await pause();
    start = end;
  }
  return count;
}

function endOfPart(text: string, start: number): number {
  if (text.length - start <= IN_ONE_GO) return text.length;
  const lineEnd = text.indexOf("\n", start + IN_ONE_GO);
  // A line longer than that is cut anywhere.
  return lineEnd < 0 || lineEnd > start + 2 * IN_ONE_GO ? start + IN_ONE_GO : lineEnd + 1;
}
