import { CodeLines, isIndentedCode, withoutCodeSpans } from "./codeLines.ts";
import { lineEndAt, lineStartAt } from "./frontMatter/lines.ts";
import { hackmdTagSpots } from "./hackmdTags.ts";
import { inlineNameEnd } from "./inlineTagName.ts";

/** A `#tag` in a body: where its name stands, the `#` right before it, or the backtick of HackMD. */
export interface InlineTagSpot {
  /** NFC, as written. */
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Longer lines are data, not words. */
const MAX_LINE = 4_000;

/**
 * The `#tags` of a body, in their order. Most `#x` is none: headings without their space, comments of code pasted without
 * a fence, colours, anchors, names of things. What counts was decided on the notes of Korean developers (docs/adr/0012):
 * - a line of several tags alone; a single one alone as the first line (also right below the title) or as the last;
 * - tags behind other text up to the line's end, links and marks aside;
 * - one in Hangul right behind a Korean word or the end of a sentence.
 *
 * A text without such a `#` costs one search for the character; any text costs linear time.
 */
export function inlineTagSpots(text: string, bodyStart: number): readonly InlineTagSpot[] {
  const spots: InlineTagSpot[] = [];
  let code: CodeLines | undefined;
  let edges: BodyEdges | undefined;
  let hash = text.indexOf("#", bodyStart);
  const hackmd = hash === -1 ? [] : hackmdTagSpots(text, bodyStart);
  while (hash !== -1) {
    if (!mayBegin(text, hash, bodyStart)) {
      hash = text.indexOf("#", hash + 1);
      continue;
    }
    const lineStart = Math.max(bodyStart, lineStartAt(text, hash));
    const lineEnd = lineEndAt(text, hash);
    code ??= new CodeLines(text, bodyStart);
    if (lineEnd - lineStart <= MAX_LINE && !code.isCode(lineStart)) {
      const line = withoutCodeSpans(text.slice(lineStart, lineEnd));
      const found = isIndentedCode(line) || isHtml(line) ? [] : tagsOfLine(line);
      const isAlone = found.length === 1 && isLone(line, found[0]);
      if (isAlone) edges ??= edgesOf(text, bodyStart);
      if (!isAlone || edges?.has(lineStart) === true) {
        for (const { start, end } of found) {
          const tag = line.slice(start, end).normalize("NFC");
          spots.push({ tag, start: lineStart + start, end: lineStart + end });
        }
      }
    }
    hash = text.indexOf("#", lineEnd);
  }
  const [first] = hackmd;
  if (first === undefined || new CodeLines(text, bodyStart).isCode(lineStartAt(text, first.start))) return spots;
  return [...spots, ...hackmd].sort((one, other) => one.start - other.start);
}

function mayBegin(text: string, hash: number, bodyStart: number): boolean {
  if (hash > bodyStart && !isBlank(text.charCodeAt(hash - 1))) return false;
  const next = text.charCodeAt(hash + 1);
  // A Latin letter, or anything beyond ASCII.
  return next > 0x7f || (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0;
}

/** HTML and its comments; an address in angle brackets is none. */
function isHtml(line: string): boolean {
  return /^[ \t]*<(?!https?:)/.test(line);
}

interface Name {
  readonly start: number;
  readonly end: number;
}

const LIST_MARKS = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|\[[ xX]\])[ \t]+)+/;

function tagsOfLine(line: string): readonly Name[] {
  const content = LIST_MARKS.exec(line)?.[0].length ?? 0;
  const first = line.length - line.slice(content).trimStart().length;
  const names = namesIn(line);
  if (isAllTags(line.slice(first), names.length)) return names;
  // What begins like a heading without its space or a comment is one.
  if (
    content === 0 &&
    line.charAt(first) === "#" &&
    /\S/.test(line.charAt(first + 1)) &&
    line.charAt(first + 1) !== "#"
  )
    return [];
  const trailing = trailingFrom(line);
  const titles = titlesIn(line);
  return names.filter(
    (name) =>
      !titles.some(({ start, end }) => start < name.start && name.start < end) &&
      isAmongWords(line, name, first, trailing),
  );
}

