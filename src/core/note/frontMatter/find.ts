import type { FrontMatterBlock, FrontMatterFormat } from "./frontMatter.ts";
import { eolAt, lineEndAt, nextLineAt } from "./lines.ts";

const MAX_LENGTH = 64 * 1024;
const MAX_LINES = 1000;
const MAX_KEY_LENGTH = 80;
const BOM = 0xfeff;
const FENCES = { yaml: "---", toml: "+++" } as const;

/** Whether a line speaks for the block being front matter (`key`), against it (`prose`), or neither. */
type LineKind = "key" | "prose" | "neutral";

/**
 * The front matter of a text: `---` or `+++` on the very first line, the same again on a line of its own, and keys
 * between the two (or no line at all). A text that merely begins with a rule has none. The search ends after 64 KB or
 * 1,000 lines.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  const opening = openingOf(text);
  if (opening === undefined) return undefined;
  const { format, start, contentStart, eol, limit } = opening;
  let keys = 0;
  let prose = 0;
  /** Of a value that goes on below its key: what stands there is the value's, and neither key nor prose. */
  let quote: string | undefined;
  let lineStart = contentStart;
  for (let line = 0; line < MAX_LINES && lineStart < limit; line++) {
    const lineEnd = lineEndAt(text, lineStart, limit);
    if (isFence(text, lineStart, lineEnd, FENCES[format]) && (lineEnd < limit || limit === text.length)) {
      const isFrontMatter = lineStart === contentStart || keys > prose;
      if (!isFrontMatter) return undefined;
      return { format, start, contentStart, contentEnd: lineStart, end: nextLineAt(text, lineEnd), eol };
    }
    const isQuoted = quote !== undefined;
    const kind = isQuoted ? "neutral" : lineKind(format, text, lineStart, lineEnd, keys > 0);
    quote =
      isQuoted || (kind === "key" && format === "yaml") ? quoteAfter(text.slice(lineStart, lineEnd), quote) : undefined;
    if (kind === "key") keys++;
    if (kind === "prose") prose++;
    // A block opens with a key; what opens with a sentence or a bullet is body between two rules.
    if (prose > 0 && keys === 0) return undefined;
    lineStart = nextLineAt(text, lineEnd);
  }
  return undefined;
}

/**
 * Whether a text without a block nevertheless opens like one: its closing line is missing, or out of the search's
 * reach. Another block must not be put before it.
 */
export function opensLikeFrontMatter(text: string): boolean {
  const opening = openingOf(text);
  if (opening === undefined) return false;
  let lineStart = opening.contentStart;
  while (lineStart < opening.limit) {
    const lineEnd = lineEndAt(text, lineStart, opening.limit);
    const kind = lineKind(opening.format, text, lineStart, lineEnd, false);
    if (kind !== "neutral") return kind === "key";
    lineStart = nextLineAt(text, lineEnd);
  }
  return false;
}

/** The quote of a YAML value that is still open behind this line. */
function quoteAfter(line: string, open: string | undefined): string | undefined {
  if (open !== undefined) return line.trimEnd().endsWith(open) ? undefined : open;
  const colon = line.indexOf(": ");
  const value = colon === -1 ? "" : line.slice(colon + 2).trim();
  const first = value.charAt(0);
  // A quote that is closed anywhere on its line is none that goes on.
  return (first === "'" || first === '"') && !value.includes(first, 1) ? first : undefined;
}

interface Opening extends Pick<FrontMatterBlock, "format" | "start" | "contentStart" | "eol"> {
  /** Where the search ends. */
  readonly limit: number;
}

function openingOf(text: string): Opening | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const format = text.startsWith(FENCES.yaml, start)
    ? "yaml"
    : text.startsWith(FENCES.toml, start)
      ? "toml"
      : undefined;
  if (format === undefined) return undefined;
  const limit = Math.min(text.length, start + MAX_LENGTH);
  const lineEnd = lineEndAt(text, start, limit);
  const eol = eolAt(text, lineEnd);
  if (eol === undefined || !isFence(text, start, lineEnd, FENCES[format])) return undefined;
  return { format, start, contentStart: lineEnd + eol.length, eol, limit };
}

function isFence(text: string, lineStart: number, lineEnd: number, fence: string): boolean {
  if (!text.startsWith(fence, lineStart) || lineEnd < lineStart + fence.length) return false;
  for (let offset = lineStart + fence.length; offset < lineEnd; offset++) {
    if (!isBlank(text.charCodeAt(offset))) return false;
  }
  return true;
}

function lineKind(format: FrontMatterFormat, text: string, start: number, end: number, isAfterKey: boolean): LineKind {
  return format === "yaml" ? yamlLineKind(text, start, end, isAfterKey) : tomlLineKind(text, start, end, isAfterKey);
}

// Written without a space after the colon these are broken YAML, yet plainly meant as front matter.
const KNOWN_KEY = /^(?:title|date|tags?|category|categories|layout|draft) {0,20}:/i;

function yamlLineKind(text: string, start: number, end: number, isAfterKey: boolean): LineKind {
  if (start === end || isBlank(text.charCodeAt(start))) return "neutral";
  const first = text.charAt(start);
  if (first === "#" || first === "]" || first === "}") return "neutral";
  if (text.startsWith("<%", start) || text.startsWith("{{", start) || text.startsWith("{%", start)) return "neutral";
  if (first === "-") return isAfterKey ? "neutral" : "prose";
  if ("[{,&*!|>%@`?:".includes(first)) return "prose";
  const last = Math.min(end, start + MAX_KEY_LENGTH);
  for (let offset = start + 1; offset < last; offset++) {
    if (text.charAt(offset) === ":" && (offset + 1 === end || isBlank(text.charCodeAt(offset + 1)))) return "key";
  }
  return KNOWN_KEY.test(text.slice(start, last)) ? "key" : "prose";
}

const TOML_KEY = /^(?:[\w.-]{1,80}|"[^"]{0,80}"|'[^']{0,80}')[ \t]{0,20}=/;

function tomlLineKind(text: string, start: number, end: number, isAfterKey: boolean): LineKind {
  if (start === end || isBlank(text.charCodeAt(start))) return "neutral";
  const first = text.charAt(start);
  if (first === "#") return "neutral";
  if (first === "[") return "key";
  if (TOML_KEY.test(text.slice(start, Math.min(end, start + 2 * MAX_KEY_LENGTH)))) return "key";
  // Inside an array or a multi-line string any line may stand at the margin.
  return isAfterKey ? "neutral" : "prose";
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
