import { findFrontMatter } from "../note/frontMatter/find.ts";
import type { Note } from "../note/note.ts";
import { fenceAfter } from "../note/noteBody.ts";
import { searchable } from "../text/hangul.ts";

/** What is searched of a note's text. */
export interface NoteText {
  /** The body as written: what follows the front matter, or the note's part of its file. */
  readonly body: string;
  /** The line of the file that the body begins on (0-based). */
  readonly firstLine: number;
  /** {@link body} made searchable; it has the same lines. */
  readonly folded: string;
}

/** @param text of the whole file */
export function noteText({ range }: Pick<Note, "range">, text: string): NoteText {
  const start = range?.start ?? findFrontMatter(text)?.end ?? 0;
  const body = text.slice(start, range?.end);
  return { body, firstLine: range?.line ?? countLines(text, start), folded: searchable(body) };
}

/** The lines of a searchable text that are headings, outside fences; empty when there are none. */
export function headingLines(folded: string): string {
  return headingSpans(folded)
    .map(([start, end]) => folded.slice(start, end))
    .join("\n");
}

/** Where the lines that are headings begin and end. */
export function headingSpans(folded: string): readonly (readonly [start: number, end: number])[] {
  if (!folded.includes("#")) return [];
  const spans: [number, number][] = [];
  let fence: string | undefined;
  for (let start = 0; start < folded.length; ) {
    const end = lineEnd(folded, start);
    const first = folded.charCodeAt(start);
    if (first === HASH || first === BACKTICK || first === TILDE || first === SPACE) {
      const line = folded.slice(start, end);
      const before = fence;
      fence = fenceAfter(line, fence);
      if (before === undefined && fence === undefined && /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line))
        spans.push([start, end]);
    }
    start = folded.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return spans;
}

const HASH = 0x23;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const SPACE = 0x20;

/** The line end at or after an offset, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 10 || code === 13) return at;
  }
  return 0;
}

/** The line ends (LF, CRLF, CR) before an offset, as the editor counts lines. */
export function countLines(text: string, offset: number): number {
  let count = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** Where a line (0-based) begins; the end of the text when it has fewer. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 0; count < line && at < text.length; count++) {
    at = lineEnd(text, at);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return Math.min(at, text.length);
}
