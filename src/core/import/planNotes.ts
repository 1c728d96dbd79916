import { parseDay } from "../calendar/day.ts";
import type { Note, NoteKind, NotePath } from "../note/note.ts";
import { type NoteRules, readNotes } from "../note/readNote.ts";
import type { Cancellation } from "../notebook/files.ts";
import { pause } from "../pause.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import type { WriteProblem } from "../write/problem.ts";
import { bringLinks, type ImageToBring } from "./bringImages.ts";
import { type ImportedNote, ORIGIN_LABELS } from "./importedNote.ts";
import type { ImportFile } from "./importFile.ts";
import { type ImportKind, type ImportPatterns, importPath } from "./importPaths.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { withField } from "./markdownFile.ts";
import { freePath } from "./planImport.ts";

/** A note that would be created, with its images. */
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
  readonly images: readonly ImageToBring[];
}

export interface NotesPlan {
  readonly items: readonly PlannedNote[];
  /** Titles of those that are notes already. */
  readonly existing: readonly string[];
  /** Images too large to be brought in; links to them stay. */
  readonly imagesTooLarge: number;
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
  const sources = new Set<string>();
  for (const [index, imported] of found.entries()) {
    if (cancellation.aborted) break;
    if (index % 8 === 0) await pause();
    onProgress?.(index, found.length * 2);
    const result = place(imported, as, target);
    if ("problem" in result) return { ok: false, problem: result.problem };
    const isTwice = imported.source !== undefined && sources.has(imported.source);
    if (imported.source !== undefined) sources.add(imported.source);
    if (isTwice || target.known.take(result.note, imported.source) !== undefined) {
      existing.push(result.note.title);
      continue;
    }
    const path = freePath(result.path, target.taken);
    target.taken.add(nameKey(path));
    placed.push({ ...result, path });
  }
  const picked = {
    byPath: new Map(files.map((file) => [nfc(file.path), file] as const)),
    pages: new Map(placed.map(({ imported, path }) => [nfc(imported.from), path] as const)),
  };
  const items: PlannedNote[] = [];
  let imagesTooLarge = 0;
  for (const [index, { imported, path, text, note }] of placed.entries()) {
    if (cancellation.aborted) break;
    if (index % 4 === 0) await pause();
    onProgress?.(found.length + index, found.length * 2);
    const brought = bringLinks(text, nfc(imported.from), path, picked, target.taken, target.parse);
    imagesTooLarge += brought.tooLarge;
    items.push({
      path,
      text: brought.text,
      title: note.title,
      kind: note.kind,
      date: (note.date ?? note.leftOut?.date)?.text ?? "",
      ...(note.number !== undefined && { number: note.number }),
      origin: ORIGIN_LABELS[imported.origin],
      images: brought.images,
    });
  }
  return { ok: true, plan: { items, existing, imagesTooLarge } };
}

function place(
  imported: ImportedNote,
  as: ImportKind,
  target: NotesTarget,
): Placed | { readonly problem: WriteProblem } {
  const { rules } = target;
  const isMarkdown = imported.origin === "markdown";
  const own = firstOf(readNotes(isMarkdown ? imported.from : "note.md", imported.text, rules));
  const kind = own.kind === "note" ? as : own.kind;
  const found = importPath(own, kind, isMarkdown ? imported.from : undefined, target);
  if (!found.ok) return { problem: { reason: "path", setting: found.setting, problem: found.problem } };
  let text = imported.text;
  const read = (): Note => firstOf(readNotes(found.path, text, rules));
  // What only the old name said is written down: the note means the same in its new place.
  if (own.range === undefined) {
    const date = own.date ?? own.leftOut?.date;
    if (nfc(read().title) !== nfc(own.title)) text = withField(text, "title", own.title);
    const now = read();
    if (date !== undefined && (now.date ?? now.leftOut?.date)?.text !== date.text) {
      const key = parseDay(date.text) === undefined && date.precision === "month" ? "month" : "date";
      text = withField(text, key, date.text, "literal");
    }
    if (read().kind === "note" && kind !== "note") text = withField(text, "kind", kind);
  }
  return { imported, path: found.path, text, note: read() };
}

function firstOf(notes: readonly Note[]): Note {
  const [first] = notes;
  if (first === undefined) throw new Error("a file without notes");
  return first;
}
