import type { NotePath } from "../../note/note.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { readDefinitions } from "./definitions.ts";
import { addressesInHtml, withoutUnread } from "./htmlAddresses.ts";
import { readInline, type Span } from "./inlineSource.ts";
import { escapeName, foldersOf, isFixed, targetOf } from "./linkTarget.ts";
import { readMarkdown, type Segment } from "./markdownSource.ts";
import { leadsFromHere, partsOfWay, wayFrom, wikiNames } from "./wikiLinks.ts";

const LEADING_TAG = /^<(?:img|a|source|video|audio|iframe)\b/i;

/**
 * New addresses of files, such as the site's own ones of images, by where they lie in the notebook as {@link targetOf} says
 * it; of what lies elsewhere by its whole address.
 */
export type GivenAddresses = ReadonlyMap<NotePath, string>;

const NONE: GivenAddresses = new Map();

/**
 * The body with its relative links (`[[../name]]` as well), images, definitions and HTML attributes leading from the draft's folder to where
 * they led from the note's, and what leads to a file with a `given` address by that. Everything else in it stays as it is
 * written; code is left alone.
 */
export function rebaseLinks(
  body: string,
  from: NotePath,
  to: NotePath,
  parse: ParseMarkdown,
  given: GivenAddresses = NONE,
): string {
  return applyEdits(body, rebaseEdits(body, from, to, parse, given));
}

/** What {@link rebaseLinks} changes: each edit replaces the address of one link. */
export function rebaseEdits(
  body: string,
  from: NotePath,
  to: NotePath,
  parse: ParseMarkdown,
  given: GivenAddresses = NONE,
): readonly TextEdit[] {
  const note = foldersOf(from);
  const draft = foldersOf(to);
  const isNear = note.join("/") === draft.join("/");
  if ((isNear && given.size === 0) || !/\]\(|\]:|<[a-z]|\[\[\.{1,2}\//i.test(body)) return [];
  const source = readMarkdown(body, parse);
  const edits: TextEdit[] = [];
  for (const segment of source.segments) {
    for (const { start, end } of addressesIn(segment)) {
      const written = segment.text.slice(start, end);
      const isWrapped = written.startsWith("<");
      const address = isWrapped ? written.slice(1, -1) : written;
      const known = given.size === 0 ? undefined : givenAddress(address, from, given);
      if ((isNear || isFixed(address)) && known === undefined) continue;
      const newText = known ?? rebased(address, note, draft);
      edits.push({
        start: segment.toSource(start),
        end: segment.toSource(end),
        newText: isWrapped ? `<${newText}>` : newText,
      });
    }
    if (!isNear) edits.push(...wikiEdits(segment, note, draft));
  }
  return edits;
}

function wikiEdits(segment: Segment, note: readonly string[], draft: readonly string[]): readonly TextEdit[] {
  if (segment.kind !== "text" || !segment.text.includes("[[.")) return [];
  return wikiNames(segment.text, readInline(segment.text, () => false).opaque).flatMap(({ start, end }) => {
    const name = segment.text.slice(start, end);
    const target = leadsFromHere(name) ? partsOfWay(note, name) : undefined;
    if (target === undefined || target.length === 0) return [];
    return { start: segment.toSource(start), end: segment.toSource(end), newText: wayFrom(draft, target) };
  });
}

function addressesIn(segment: Segment): readonly Span[] {
  const { kind, text } = segment;
  if (kind === "definitions") return readDefinitions(text).flatMap(({ address }) => address ?? []);
  if (kind === "html") return addressesInHtml(withoutUnread(text), 0, LEADING_TAG);
  const { opaque, links } = readInline(text, () => false);
  return [
    ...links.flatMap(({ address }) => address ?? []),
    ...opaque.flatMap(({ kind, start, end }) =>
      kind === "html" && text[start + 1] !== "!" ? addressesInHtml(text.slice(start, end), start, LEADING_TAG) : [],
    ),
  ];
}

/** What follows the path (`?…`, `#…`) stays behind its new address. */
function givenAddress(address: string, from: NotePath, given: GivenAddresses): string | undefined {
  if (isFixed(address)) return given.get(address);
  const target = targetOf(address, from);
  const known = target === undefined ? undefined : given.get(target);
  return known === undefined ? undefined : known + (/[?#].*$/s.exec(address)?.[0] ?? "");
}

/** How a note links to a file of the notebook. */
export function addressFrom(note: NotePath, file: NotePath): string {
  return rebased(file.split("/").map(escapeName).join("/"), [], foldersOf(note));
}

function rebased(address: string, note: readonly string[], draft: readonly string[]): string {
  const [path = ""] = address.split(/[?#]/, 1);
  const target = note.map(escapeName);
  let above = 0;
  const parts = path.split("/");
  for (const [index, part] of parts.entries()) {
    const isName = part !== "." && part !== "..";
    if (part === ".." && target.pop() === undefined) above++;
    if (isName) target.push(part);
    // A folder's address keeps the `/` at its end.
    if (!isName && index === parts.length - 1) target.push("");
  }
  const own = draft.map(escapeName);
  let shared = 0;
  while (above === 0 && shared < own.length && shared < target.length - 1 && own[shared] === target[shared]) shared++;
  const up = "../".repeat(above + own.length - shared);
  const down = target.slice(shared).join("/");
  return `${up}${down}${address.slice(path.length)}` || "./";
}
