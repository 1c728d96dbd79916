import type { ScalarStyle } from "./fieldSpot.ts";
import { findFrontMatter } from "./find.ts";
import type { FrontMatterBlock, FrontMatterFormat } from "./frontMatter.ts";
import { lineEndAt, lineStartAt } from "./lines.ts";
import { renderList, renderText } from "./render.ts";
import { normalizeTag } from "./tags.ts";

/** Where a tag is being typed in a front matter, which may be half written and not yet be read by any parser. */
export interface TagPlace {
  /** What a tag takes the place of: the word at the cursor, with its quotes. */
  readonly start: number;
  readonly end: number;
  /** The part of the word before the cursor, without quotes and `#`. */
  readonly typed: string;
  readonly format: FrontMatterFormat;
  readonly style: ScalarStyle;
  readonly form: "flow" | "block" | "commas" | "spaces" | "alone";
}

const KEY = { yaml: /^tags?[ \t]*:(?=[ \t]|$)[ \t]*/i, toml: /^tags?[ \t]*=[ \t]*/i } as const;
const ITEM = /^[ \t]*-(?:[ \t]+|$)/;
/** How far above a key is looked for. */
const MAX_LINES = 100;

/** The place of the tag at an offset; `undefined` where no tag is typed. */
export function tagPlaceAt(text: string, offset: number): TagPlace | undefined {
  const block = findFrontMatter(text);
  if (block === undefined || offset < block.contentStart || offset > block.contentEnd) return undefined;
  const lineStart = lineStartAt(text, offset);
  const lineEnd = Math.min(lineEndAt(text, offset), block.contentEnd);
  const line = text.slice(lineStart, lineEnd);
  const key = KEY[block.format].exec(line)?.[0];
  if (key !== undefined) {
    const start = lineStart + key.length;
    // Between the key and a comment.
    const isEmpty = /^(?:#|$)/.test(line.slice(key.length)) && offset > lineStart + key.search(/[:=]/) + 1;
    if (offset < start && !isEmpty) return undefined;
    return inValue(text, { start: Math.min(start, offset), end: lineEnd, offset, format: block.format });
  }
  const above = keyAbove(text, block, lineStart);
  if (above === undefined) return undefined;
  const mark = ITEM.exec(line)?.[0];
  if (above.opensList && mark !== undefined && offset >= lineStart + mark.length) {
    return inItem(text, { start: lineStart + mark.length, end: lineEnd, offset, format: block.format });
  }
  return above.open === undefined
    ? undefined
    : inFlow(text, { start: above.open + 1, end: lineEnd, offset, format: block.format });
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly format: FrontMatterFormat;
}

interface KeyAbove {
  /** Whether the key has no value on its line. */
  readonly opensList: boolean;
  /** The bracket that is open at the line. */
  readonly open?: number;
}

/** The key of tags that the line belongs to, when only items, blank lines and comments stand between. */
function keyAbove(text: string, { format, contentStart }: FrontMatterBlock, lineStart: number): KeyAbove | undefined {
  let next = lineStart;
  for (let count = 0; count < MAX_LINES && next > contentStart; count++) {
    const start = lineStartAt(text, Math.max(contentStart, text.charAt(next - 2) === "\r" ? next - 2 : next - 1));
    const line = text.slice(start, lineEndAt(text, start));
    const key = KEY[format].exec(line)?.[0];
    if (key !== undefined) {
      const value = line.slice(key.length);
      const isOpen = value.startsWith("[") && !text.slice(start, lineStart).includes("]");
      return { opensList: /^(?:#|$)/.test(value), ...(isOpen && { open: start + key.length }) };
    }
    // Another key, or anything else at the margin, ends the search.
    if (!/^(?:[ \t]|-|#|["']|$)/.test(line)) return undefined;
    next = start;
  }
  return undefined;
}

function inValue(text: string, span: Span): TagPlace | undefined {
  const { start, end, offset, format } = span;
  const value = text.slice(start, end);
  if (value.startsWith("[")) return offset === start ? undefined : inFlow(text, { ...span, start: start + 1 });
  const quote = quoteOf(value);
  const close = quote === "" ? -1 : value.indexOf(quote, 1);
  const comment = quote === "" ? commentIn(value) : -1;
  const last = comment !== -1 ? comment : close !== -1 ? close : value.length;
  const from = start + quote.length;
  const to = start + last;
  if (offset < from || offset > to) return undefined;
  const inner = text.slice(from, to);
  const hasCommas = inner.includes(",");
  const word = wordAt(text, from, to, offset, hasCommas ? "," : " ");
  const isAlone = inner.trim() === text.slice(word.start, word.end);
  if (isAlone && !hasCommas) {
    const whole = { start, end: quote === "" ? word.end : close === -1 ? to : to + 1 };
    return place(text, { ...whole, offset, format }, "alone");
  }
  const style = styleOf(quote);
  return { ...word, typed: typedIn(text, word.start, offset), format, style, form: hasCommas ? "commas" : "spaces" };
}

function inItem(text: string, span: Span): TagPlace | undefined {
  const value = text.slice(span.start, span.end);
  const comment = commentIn(value);
  const end = span.start + (comment === -1 ? value : value.slice(0, comment)).trimEnd().length;
  return span.offset > Math.max(end, span.start) ? undefined : place(text, { ...span, end }, "block");
}

/** `start` is after the bracket; the list may go over several lines, its end is that of the cursor's line. */
function inFlow(text: string, { start, end, offset, format }: Span): TagPlace | undefined {
  let from = start;
  let quote = "";
  for (let at = start; at < offset; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "]") return undefined;
    else if (character === ",") from = at + 1;
    else if (character === "#" && /\s/.test(text.charAt(at - 1))) {
      const lineEnd = lineEndAt(text, at);
      if (lineEnd >= offset) return undefined;
      at = lineEnd;
      from = Math.max(from, lineEnd);
    } else if (isQuote(character) && text.slice(from, at).trim() === "") quote = character;
  }
  let to = offset;
  while (to < end && (quote === "" ? !/[,\]]/.test(text.charAt(to)) : text.charAt(to) !== quote)) to++;
  if (quote !== "" && text.charAt(to) === quote) to++;
  const comment = quote === "" ? commentIn(text.slice(offset, to)) : -1;
  if (comment !== -1) to = offset + comment;
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  while (to > offset && /\s/.test(text.charAt(to - 1))) to--;
  return place(text, { start: from, end: to, offset, format }, "flow");
}

function place(text: string, { start, end, offset, format }: Span, form: TagPlace["form"]): TagPlace {
  const style = styleOf(quoteOf(text.slice(start, end)));
  return { start, end: Math.max(end, offset), typed: typedIn(text, start, offset), format, style, form };
}

function wordAt(
  text: string,
  from: number,
  to: number,
  offset: number,
  separator: string,
): { start: number; end: number } {
  let start = offset;
  while (start > from && text.charAt(start - 1) !== separator) start--;
  let end = offset;
  while (end < to && text.charAt(end) !== separator) end++;
  while (start < offset && text.charAt(start) === " ") start++;
  while (end > offset && text.charAt(end - 1) === " ") end--;
  return { start, end };
}

function typedIn(text: string, start: number, offset: number): string {
  return normalizeTag(text.slice(start, offset).replace(/^["']/, ""));
}

/** Where a comment begins, with the spaces before it; -1 when there is none. */
function commentIn(value: string): number {
  return value.startsWith("#") ? 0 : value.search(/\s#/);
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

function quoteOf(value: string): string {
  const first = value.charAt(0);
  return isQuote(first) ? first : "";
}

function styleOf(quote: string): ScalarStyle {
  if (quote === "") return "plain";
  return quote === '"' ? "double" : "single";
}

/** How a tag is written at a place; `undefined` when it cannot stand beside what is there already. */
export function renderTagAt({ format, style, form }: TagPlace, tag: string): string | undefined {
  if (form === "flow" || form === "block") return renderText(format, tag, style, form);
  if (form === "alone") {
    return /[\s,]/.test(tag) ? renderList(format, [tag]) : renderText(format, tag, style);
  }
  const rendered = renderText(format, tag, style);
  const inner = style === "plain" ? rendered : rendered.slice(1, -1);
  return inner !== tag || (form === "spaces" && /\s/.test(tag)) ? undefined : inner;
}
