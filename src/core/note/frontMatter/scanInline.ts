import type { FrontMatterValue } from "./frontMatter.ts";
import { skipSpaces, trimSpacesBack } from "./lines.ts";

const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
const NULLS: ReadonlySet<string> = new Set(["~", "null", "Null", "NULL"]);

/** Offset of the first character from `from` that is neither a space nor in a comment; `lineEnd` when there is none. */
export function contentAt(text: string, from: number, lineEnd: number): number {
  const offset = skipSpaces(text, from, lineEnd);
  if (offset === lineEnd || text.charAt(offset) !== "#") return offset;
  // A `#` right behind something else than a space is no comment.
  const before = from === 0 ? "" : text.charAt(from - 1);
  const isComment = offset > from || before === "" || before === "\n" || before === "\r";
  return isComment ? lineEnd : offset;
}

/** A value on one line, from its first character up to the line's end, comment included;
 * `undefined` when it is in no common form. */
export function scanInline(text: string, start: number, lineEnd: number): FrontMatterValue | undefined {
  const first = text.charAt(start);
  if (first === '"' || first === "'") {
    const close = quoteEnd(text, start, lineEnd);
    if (close === -1 || contentAt(text, close + 1, lineEnd) !== lineEnd) return undefined;
    return text.slice(start + 1, close);
  }
  if (first === "[") return scanFlowList(text, start, lineEnd);
  const comment = text.slice(start, lineEnd).indexOf(" #");
  const end = comment === -1 ? lineEnd : start + comment;
  return plain(text.slice(start, trimSpacesBack(text, start, end)));
}

/** Offset of the closing quote of a string without escapes, or -1. */
function quoteEnd(text: string, start: number, lineEnd: number): number {
  const quote = text.charAt(start);
  for (let offset = start + 1; offset < lineEnd; offset++) {
    const character = text.charAt(offset);
    if (character === quote) return quote === "'" && text.charAt(offset + 1) === "'" ? -1 : offset;
    if (character === "\\" && quote === '"') return -1;
  }
  return -1;
}

function plain(value: string): string | null | undefined {
  if (value === "" || INDICATORS.includes(value.charAt(0))) return undefined;
  if (value.includes(": ") || value.endsWith(":")) return undefined;
  return NULLS.has(value) ? null : value;
}

function scanFlowList(text: string, start: number, lineEnd: number): FrontMatterValue[] | undefined {
  const items: FrontMatterValue[] = [];
  let offset = skipSpaces(text, start + 1, lineEnd);
  if (text.charAt(offset) === "]") return isLastOnLine(text, offset, lineEnd) ? items : undefined;
  while (offset < lineEnd) {
    const first = text.charAt(offset);
    let end: number;
    if (first === '"' || first === "'") {
      const close = quoteEnd(text, offset, lineEnd);
      if (close === -1) return undefined;
      items.push(text.slice(offset + 1, close));
      end = skipSpaces(text, close + 1, lineEnd);
    } else {
      end = offset;
      while (end < lineEnd && !",[]{}:#".includes(text.charAt(end))) end++;
      const value = plain(text.slice(offset, trimSpacesBack(text, offset, end)));
      if (value === undefined) return undefined;
      items.push(value);
    }
    const separator = end < lineEnd ? text.charAt(end) : "";
    if (separator === "]") return isLastOnLine(text, end, lineEnd) ? items : undefined;
    if (separator !== ",") return undefined;
    offset = skipSpaces(text, end + 1, lineEnd);
    // A comma may stand before the bracket.
    if (text.charAt(offset) === "]") return isLastOnLine(text, offset, lineEnd) ? items : undefined;
  }
  return undefined;
}

function isLastOnLine(text: string, offset: number, lineEnd: number): boolean {
  return contentAt(text, offset + 1, lineEnd) === lineEnd;
}
