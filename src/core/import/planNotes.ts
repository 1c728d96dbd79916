import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NoteKind, NotePath } from "../note/note.ts";
import { type NoteRules, readNotes } from "../note/readNote.ts";
import type { Cancellation } from "../notebook/files.ts";
import { pause } from "../pause.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import type { WriteProblem } from "../write/problem.ts";
import { bringLinks, type FileToBring, type LeftBehind } from "./bringFiles.ts";
import { type ImportedNote, ORIGIN_LABELS } from "./importedNote.ts";
import type { ImportFile } from "./importFile.ts";
import { type ImportKind, type ImportPatterns, importPath } from "./importPaths.ts";
import { keepPrivate } from "./keepPrivate.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { withField } from "./markdownFile.ts";
import { freePath } from "./planImport.ts";
import { savedDate } from "./savedDate.ts";

/** A note that would be created, with the images and documents it leads to. */
export interface PlannedNote {
  readonly path: NotePath;
  readonly text: string;
  readonly title: string;
  readonly kind: NoteKind;
  /** `2025-05-01`, `2025-05` or `2025`; empty where nothing is known. */
  readonly date: string;
  readonly number?: number;
  /** In Korean: `Notion`, `2025년 5월 회고`. */
  readonly origin: string;
  readonly attached: readonly FileToBring[];
}

export interface NotesPlan {
  readonly items: readonly PlannedNote[];
  /** Titles of those that are notes already. */
  readonly existing: readonly string[];
  /** What notes lead to and that is not brought in; links to it stay. */
  readonly left: LeftBehind;
}

export type NotesPlanResult =
  | { readonly ok: true; readonly plan: NotesPlan }
  | { readonly ok: false; readonly problem: WriteProblem };

export interface NotesTarget extends ImportPatterns {
  readonly rules: NoteRules;
  readonly parse: ParseMarkdown;
  readonly known: KnownNotes;
  /** Keys ({@link nameKey}) of the paths that files have; what is planned is added. */
  readonly taken: Set<string>;
}

export interface ImportSteps {
  readonly cancellation: Cancellation;
  onProgress?(done: number, total: number): void;
}

interface Placed {
  readonly imported: ImportedNote;
  readonly path: NotePath;
  readonly text: string;
  readonly note: Note;
  /** As it was read where it comes from. */
  readonly own: Note;
  readonly kind: NoteKind;
}

/** What bringing these in would create; notes that say what they are stay so, the others become `as`. Nothing is written. */
export async function planNotes(
  found: readonly ImportedNote[],
  as: ImportKind,
  files: readonly ImportFile[],
  target: NotesTarget,
  { cancellation, onProgress }: ImportSteps,
): Promise<NotesPlanResult> {
  const placed: Placed[] = [];
  const existing: string[] = [];
  const pages = new Map<string, NotePath>();
  const notionPages = new Map<string, NotePath>();
  const know = ({ from, source }: ImportedNote, path: NotePath): void => {
    if (!pages.has(nfc(from))) pages.set(nfc(from), path);
    if (source?.startsWith("notion:")) notionPages.set(source.slice("notion:".length), path);
  };
  for (const [index, imported] of found.entries()) {
    if (cancellation.aborted) break;
    if (index % 8 === 0) await pause();
    onProgress?.(index, found.length * 2);
    const result = place(imported, as, target);
    if ("problem" in result) return { ok: false, problem: result.problem };
    const { note, text, path: wanted } = result;
    const there = await target.known.take({ note, text, source: imported.source, path: wanted });
    if (there !== undefined) {
      know(imported, there);
      existing.push(result.note.title);
      continue;
    }
    const path = freePath(wanted, target.taken);
    target.taken.add(nameKey(path));
    know(imported, path);
    if (imported.source !== undefined) target.known.add(imported.source, path);
    placed.push(path === wanted ? result : settled(result, path, target.rules));
  }
  const picked = {
    byPath: new Map(files.map((file) => [nfc(file.path), file] as const)),
    pages,
    notionPages,
    places: new Map<ImportFile, NotePath>(),
  };
  const items: PlannedNote[] = [];
  const left = { tooLarge: new Set<string>(), unknown: new Set<string>(), missing: new Set<string>() };
  for (const [index, { imported, path, text, note }] of placed.entries()) {
    if (cancellation.aborted) break;
    if (index % 4 === 0) await pause();
    onProgress?.(found.length + index, found.length * 2);
    const brought = await bringLinks(text, nfc(imported.from), path, picked, target.taken, target.parse);
    for (const path of brought.left.tooLarge) left.tooLarge.add(path);
    for (const path of brought.left.unknown) left.unknown.add(path);
    for (const path of brought.left.missing) left.missing.add(path);
    items.push({
      path,
      text: brought.text,
      title: note.title,
      kind: note.kind,
      date: (note.date ?? note.leftOut?.date)?.text ?? "",
      ...(note.number !== undefined && { number: note.number }),
      origin: ORIGIN_LABELS[imported.origin],
      attached: brought.attached,
    });
  }
  target.known.learn(placed);
  const { tooLarge, unknown, missing } = left;
  return {
    ok: true,
    plan: { items, existing, left: { tooLarge: [...tooLarge], unknown: [...unknown], missing: [...missing] } },
  };
}

