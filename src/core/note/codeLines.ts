import { lineEndAt, lineStartAt } from "./frontMatter/lines.ts";

/** A fence, also inside lists and quotes; what is indented as code cannot open one, but is code all the same. */
const FENCE = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const MARKERS = /^[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]/;

/** Tells for lines asked in the order of the text whether they are in a fence. Only lines with marks of one are looked at. */
export class CodeLines {
  readonly #text: string;
  /** The first marks that have not been looked at. */
  readonly #next: Record<"```" | "~~~", number>;
  #fence: string | undefined;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#next = { "```": find(text, "```", start), "~~~": find(text, "~~~", start) };
  }

  /** Whether the line that begins at `lineStart` is in a fence or is the mark of one. */
  isCode(lineStart: number): boolean {
    while (this.#mark < lineStart) this.#take();
    const before = this.#fence;
    if (this.#mark < lineEndAt(this.#text, lineStart)) this.#take();
    return before !== undefined || this.#fence !== undefined;
  }

  get #mark(): number {
    return Math.min(this.#next["```"], this.#next["~~~"]);
  }

  #take(): void {
    const text = this.#text;
    const start = lineStartAt(text, this.#mark);
    const end = lineEndAt(text, this.#mark);
    const match = end - start < 1_000 ? FENCE.exec(text.slice(start, end)) : null;
    const [, marks = "", rest = ""] = match ?? [];
    if (this.#fence === undefined) this.#fence = match === null ? undefined : marks;
    else if (marks.startsWith(this.#fence) && rest.trim() === "") this.#fence = undefined;
    for (const marks of ["```", "~~~"] as const) {
      if (this.#next[marks] < end) this.#next[marks] = find(text, marks, end);
    }
  }
}

function find(text: string, marks: string, from: number): number {
  const found = text.indexOf(marks, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

/** Whether a line outside of fences is indented as code is; an item of a nested list is not. */
export function isIndentedCode(line: string): boolean {
  return /^(?: {4}| {0,3}\t)/.test(line) && !MARKERS.test(line);
}

/** The line with the code spans in it blanked out; its length stays. */
export function withoutCodeSpans(line: string): string {
  if (!line.includes("`")) return line;
  let result = "";
  let position = 0;
  for (const match of line.matchAll(/`+/g)) {
    if (match.index < position) continue;
    const close = closingRun(line, match.index + match[0].length, match[0]);
    if (close === -1) continue;
    const end = close + match[0].length;
    result += line.slice(position, match.index) + "`".repeat(end - match.index);
    position = end;
  }
  return result + line.slice(position);
}

/** Where the next run of exactly as many backticks begins, or -1. */
function closingRun(line: string, from: number, marks: string): number {
  let at = line.indexOf(marks, from);
  while (at !== -1 && (line.charAt(at - 1) === "`" || line.charAt(at + marks.length) === "`")) {
    while (line.charAt(at) === "`") at++;
    at = line.indexOf(marks, at);
  }
  return at;
}
