import { searchable } from "../text/hangul.ts";
import { countLines, headingSpans, lineEnd, lineStart, type NoteText, offsetOfLine } from "./noteText.ts";
import type { SearchWord } from "./searchQuery.ts";

/** A line with matches in it. */
export interface MatchedLine {
  /** In the file, 0-based. */
  readonly line: number;
  readonly text: string;
  /** Matches in {@link text}, first to last, none in another (UTF-16). */
  readonly matches: readonly (readonly [start: number, end: number])[];
}

export interface TextMatch {
  readonly level: "heading" | "body";
  readonly line: MatchedLine;
}

/**
 * Whether all words stand in a note's text, and the line that shows it best: where most of all words are, headings first.
 * @param wanted the words that nothing but the text can have; at least one
 * @param words all that was asked for, to be marked in the line
 */
export function matchText(
  text: NoteText,
  wanted: readonly SearchWord[],
  words: readonly SearchWord[],
): TextMatch | undefined {
  const { folded } = text;
  const spots: number[] = [];
  for (const word of wanted) {
    const at = folded.search(word.regExp);
    if (at < 0) return undefined;
    spots.push(at);
  }
  const headings = headingSpans(folded);
  const inHeadings = wanted.map((word) => headings.find(([start, end]) => word.regExp.test(folded.slice(start, end))));
  const level = inHeadings.every((span) => span !== undefined) ? "heading" : "body";
  const starts =
    level === "heading"
      ? inHeadings.flatMap((span) => (span === undefined ? [] : [span[0]]))
      : spots.map((at) => lineStart(folded, at));
  let best: MatchedLine | undefined;
  let most = 0;
  for (const start of new Set(starts)) {
    const line = folded.slice(start, lineEnd(folded, start));
    const count = words.filter((word) => word.regExp.test(line)).length;
    if (count <= most) continue;
    most = count;
    best = matchedLine(text, countLines(folded, start), words);
  }
  return best && { level, line: best };
}

/** @param line of the body, 0-based */
function matchedLine({ body, firstLine }: NoteText, line: number, words: readonly SearchWord[]): MatchedLine {
  const start = offsetOfLine(body, line);
  const text = body.slice(start, lineEnd(body, start));
  return { line: firstLine + line, text, matches: matchesIn(text, words) };
}

/** Where words stand in a text as it is written: of overlapping matches the first and longest. */
export function matchesIn(text: string, words: readonly SearchWord[]): readonly (readonly [number, number])[] {
  const folded = searchable(text);
  const found = words.flatMap(({ source }) =>
    Array.from(folded.matchAll(new RegExp(source, "g")), (match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]),
  );
  found.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  const apart: [number, number][] = [];
  for (const [start, end] of found) if (start >= (apart.at(-1)?.[1] ?? 0)) apart.push([start, end]);
  // Lower case is as long as upper in nearly every text, and most are composed.
  if (folded.length === text.length) return apart;
  return apart.map(([start, end]) => [unfolded(text, start), unfolded(text, end)]);
}

/** The place in a text that a place in its searchable form comes from: behind all that was composed into what is before. */
function unfolded(text: string, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (searchable(text.slice(0, middle)).length <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
