import type { NotePath } from "../../note/note.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { readDefinitions } from "./definitions.ts";
import { readInline, type Span, TAG } from "./inlineSource.ts";
import { readMarkdown, type Segment } from "./markdownSource.ts";

/** What leads to the same place from everywhere, and what a site's generator fills in. */
const FIXED = /^(?:$|[#/?]|[a-z][a-z0-9+.-]*:|www\.)|\{[{%]/i;
/** A backslash that escapes nothing: a path of Windows, which no site can follow anyway. */
const WINDOWS = /\\(?![!-/:-@[-`{-~])|\.\\\w/;
/** What of HTML is not HTML to a browser. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gi;
const ATTRIBUTE = /\s(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * The body with its relative links, images, definitions and HTML attributes leading from the draft's folder to where
 * they led from the note's. Everything else in it stays as it is written; code is left alone.
 */
export function rebaseLinks(body: string, from: NotePath, to: NotePath, parse: ParseMarkdown): string {
  const note = foldersOf(from);
  const draft = foldersOf(to);
  if (note.join("/") === draft.join("/") || !/\]\(|\]:|<[a-z]/i.test(body)) return body;
  const source = readMarkdown(body, parse);
  const edits: TextEdit[] = [];
  for (const segment of source.segments) {
    for (const { start, end } of addressesIn(segment)) {
      const written = segment.text.slice(start, end);
      const isWrapped = written.startsWith("<");
      const address = isWrapped ? written.slice(1, -1) : written;
      if (FIXED.test(address) || WINDOWS.test(address)) continue;
      const newText = rebased(address, note, draft);
      edits.push({
        start: segment.toSource(start),
        end: segment.toSource(end),
        newText: isWrapped ? `<${newText}>` : newText,
      });
    }
  }
  return applyEdits(body, edits);
}

function addressesIn(segment: Segment): readonly Span[] {
  const { kind, text } = segment;
  if (kind === "definitions") return readDefinitions(text).flatMap(({ address }) => address ?? []);
  if (kind === "html") {
    return attributesIn(
      text.replace(UNREAD, (hidden) => " ".repeat(hidden.length)),
      0,
    );
  }
  const { opaque, links } = readInline(text, () => false);
  return [
    ...links.flatMap(({ address }) => address ?? []),
    ...opaque.flatMap(({ kind, start, end }) =>
      kind === "html" && text[start + 1] !== "!" ? attributesIn(text.slice(start, end), start) : [],
    ),
  ];
}

function attributesIn(html: string, offset: number): Span[] {
  const spans: Span[] = [];
  for (const tag of html.matchAll(new RegExp(TAG, "g"))) {
    if (!/^<(?:img|a|source|video|audio|iframe)\b/i.test(tag[0])) continue;
    for (const attribute of tag[0].matchAll(ATTRIBUTE)) {
      const value = attribute[1] ?? attribute[2] ?? "";
      const end = offset + tag.index + attribute.index + attribute[0].length - 1;
      spans.push({ start: end - value.length, end });
    }
  }
  return spans;
}

function foldersOf(path: NotePath): string[] {
  return path.split("/").slice(0, -1);
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

/** A folder's name as part of an address, in Markdown between `<>` or bare and in HTML. Hangul stays readable. */
function escapeName(name: string): string {
  return name.replace(/[\p{Cc}\s()<>"'\\%#?&[\]`{}]/gu, (character) =>
    "()'".includes(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  );
}
