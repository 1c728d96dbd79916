import { nfc } from "../text/nfc.ts";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const EXCERPT_LINES = 4;
const EXCERPT_LENGTH = 160;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** Walks the lines of `text` without splitting it: most callers stop after a few. */
function* linesOf(text: string): Generator<Line> {
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    yield { start, end: match.index, next: breaks.lastIndex };
    start = breaks.lastIndex;
  }
  if (start < text.length) yield { start, end: text.length, next: text.length };
}

interface Heading {
  readonly title: string;
  readonly start: number;
  /** Where the text after the heading's line begins. */
  readonly next: number;
}

/** The first `# heading` outside fences, when nothing but blank lines stands before it or it comes early. */
function firstHeading(body: string): Heading | undefined {
  let fence = "";
  for (const line of linesOf(body)) {
    const text = body.slice(line.start, line.end);
    const marker = FENCE.exec(text)?.[1];
    if (fence !== "") {
      if (marker?.startsWith(fence)) fence = "";
    } else if (marker !== undefined) {
      fence = marker;
    } else if (/^ {0,3}#[ \t]/.test(text)) {
      const title = text
        .replace(/^ {0,3}#[ \t]+/, "")
        .replace(/[ \t]+#*[ \t]*$/, "")
        .trim();
      if (title !== "") return { title, start: line.start, next: line.next };
    }
  }
  return undefined;
}

/** The text of the first first-level heading of a body, or of its beginning. */
export function headingTitle(head: string): string | undefined {
  return firstHeading(head)?.title;
}

/**
 * A note's body as an entry of a retro shows it: without the heading that only repeats the title,
 * without blank lines around it and without bullets nobody filled in at its end.
 */
export function entryBody(body: string, title: string): string {
  const heading = firstHeading(body);
  const repeatsTitle =
    heading !== undefined && nfc(heading.title) === title && body.slice(0, heading.start).trim() === "";
  const lines = (repeatsTitle ? body.slice(heading.next) : body).split(/\r\n|\n|\r/);
  while (lines.length > 0 && isBlank(lines[0])) lines.shift();
  while (lines.length > 0 && (isBlank(lines.at(-1)) || isEmptyBullet(lines.at(-1)))) lines.pop();
  return lines.join("\n");
}

function isBlank(line = ""): boolean {
  return line.trim() === "";
}

function isEmptyBullet(line = ""): boolean {
  return /^[-*+][ \t]*$/.test(line);
}

/** The first lines that say something, for a tooltip: one line each, cut to a readable length. */
export function excerptOf(head: string): string {
  const lines: string[] = [];
  for (const line of linesOf(head)) {
    const text = head.slice(line.start, line.end).trim();
    if (text === "" || isEmptyBullet(text) || text.startsWith("# ")) continue;
    lines.push(text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text);
    if (lines.length === EXCERPT_LINES) break;
  }
  return lines.join("\n");
}
