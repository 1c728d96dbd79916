import { headingText } from "../dateEvidence/dateFromHead.ts";
import { fenceAfter } from "../noteBody.ts";

/** A heading of a body, as far as sections are concerned. */
export interface BodyHeading {
  /** UTF-16 offset of its line. */
  readonly start: number;
  /** Where the text after it begins. */
  readonly next: number;
  /** 0-based line in the file. */
  readonly line: number;
  /** 1–6; a `<summary>` and a line that is nothing but a day rank below every heading. */
  readonly rank: number;
  /** What it says, without markup; NFC. */
  readonly text: string;
}

/** How much of a heading's line is looked at: dates stand at its beginning. */
const LOOKED_AT = 200;
/** A heading in HTML: one that begins with a day may head a diary's, of any other no section is made. */
const HTML_HEADING = /^ {0,3}<h([1-6])(?:\s[^<>]*)?>([^<>\p{L}\d]{0,6}(?:\d\d)?\d\d\s?[-./년]\s?\d.*)<\/h\1>[ \t]*$/iu;
/** A date that an underline makes a heading is short. */
const SHORT_LINE = 40;

/**
 * Whether at least two headings begin with something like a number: the cheap question asked of every file before its
 * lines are looked at.
 */
export function mayHaveDatedHeadings(text: string, bodyStart: number): boolean {
  const eol = text.includes("\n") ? "\n" : "\r";
  return ["#", "--", "==", "<h"].some((mark) => hasTwo(text, bodyStart, eol, mark));
}

function hasTwo(text: string, bodyStart: number, eol: string, mark: string): boolean {
  let found = 0;
  let lineStart = text.startsWith(mark, bodyStart) ? bodyStart : text.indexOf(eol + mark, bodyStart) + 1;
  while (lineStart > 0 || (lineStart === 0 && bodyStart === 0 && text.startsWith(mark))) {
    if (hasNumber(text, lineStart, mark) && ++found === 2) return true;
    const next = text.indexOf(eol + mark, lineStart);
    if (next === -1) return false;
    lineStart = next + 1;
  }
  return false;
}

/** In the heading's own line, or in the line that is underlined. */
function hasNumber(text: string, lineStart: number, mark: string): boolean {
  if (mark === "#") return /^[^\r\n]{0,40}\d/.test(text.slice(lineStart, lineStart + SHORT_LINE + 1));
  if (mark === "<h") return /^<h[1-6][^\r\n>]{0,80}>[^\r\n]{0,10}\d/.test(text.slice(lineStart, lineStart + LOOKED_AT));
  return /\d[^\r\n]{0,40}\r?\n?$/.test(text.slice(Math.max(0, lineStart - SHORT_LINE), lineStart));
}

/** All headings outside fences and HTML comments, in one pass. */
export function headingsOf(text: string, bodyStart: number): readonly BodyHeading[] {
  return headingsAmong(text, bodyStart, () => undefined);
}

/** A line that stands for a heading, though Markdown knows none there. */
export interface LikeHeading {
  readonly rank: number;
  readonly text: string;
  /** How many lines above it begins: a `<summary>` may stand below its `<details>`. */
  readonly above?: number;
}

/**
 * The headings of a body, and the lines that are like headings.
 * @param likeHeading asked for every line of text in turn; `"inside"` when the line belongs to one that was named before
 */
export function headingsAmong(
  text: string,
  bodyStart: number,
  likeHeading: (line: string) => LikeHeading | "inside" | undefined,
): readonly BodyHeading[] {
  const found: BodyHeading[] = [];
  const breaks = /\r\n|\n|\r/g;
  const mayHaveComments = text.includes("<!--", bodyStart);
  let line = 0;
  let fence: string | undefined;
  let inComment = false;
  /** The line above, where an underline would make a heading of it. */
  let paragraph: { readonly start: number; readonly text: string } | undefined;
  let start = 0;
  /** Where the two lines above begin. */
  let before = 0;
  let beforeThat = 0;
  while (start < text.length) {
    breaks.lastIndex = start;
    const match = breaks.exec(text);
    const end = match?.index ?? text.length;
    const next = match ? breaks.lastIndex : text.length;
    if (start >= bodyStart) {
      const content = text.slice(start, Math.min(end, start + LOOKED_AT));
      const wasCode = fence !== undefined;
      if (!inComment) fence = fenceAfter(content, fence);
      const isText = !wasCode && fence === undefined && !inComment;
      if (mayHaveComments && !wasCode && fence === undefined) {
        inComment = commentAfter(text.slice(start, end), inComment);
      }
      const like = isText ? likeHeading(content) : undefined;
      const isPlain = isText && like === undefined;
      const atx = isPlain ? /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(content) : null;
      const html = isPlain && content.includes("<h") ? HTML_HEADING.exec(content) : null;
      if (typeof like === "object") {
        const { above = 0, rank } = like;
        found.push({
          start: [start, before, beforeThat][above] ?? start,
          next,
          line: line - above,
          rank,
          text: headingText(like.text),
        });
      } else if (atx) {
        const rest = content.slice(atx[0].length).replace(/[ \t]+#*[ \t]*$/, "");
        found.push({ start, next, line, rank: atx[1]?.length ?? 1, text: headingText(rest) });
      } else if (html) {
        found.push({ start, next, line, rank: Number(html[1]), text: headingText(html[2] ?? "") });
      } else if (isPlain && paragraph !== undefined && /^(?:={3,}|-{3,})[ \t]*$/.test(content)) {
        const rank = content.startsWith("=") ? 1 : 2;
        found.push({ start: paragraph.start, next, line: line - 1, rank, text: headingText(paragraph.text) });
      }
      const isParagraph =
        isText && !atx && !html && content.length <= SHORT_LINE && /^\S/.test(content) && /\d/.test(content);
      paragraph = isParagraph ? { start, text: content } : undefined;
    }
    beforeThat = before;
    before = start;
    start = next;
    line++;
  }
  return found;
}

function commentAfter(line: string, isOpen: boolean): boolean {
  const open = line.lastIndexOf("<!--");
  const close = line.lastIndexOf("-->");
  return open === -1 && close === -1 ? isOpen : open > close;
}
