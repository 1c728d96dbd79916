import { nfc } from "../../text/nfc.ts";
import type { OpaqueSpan, Span } from "./inlineSource.ts";

/** Each class ends where the next begins, so that nothing is read twice. */
const WIKI_LINK = /\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g;

/** What `./` and `../` begin: by a name alone, or with folders before it, a file is found wherever the note lies. */
const FROM_HERE = /^\.{1,2}\//;

/**
 * Where the names stand in `[[name]]`, `[[name|text shown]]` and `[[name#heading]]` of a paragraph; none in its code, and
 * none where the brackets are a link of Markdown.
 */
export function wikiNames(text: string, opaque: readonly OpaqueSpan[] = []): readonly Span[] {
  if (!text.includes("[[")) return [];
  const names: Span[] = [];
  let hidden = 0;
  for (const match of text.matchAll(WIKI_LINK)) {
    const { 0: whole, 1: written = "", index } = match;
    while (hidden < opaque.length && (opaque[hidden]?.end ?? 0) <= index) hidden++;
    const isOpaque = (opaque[hidden]?.start ?? text.length) < index + whole.length;
    if (isOpaque || text[index - 1] === "\\" || text[index + whole.length] === "(") continue;
    // In a table the bar is escaped.
    const name = written.replace(/\\$/, "");
    const start = index + 2 + (name.length - name.trimStart().length);
    if (name.trim() !== "") names.push({ start, end: start + name.trim().length });
  }
  return names;
}

/** Whether such a name leads from the folder of its note. */
export function leadsFromHere(name: string): boolean {
  return FROM_HERE.test(name);
}

/** A way from the folders of a note to a file, neither escaped, that is seen to lead from there. */
export function wayFrom(folders: readonly string[], file: readonly string[]): string {
  let shared = 0;
  const isShared = () => nfc(folders[shared] ?? "") === nfc(file[shared] ?? "");
  while (shared < folders.length && shared < file.length - 1 && isShared()) shared++;
  return `${"../".repeat(folders.length - shared) || "./"}${file.slice(shared).join("/")}`;
}

/** Where such a way leads, as parts of a path in the notebook; `undefined` when that is outside of it. */
export function partsOfWay(folders: readonly string[], way: string): readonly string[] | undefined {
  const parts = [...folders];
  for (const part of way.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts;
}
