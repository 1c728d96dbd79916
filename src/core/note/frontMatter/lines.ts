import type { Eol } from "./frontMatter.ts";

const LF = 10;
const CR = 13;
const SPACE = 32;

/** Offset of the line break (LF, CR) that ends the line of `from`, or `end` when there is none before it. */
export function lineEndAt(text: string, from: number, end: number = text.length): number {
  for (let offset = from; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === LF || code === CR) return offset;
  }
  return end;
}

/** Offset after the line break that stands at `lineEnd`; `lineEnd` itself when there is none. */
export function nextLineAt(text: string, lineEnd: number): number {
  return lineEnd + (eolAt(text, lineEnd)?.length ?? 0);
}

/** Offset of the first character of the line that `offset` is in. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (code === LF || code === CR) break;
    start--;
  }
  return start;
}

export function eolAt(text: string, offset: number): Eol | undefined {
  const code = text.charCodeAt(offset);
  if (code === LF) return "\n";
  if (code !== CR) return undefined;
  return text.charCodeAt(offset + 1) === LF ? "\r\n" : "\r";
}

/** Offset of the first character from `from` that is no space, at most `end`. */
export function skipSpaces(text: string, from: number, end: number): number {
  let offset = from;
  while (offset < end && text.charCodeAt(offset) === SPACE) offset++;
  return offset;
}

/** Offset after the last character before `end` that is no space, at least `from`. */
export function trimSpacesBack(text: string, from: number, end: number): number {
  let offset = end;
  while (offset > from && text.charCodeAt(offset - 1) === SPACE) offset--;
  return offset;
}

/** The line of `offset`, from 1. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1;
  let lineEnd = lineEndAt(text, 0);
  while (lineEnd < offset && lineEnd < text.length) {
    line++;
    lineEnd = lineEndAt(text, nextLineAt(text, lineEnd));
  }
  return line;
}
