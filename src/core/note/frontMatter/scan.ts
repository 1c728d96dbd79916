import type { FrontMatterData, FrontMatterValue } from "./frontMatter.ts";
import { lineEndAt, nextLineAt, skipSpaces, trimSpacesBack } from "./lines.ts";
import { contentAt, scanInline } from "./scanInline.ts";

/** One `key: value` at the margin; `next` is the offset of the line after it. */
export interface ScannedEntry {
  readonly key: string;
  /** `undefined`: not one of the common forms. */
  readonly value: FrontMatterValue | undefined;
  readonly next: number;
}

// Tabs and control characters follow rules of their own in YAML.
const UNCOMMON_CHARACTER = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/;
const ASCII_KEY = /^[A-Za-z_][\w-]*$/;
const COMMON_KEY = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_./ -]*$/u;
const MAX_KEY_LENGTH = 128;

/**
 * Reads the forms nearly all front matter is written in (plain and simply quoted scalars, one-line flow lists, block
 * lists, one level of nested keys, comments) many times faster than a YAML parser. `undefined` when anything else
 * occurs; whatever it does answer, a YAML parser answers too.
 */
export function scanYaml(text: string, start: number, end: number): FrontMatterData | undefined {
  if (UNCOMMON_CHARACTER.test(text.slice(start, end))) return undefined;
  const data = new Map<string, FrontMatterValue>();
  let offset = start;
  while (offset < end) {
    const lineEnd = lineEndAt(text, offset, end);
    if (contentAt(text, offset, lineEnd) === lineEnd) {
      offset = nextLineAt(text, lineEnd);
      continue;
    }
    const entry = scanEntry(text, offset, end);
    if (entry?.value === undefined || data.has(entry.key)) return undefined;
    data.set(entry.key, entry.value);
    offset = entry.next;
  }
  return data;
}

/** The entry whose key starts at `offset`; `undefined` when no common key stands there. */
export function scanEntry(text: string, offset: number, end: number): ScannedEntry | undefined {
  const lineEnd = lineEndAt(text, offset, end);
  const colon = keyEnd(text, offset, lineEnd);
  if (colon === -1) return undefined;
  const key = text.slice(offset, trimSpacesBack(text, offset, colon));
  const next = nextLineAt(text, lineEnd);
  const valueStart = skipSpaces(text, colon + 1, lineEnd);
  if (contentAt(text, colon + 1, lineEnd) === lineEnd) return { key, ...scanChildren(text, next, end) };
  return { key, value: scanInline(text, valueStart, lineEnd), next };
}

/** Offset of the colon after a common key, or -1. */
function keyEnd(text: string, start: number, lineEnd: number): number {
  const last = Math.min(lineEnd, start + MAX_KEY_LENGTH);
  let colon = start;
  while (colon < last && text.charAt(colon) !== ":") colon++;
  if (colon === last || (colon + 1 < lineEnd && text.charAt(colon + 1) !== " ")) return -1;
  const key = text.slice(start, colon);
  return ASCII_KEY.test(key) || COMMON_KEY.test(key) ? colon : -1;
}

/** What hangs below a key without a value of its own: a block list, one level of keys, or nothing. */
function scanChildren(text: string, start: number, end: number): Pick<ScannedEntry, "value" | "next"> {
  const list: FrontMatterValue[] = [];
  const nested = new Map<string, FrontMatterValue>();
  let indent = -1;
  let isList = false;
  let offset = start;
  while (offset < end) {
    const lineEnd = lineEndAt(text, offset, end);
    const next = nextLineAt(text, lineEnd);
    const content = contentAt(text, offset, lineEnd);
    if (content < lineEnd) {
      const isItem = isDash(text, content, lineEnd);
      if (content === offset && !(isItem && indent <= 0)) break;
      if (indent === -1) {
        indent = content - offset;
        isList = isItem;
      }
      if (content - offset !== indent || isItem !== isList) return { value: undefined, next };
      const value = isList ? scanItem(text, content, lineEnd) : scanNested(text, content, lineEnd, nested);
      if (value === undefined) return { value: undefined, next };
      if (isList) list.push(value);
    }
    offset = next;
  }
  if (indent === -1) return { value: null, next: offset };
  return { value: isList ? list : nested, next: offset };
}

function scanItem(text: string, dash: number, lineEnd: number): FrontMatterValue | undefined {
  if (contentAt(text, dash + 1, lineEnd) === lineEnd) return null;
  return scanInline(text, skipSpaces(text, dash + 1, lineEnd), lineEnd);
}

function scanNested(
  text: string,
  start: number,
  lineEnd: number,
  into: Map<string, FrontMatterValue>,
): FrontMatterValue | undefined {
  const colon = keyEnd(text, start, lineEnd);
  if (colon === -1) return undefined;
  const key = text.slice(start, trimSpacesBack(text, start, colon));
  const isEmpty = contentAt(text, colon + 1, lineEnd) === lineEnd;
  const value = isEmpty ? null : scanInline(text, skipSpaces(text, colon + 1, lineEnd), lineEnd);
  if (value === undefined || into.has(key)) return undefined;
  into.set(key, value);
  return value;
}

function isDash(text: string, offset: number, lineEnd: number): boolean {
  return text.charAt(offset) === "-" && (offset + 1 === lineEnd || text.charAt(offset + 1) === " ");
}
