import { isMarkdownName } from "../../note/fileName.ts";
import type { NotePath } from "../../note/note.ts";
import { readInline, type Span } from "../../retro/entry/inlineSource.ts";
import { foldersOf } from "../../retro/entry/linkTarget.ts";
import type { MarkdownSource } from "../../retro/entry/markdownSource.ts";
import { leadsFromHere, partsOfWay, wayFrom, wikiNames } from "../../retro/entry/wikiLinks.ts";
import type { TextEdit } from "../../text/edit.ts";
import { nameKey, nfc } from "../../text/nfc.ts";

/** A file that gets another path. */
export interface Move {
  readonly from: NotePath;
  readonly to: NotePath;
  /** Other notes that are called as it was or will be. */
  readonly others: readonly NotePath[];
}

/** @param paths of all notes */
export function moveOf(from: NotePath, to: NotePath, paths: readonly NotePath[]): Move {
  const keyOf = (path: NotePath): string => nameKey(stemOf(baseOf(path)));
  const keys = new Set([keyOf(from), keyOf(to)]);
  return { from, to, others: paths.filter((path) => path !== from && path !== to && keys.has(keyOf(path))) };
}

export interface WikiLinksTo {
  /** Where the file's names begin in the body, those that stay right as well. */
  readonly starts: ReadonlySet<number>;
  readonly edits: readonly TextEdit[];
  /** In Korean: why some of them stay. */
  readonly why?: string;
}

/** What changes in the body of a note when a file that it names in `[[ ]]` gets another path. */
export function wikiLinksTo({ segments }: MarkdownSource, note: NotePath, move: Move): WikiLinksTo {
  const starts = new Set<number>();
  const edits: TextEdit[] = [];
  let why: string | undefined;
  for (const { kind, text, toSource } of segments) {
    if (kind !== "text" || !text.includes("[[")) continue;
    for (const span of wikiNames(text, readInline(text, () => false).opaque)) {
      const old = written(text, span);
      const name = newName(old, note, move);
      if (name === undefined) continue;
      starts.add(toSource(span.start));
      if ("why" in name) why = name.why;
      else if (nfc(name.text) !== nfc(old))
        edits.push({ start: toSource(span.start), end: toSource(span.end), newText: name.text });
    }
  }
  return { starts, edits, ...(why !== undefined && { why }) };
}

/** Whether a text has a name in `[[ ]]` that may be a file's, in code or not: far cheaper than reading the Markdown. */
export function mayName(text: string, file: NotePath): boolean {
  const wanted = nameKey(stemOf(baseOf(file)));
  return wikiNames(text).some((span) => nameKey(stemOf(baseOf(written(text, span)))) === wanted);
}

/** Whether some name in a text is another from then on. */
export function namesAnew(text: string, note: NotePath, move: Move): boolean {
  return wikiNames(text).some((span) => {
    const old = written(text, span);
    const name = newName(old, note, move);
    return name !== undefined && ("why" in name || nfc(name.text) !== nfc(old));
  });
}

/** What a note is named from then on; `undefined` where the name is not the file's. */
function newName(name: string, note: NotePath, move: Move): { text: string } | { why: string } | undefined {
  const stem = stemOf(name);
  const [from, to] = [stemOf(move.from), stemOf(move.to)];
  const end = move.to.slice(to.length);
  const renamed = (text: string): { text: string } | { why: string } => {
    if (/[[\]|#]/.test(text)) return { why: "새 이름에 [ ] | #이 있어 [[ ]] 안에 적을 수 없어요." };
    return { text: stem === name ? text : text + end };
  };
  if (leadsFromHere(stem)) {
    const target = partsOfWay(foldersOf(note), stem)?.join("/") ?? "";
    const at = note === move.from ? move.to : note;
    return nameKey(target) === nameKey(from) ? renamed(wayFrom(foldersOf(at), to.split("/"))) : undefined;
  }
  if (stem.startsWith("/")) return nameKey(stem.slice(1)) === nameKey(from) ? renamed(`/${to}`) : undefined;
  if (!isEndOf(stem, from)) return undefined;
  const isChanged = stem.includes("/") || nameKey(stem) !== nameKey(baseOf(to));
  if (isChanged && move.others.some((other) => isEndOf(stem, stemOf(other))))
    return { why: "이름이 같은 노트가 또 있어 [[ ]]가 어느 노트를 가리키는지 알 수 없어요." };
  const isAlone = !isChanged || !move.others.some((other) => isEndOf(baseOf(to), stemOf(other)));
  return renamed(stem.includes("/") || !isAlone ? to : baseOf(to));
}

/** Whether a path ends with these names. */
function isEndOf(name: string, path: string): boolean {
  return nameKey(`/${path}`).endsWith(nameKey(`/${name}`));
}

function stemOf(name: string): string {
  return isMarkdownName(name) ? name.slice(0, name.lastIndexOf(".")) : name;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function written(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
