import { CodeLines, isIndentedCode, withoutCodeSpans } from "./codeLines.ts";
import { findFrontMatter } from "./frontMatter/find.ts";
import { lineEndAt, lineStartAt } from "./frontMatter/lines.ts";

/** Where a `#tag` is being typed in a body: after its `#`, up to the end of the word. */
export interface InlineTagPlace {
  readonly start: number;
  readonly end: number;
  /** The part of the word before the cursor. */
  readonly typed: string;
  /** Whether the line begins with this `#` and nothing follows yet: it may become a heading as well. */
  readonly mayBeHeading: boolean;
}

const BEFORE = /(?:^|[\s,])#([\p{L}★☆⭐][\p{L}\p{N}\p{M}_/★☆⭐-]*)?$/u;
const AFTER = /^[\p{L}\p{N}\p{M}_/★☆⭐-]*/u;
const HEX = /^[\da-f]{3,8}$/i;
/** A colour is about to be written. */
const STYLE = /(?:colou?r|background|fill|stroke|border|shadow)[\w-]*\s*[:=][^#]*#\w*$/i;
/** A longer word is no tag. */
const REACH = 200;

/** The place of the `#tag` at an offset; `undefined` in code, headings, colours and wherever else no tag is typed. */
export function inlineTagPlaceAt(text: string, offset: number): InlineTagPlace | undefined {
  const lineStart = lineStartAt(text, offset);
  const before = text.slice(Math.max(lineStart, offset - REACH), offset);
  const match = BEFORE.exec(before);
  const typed = match?.[1] ?? "";
  if (match === null || HEX.test(typed) || STYLE.test(before)) return undefined;
  const bodyStart = findFrontMatter(text)?.end ?? 0;
  if (offset < bodyStart || new CodeLines(text, bodyStart).isCode(lineStart)) return undefined;
  const line = text.slice(lineStart, lineEndAt(text, offset));
  const hash = offset - lineStart - typed.length - 1;
  if (isIndentedCode(line) || withoutCodeSpans(line).charAt(hash) !== "#") return undefined;
  // A span of code that is still open at the cursor.
  if (/(?<!`)`(?!`)/.test(withoutCodeSpans(line.slice(0, hash)))) return undefined;
  const rest = AFTER.exec(text.slice(offset, offset + REACH))?.[0].length ?? 0;
  const mayBeHeading = typed === "" && rest === 0 && line.slice(0, hash).trim() === "";
  return { start: offset - typed.length, end: offset + rest, typed: typed.normalize("NFC"), mayBeHeading };
}
