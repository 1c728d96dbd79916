import { lineEndAt, nextLineAt } from "./lines.ts";

export type TomlStyle = "bare" | "single" | "double" | "multiline" | "table";

/** Where a value stands in the text; `items` for an array. */
export interface TomlSpan {
  readonly start: number;
  readonly end: number;
  readonly style: TomlStyle | "array";
  readonly items?: readonly TomlSpan[];
}

export interface TomlEntry {
  readonly key: string;
  readonly start: number;
  readonly equals: number;
  readonly value: TomlSpan;
}

export interface TomlRoot {
  readonly entries: readonly TomlEntry[];
  /** Where a key of the root table may be added: after its last entry's line. */
  readonly end: number;
}

const ROOT_KEY = /^(?:([\w-]{1,80})|"([^"\\\r\n]{0,80})"|'([^'\r\n]{0,80})')[ \t]{0,40}=/;
const MAX_DEPTH = 64;

/**
 * Finds the `key = value` entries before the first table header. It only looks for where values stand, so it trusts
 * the text to be TOML; at the first thing it does not know it stops.
 */
export function scanTomlRoot(text: string, start: number, end: number): TomlRoot {
  const entries: TomlEntry[] = [];
  let rootEnd = start;
  let offset = skipBlank(text, start, end);
  while (offset < end) {
    const match = ROOT_KEY.exec(text.slice(offset, Math.min(end, offset + 200)));
    if (match === null) break;
    const equals = offset + match[0].length - 1;
    const value = scanValue(text, skipInlineBlank(text, equals + 1, end), end, 0);
    if (value === undefined) break;
    entries.push({ key: match[1] ?? match[2] ?? match[3] ?? "", start: offset, equals, value });
    rootEnd = nextLineAt(text, lineEndAt(text, value.end, end));
    offset = skipBlank(text, rootEnd, end);
  }
  return { entries, end: rootEnd };
}

function scanValue(text: string, start: number, end: number, depth: number): TomlSpan | undefined {
  const first = text.charAt(start);
  if (start >= end || depth > MAX_DEPTH) return undefined;
  if (first === "[") return scanArray(text, start, end, depth);
  if (first === "{") return scanInlineTable(text, start, end, depth);
  if (first === '"' || first === "'") return scanString(text, start, end);
  let stop = start;
  while (stop < end && !",]}#\r\n".includes(text.charAt(stop))) stop++;
  while (stop > start && isInlineBlank(text.charAt(stop - 1))) stop--;
  return stop === start ? undefined : { start, end: stop, style: "bare" };
}

function scanString(text: string, start: number, end: number): TomlSpan | undefined {
  const quote = text.charAt(start);
  const isMultiline = text.startsWith(quote.repeat(3), start);
  const fence = isMultiline ? quote.repeat(3) : quote;
  for (let offset = start + fence.length; offset < end; offset++) {
    const character = text.charAt(offset);
    if (character === "\\" && quote === '"') {
      offset++;
    } else if (!isMultiline && (character === "\n" || character === "\r")) {
      return undefined;
    } else if (text.startsWith(fence, offset)) {
      let close = offset + fence.length;
      // Up to two quotes may stand right before the closing three.
      for (let extra = 0; isMultiline && extra < 2 && text.charAt(close) === quote; extra++) close++;
      return { start, end: close, style: isMultiline ? "multiline" : quote === '"' ? "double" : "single" };
    }
  }
  return undefined;
}

function scanArray(text: string, start: number, end: number, depth: number): TomlSpan | undefined {
  const items: TomlSpan[] = [];
  let offset = skipBlank(text, start + 1, end);
  while (offset < end && text.charAt(offset) !== "]") {
    const item = scanValue(text, offset, end, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    offset = skipBlank(text, item.end, end);
    if (text.charAt(offset) === ",") offset = skipBlank(text, offset + 1, end);
    else if (text.charAt(offset) !== "]") return undefined;
  }
  return offset < end ? { start, end: offset + 1, style: "array", items } : undefined;
}

function scanInlineTable(text: string, start: number, end: number, depth: number): TomlSpan | undefined {
  let offset = start + 1;
  while (offset < end) {
    const character = text.charAt(offset);
    if (character === "}") return { start, end: offset + 1, style: "table" };
    if ("[{\"'".includes(character)) {
      const inner = scanValue(text, offset, end, depth + 1);
      if (inner === undefined) return undefined;
      offset = inner.end;
    } else {
      offset++;
    }
  }
  return undefined;
}

/** Skips spaces, line breaks and comments. */
function skipBlank(text: string, from: number, end: number): number {
  let offset = from;
  while (offset < end) {
    const character = text.charAt(offset);
    if (character === "#") offset = lineEndAt(text, offset, end);
    else if (isInlineBlank(character) || character === "\n" || character === "\r") offset++;
    else break;
  }
  return offset;
}

function skipInlineBlank(text: string, from: number, end: number): number {
  let offset = from;
  while (offset < end && isInlineBlank(text.charAt(offset))) offset++;
  return offset;
}

function isInlineBlank(character: string): boolean {
  return character === " " || character === "\t";
}
