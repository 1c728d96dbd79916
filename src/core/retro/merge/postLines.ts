/** A line of a text with the offsets of it and of its line break. */
export interface PostLine {
  readonly text: string;
  /** UTF-16 offset of its first character. */
  readonly start: number;
  /** Offset after its last character, before the line break. */
  readonly end: number;
  /** Offset where the next line begins. */
  readonly next: number;
}

export function splitLines(text: string): readonly PostLine[] {
  const lines: PostLine[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index, next: breaks.lastIndex });
    start = breaks.lastIndex;
  }
  lines.push({ text: text.slice(start), start, end: text.length, next: text.length });
  return lines;
}

/** The line end most lines of a text have. */
export function mainLineEnd(text: string): "\n" | "\r\n" {
  const all = text.match(/\n/g)?.length ?? 0;
  const windows = text.match(/\r\n/g)?.length ?? 0;
  return windows * 2 > all ? "\r\n" : "\n";
}

/** What a line says when the spaces at its end are left aside; two lines with the same key are the same line. */
export function lineKey(line: string): string {
  return line.trimEnd().normalize("NFC");
}

export function isBlank(line: string): boolean {
  return line.trim() === "";
}
