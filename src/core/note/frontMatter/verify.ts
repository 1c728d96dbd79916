import type { TextEdit } from "../../text/edit.ts";
import { applyEdits } from "../../text/edit.ts";
import { opensLikeFrontMatter } from "./find.ts";
import type { Eol, FrontMatter, FrontMatterBlock, FrontMatterFormat, FrontMatterValue } from "./frontMatter.ts";
import { eolAt, lineEndAt } from "./lines.ts";
import { readFrontMatter } from "./read.ts";

export type EditRefusal =
  /** The front matter cannot be parsed; nothing is written into it. */
  | "broken-front-matter"
  /** The tag is empty, or holds a comma, a line break or a control character. */
  | "invalid-tag"
  /** The key holds a list or a mapping. */
  | "not-a-scalar"
  /** No edit is known that changes this form and leaves all else as it was. */
  | "unsupported";

export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: EditRefusal };

export interface Expectation {
  /** The keys that may differ afterwards. */
  readonly isChanged: (key: string) => boolean;
  /** Whether those keys came out as wished. */
  readonly holds: (after: FrontMatter) => boolean;
}

/**
 * The first of the candidates after which the text reads as expected, every other key has the value it had, and the
 * body is the same text. Front matter comes in more forms than anyone foresees: an edit that was not read back is a guess.
 */
export function firstSound(
  text: string,
  before: FrontMatter,
  candidates: Iterable<readonly TextEdit[]>,
  { isChanged, holds }: Expectation,
): EditResult {
  for (const edits of candidates) {
    const edited = applyEdits(text, edits);
    const after = readFrontMatter(edited);
    if (after.block === undefined || after.problem !== undefined) continue;
    if (hasSameBody(text, before, edited, after) && hasSameOtherKeys(before, after, isChanged) && holds(after)) {
      return { ok: true, edits };
    }
  }
  return { ok: false, reason: "unsupported" };
}

/** Whether nothing may be written: the block cannot be parsed, or the text opens one and never closes it. */
export function isBroken(text: string, { block, problem }: FrontMatter): boolean {
  return problem !== undefined || (block === undefined && opensLikeFrontMatter(text));
}

/** The edit that puts `line` into a new block at the start of a text without front matter. */
export function insertBlock(text: string, before: FrontMatter, line: string): TextEdit {
  const eol: Eol = eolAt(text, lineEndAt(text, 0)) ?? "\n";
  const start = before.bodyStart;
  const isFollowedByText = start < text.length && eolAt(text, start) === undefined;
  return { start, end: start, newText: `---${eol}${line}${eol}---${eol}${isFollowedByText ? eol : ""}` };
}

/** The edit that adds `key: value` to a block. */
export function insertLine(appendAt: number, block: FrontMatterBlock, key: string, value: string): TextEdit {
  return { start: appendAt, end: appendAt, newText: keyLine(block.format, key, value) + block.eol };
}

export function keyLine(format: FrontMatterFormat, key: string, value: string): string {
  return format === "yaml" ? `${key}: ${value}` : `${key} = ${value}`;
}

function hasSameBody(text: string, before: FrontMatter, edited: string, after: FrontMatter): boolean {
  const body = text.slice(before.bodyStart);
  const editedBody = edited.slice(after.bodyStart);
  if (before.block !== undefined) return editedBody === body;
  // A new block is set off from the text by an empty line.
  return editedBody === body || editedBody.slice(after.block?.eol.length) === body;
}

function hasSameOtherKeys(before: FrontMatter, after: FrontMatter, isChanged: (key: string) => boolean): boolean {
  const others = (frontMatter: FrontMatter) => new Map([...frontMatter.data].filter(([key]) => !isChanged(key)));
  return sameValue(others(before), others(after));
}

/** Whether two values are the same all through. */
export function sameValue(a: FrontMatterValue, b: FrontMatterValue | undefined): boolean {
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  return a === b;
}
