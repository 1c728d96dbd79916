import { linkedTitle } from "../text/linkedTitle.ts";
import { nfc } from "../text/nfc.ts";
import { plainTitle } from "./plainTitle.ts";

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** What a note with components (`.mdx`) begins with, after `import`. */
const COMPONENT_IMPORT = /["'][^"']{1,200}["'];?$/;
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

export interface Heading {
  readonly title: string;
  readonly start: number;
  /** Where the text after the heading's line begins. */
  readonly next: number;
}

/** What makes a heading of the line above it, if that is text and no number or day alone. */
const UNDERLINE = /^ {0,3}={3,}[ \t]*$/;
/** What begins otherwise than text does: lists, quotations, tables, HTML, headings, rules. */
const NO_TEXT = /^ {0,3}(?:[ \t+>|<#=-]|\*(?!\*)|\d{1,9}[.)][ \t])/;
const LONGEST_UNDERLINED = 200;

/** A heading in HTML, on a line of its own. */
const HTML_HEADING = /^ {0,3}<h1(?:\s[^<>]*)?>(.*)<\/h1>[ \t]*$/i;

/** The first `# heading` outside fences, the first line underlined with `====`, or the first `<h1>`. */
export function firstHeading(body: string): Heading | undefined {
  let fence: string | undefined;
  /** A line of text with nothing right above it. */
  let paragraph: Line | undefined;
  let isBelowText = false;
  for (const line of linesOf(body)) {
    const text = body.slice(line.start, line.end);
    const isCode = fence !== undefined;
    fence = fenceAfter(text, fence);
    const isOutside = !isCode && fence === undefined;
    if (isOutside && paragraph !== undefined && UNDERLINE.test(text)) {
      return { title: body.slice(paragraph.start, paragraph.end).trim(), start: paragraph.start, next: line.next };
    }
    const isText = isOutside && text.length <= LONGEST_UNDERLINED && /\p{L}/u.test(text) && !NO_TEXT.test(text);
    paragraph = isText && !isBelowText ? line : undefined;
    isBelowText = isOutside && !isBlank(text);
    const html = isOutside ? HTML_HEADING.exec(text)?.[1]?.trim() : undefined;
    // Names of tags that were escaped say more in the file's name.
    if (html && !html.includes("&lt")) return { title: html, start: line.start, next: line.next };
    if (!isOutside || !/^ {0,3}#[ \t]/.test(text)) continue;
    const title = text
      .replace(/^ {0,3}#[ \t]+/, "")
      .replace(/[ \t]+#*[ \t]*$/, "")
      .trim();
    if (title !== "") return { title, start: line.start, next: line.next };
  }
  return undefined;
}

/** The marks of the fence that is open after this line, when `open` is open before it. */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  const match = FENCE.exec(line);
  if (match === null) return open;
  const [, marks = "", rest = ""] = match;
  if (open === undefined) return marks.startsWith("`") && rest.includes("`") ? undefined : marks;
  return marks.startsWith(open) && rest.trim() === "" ? undefined : open;
}

/** The text of the first first-level heading of a body, or of its beginning. */
export function headingTitle(head: string): string | undefined {
  return firstHeading(head)?.title;
}

/**
 * A note's body as an entry of a retro shows it: without the heading that only repeats the title,
 * without blank lines around it and without bullets nobody filled in at its end.
 */
export function entryBody(body: string, title: string, link?: string): string {
  const heading = firstHeading(body);
  const repeatsTitle =
    heading !== undefined && repeats(heading.title, title, link) && body.slice(0, heading.start).trim() === "";
  const lines = (repeatsTitle ? body.slice(heading.next) : body).split(/\r\n|\n|\r/);
  while (lines.length > 0 && isBlank(lines[0])) lines.shift();
  while (lines.length > 0 && (isBlank(lines.at(-1)) || isEmptyBullet(lines.at(-1)))) lines.pop();
  return lines.join("\n");
}

/** Whether a heading says nothing that is not said by the title: a picture or an address in it would be lost. */
function repeats(heading: string, title: string, link: string | undefined): boolean {
  if (nfc(heading) === title) return true;
  const linked = linkedTitle(heading);
  return plainTitle(linked.title) === title && linked.link === link && !/\]\(|<(?:a|img)\s/i.test(linked.title);
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
    if (
      text === "" ||
      isEmptyBullet(text) ||
      text.startsWith("# ") ||
      (text.startsWith("import ") && COMPONENT_IMPORT.test(text)) ||
      (text.startsWith("<") && /^<\/?(?:div|details|p|br)\b[^<>]*>$/i.test(text))
    )
      continue;
    lines.push(text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text);
    if (lines.length === EXCERPT_LINES) break;
  }
  return lines.join("\n");
}