const OUTWARD_LINK = /\[(?:[^[\]]|\[[^[\]]*\])*\]\(https?:/g;

/** What is linked elsewhere stands with the tags that others gave it: `[강연 #우아콘2023](https://…)`. */
function titlesIn(line: string): readonly Name[] {
  if (!line.includes("](http")) return [];
  return [...line.matchAll(OUTWARD_LINK)].map(({ 0: link, index }) => ({ start: index, end: index + link.length }));
}

function namesIn(line: string): readonly Name[] {
  const names: Name[] = [];
  for (let hash = line.indexOf("#"); hash !== -1; hash = line.indexOf("#", hash + 1)) {
    if (hash > 0 && !isBlank(line.charCodeAt(hash - 1)) && line.charAt(hash - 1) !== ",") continue;
    const end = inlineNameEnd(line, hash + 1);
    if (end !== -1 && isClosed(line, end)) names.push({ start: hash + 1, end });
  }
  return names;
}

/** Whether nothing is glued to a name that would make another word of it: `#Rootca.cnf`, `#C++`, `#main{`, `[[글 #절]]`. */
function isClosed(line: string, end: number): boolean {
  const next = line.charAt(end);
  if (next === "" || isBlank(next.charCodeAt(0)) || next === "|") return true;
  if (next === "," && line.charAt(end + 1) === "#") return true;
  return ".,!?)\"'…:;~*_」』”’。".includes(next) && !/[\p{L}\p{N}_=({[/]/u.test(line.charAt(end + 1));
}

/** Where notes are linked so, `#x` is a tag; what the note belongs to may stand beside its tags. */
const WIKI_LINK = /\[\[[^[\]]*\]\]/g;

function isAllTags(content: string, count: number): boolean {
  const words = content
    .replace(WIKI_LINK, "")
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  // `#회고 #2025`: a number among others does not make a comment of the line.
  const numbers = words.filter((word) => /^#\d/.test(word)).length;
  return count > 0 && words.length === count + numbers && words.every((word) => word.startsWith("#"));
}

function isLone(line: string, name: Name | undefined): boolean {
  const after = name && line.slice(name.end).replace(WIKI_LINK, "");
  return name !== undefined && line.slice(0, name.start).trim() === "#" && after?.trim() === "";
}

/** Marks of program text and of a shell's lines; an address may have them. */
const CODE_MARKS = /[;{}=<>$\\]|\(\)/;
const ADDRESS = /\]\([^()\s]*\)|https?:\/\/[^\s)]*/g;
const LINK = /\[\[[^[\]]*\]\]|\[[^[\]]*\]\([^()\s]*\)/g;

/** Where the part of a line begins in which nothing but tags, links and marks stands. */
function trailingFrom(line: string): number {
  const masked = line.replace(LINK, (link) => " ".repeat(link.length));
  let from = 0;
  for (const { 0: word, index } of masked.matchAll(/\S+/g)) {
    if (!word.startsWith("#") && /[\p{L}\p{N}]/u.test(word)) from = index + word.length;
  }
  return from;
}

/** Particles that follow the mark itself when it is spoken of: `#은 경계를 뜻한다`. */
const PARTICLES: ReadonlySet<string> = new Set("을를은는이가와과로의에도만".split("").concat("으로", "이나", "에서"));

function isAmongWords(line: string, { start, end }: Name, first: number, trailing: number): boolean {
  const before = line.slice(first, start - 1);
  if (CODE_MARKS.test(before.replace(ADDRESS, ""))) return false;
  if (start > trailing && !CODE_MARKS.test(line.slice(end).replace(LINK, ""))) return true;
  const name = line.slice(start, end).normalize("NFC");
  // Between words Latin names are those of things: `#request`, `#name` of a slot.
  return /^[가-힣]/.test(name) && !PARTICLES.has(name) && /[\p{Script=Hangul},.!?]\s*$/u.test(before);
}

/** The lines at which one tag alone is no heading without its space. */
interface BodyEdges {
  has(lineStart: number): boolean;
}

const NOWHERE: BodyEdges = { has: () => false };

function edgesOf(text: string, bodyStart: number): BodyEdges {
  const body = text.slice(bodyStart);
  // Whoever leaves the space out of a lower heading leaves it out of the title, too.
  if (/(?:^|[\r\n])#{2,6}[^\s#]/.test(body)) return NOWHERE;
  const first = bodyStart + body.length - body.trimStart().length;
  const last = bodyStart + body.trimEnd().length;
  const isTitled = text.startsWith("# ", first);
  const afterTitle = isTitled ? lineEndAt(text, first) : first;
  const second = afterTitle + text.slice(afterTitle).length - text.slice(afterTitle).trimStart().length;
  const edges = new Set([lineStartAt(text, second), lineStartAt(text, last)].map((at) => Math.max(at, bodyStart)));
  return edges;
}