function place(
  imported: ImportedNote,
  as: ImportKind,
  target: NotesTarget,
): Placed | { readonly problem: WriteProblem } {
  const from = imported.origin === "markdown" ? imported.from : undefined;
  const read = (text: string): Note =>
    firstOf(readNotes(from === undefined ? "note.md" : evidencePath(from), text, target.rules));
  const written = read(imported.text);
  const text = from === undefined || isDated(written) ? imported.text : withSavedDate(imported.text, target.rules);
  const own = text === imported.text ? written : read(text);
  const kind = own.kind === "note" ? as : own.kind;
  const found = importPath(own, kind, from, target);
  if (!found.ok) return { problem: { reason: "path", setting: found.setting, problem: found.problem } };
  const kept = kind === "post" ? keepPrivate(text, target.site) : text;
  return settled({ imported: { ...imported, text: kept }, own, kind }, found.path, target.rules);
}

/** Front matter and what stands below it. */
const HEAD_LINES = 100;

/** Each section of a diary has a day of its own. */
function isDated({ range, date, leftOut }: Note): boolean {
  return range !== undefined || date !== undefined || leftOut?.date !== undefined;
}

function withSavedDate(text: string, { dayRule }: NoteRules): string {
  // Most have none, and reading front matter costs more than looking for one in all that stands first.
  if (savedDate(text, dayRule.timeZone, HEAD_LINES) === undefined) return text;
  const date = savedDate(text.slice(readFrontMatter(text).bodyStart), dayRule.timeZone);
  return date === undefined ? text : withField(text, "date", date, "literal");
}

/** Tools that save a velog put its texts into `content` below the day they ran: that is no day of theirs. */
function evidencePath(from: string): string {
  return /(?:^|\/)content\/([^/]+)$/.exec(from)?.[1] ?? from;
}

/** A note in its new place. What only its old name said is written down, so that it means the same there. */
function settled(
  { imported, own, kind }: Pick<Placed, "imported" | "own" | "kind">,
  path: NotePath,
  rules: NoteRules,
): Placed {
  let text = imported.text;
  const read = (): Note => firstOf(readNotes(path, text, rules));
  if (own.range === undefined) {
    const date = own.date ?? own.leftOut?.date;
    if (nfc(read().title) !== nfc(own.title)) text = withField(text, "title", own.title);
    const now = read();
    if (date !== undefined && (now.date ?? now.leftOut?.date)?.text !== date.text) {
      text = withField(text, date.precision === "month" ? "month" : "date", date.text, "literal");
    }
    if (read().kind === "note" && kind !== "note") text = withField(text, "kind", kind);
  }
  return { imported, own, kind, path, text, note: read() };
}

function firstOf(notes: readonly Note[]): Note {
  const [first] = notes;
  if (first === undefined) throw new Error("a file without notes");
  return first;
}
