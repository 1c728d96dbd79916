import type { Note, NotePath } from "../note/note.ts";
import { type NoteRules, readNotes } from "../note/readNote.ts";
import { decodeText } from "../text/decode.ts";
import type { Cancellation, Files } from "./files.ts";

/** Larger files are listed with a mark and not looked into: a log, an export. */
const MAX_BYTES = 8_000_000;

export interface LoadOptions {
  /** How many files are read at a time. */
  readonly concurrency: number;
  readonly cancellation: Cancellation;
  onProgress?(done: number, total: number): void;
}

/** Reads these files into notes. A file that cannot be read or understood becomes a note that says so; none stops the others. */
export async function loadNotes(
  files: Files,
  paths: readonly NotePath[],
  rules: NoteRules,
  options: LoadOptions,
): Promise<ReadonlyMap<NotePath, readonly Note[]>> {
  const notes = new Map<NotePath, readonly Note[]>();
  let next = 0;
  let done = 0;
  const readOn = async (): Promise<void> => {
    while (next < paths.length && !options.cancellation.aborted) {
      const path = paths[next++];
      if (path === undefined) return;
      const read = await loadFile(files, path, rules);
      if (read !== undefined) notes.set(path, read);
      done++;
      if (done % 200 === 0) options.onProgress?.(done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, paths.length) }, readOn));
  options.onProgress?.(done, paths.length);
  return notes;
}

async function loadFile(files: Files, path: NotePath, rules: NoteRules): Promise<readonly Note[] | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    if (files.isMissing(error)) return undefined;
    return [markedNote(path, rules, { reason: "unreadable", message: String(error) })];
  }
  if (bytes.length > MAX_BYTES) return [markedNote(path, rules, { reason: "too-large", bytes: bytes.length })];
  const { text, faithful } = decodeText(bytes);
  const notes = readNotes(path, text, rules);
  return faithful ? notes : notes.map((note) => ({ ...note, problem: { reason: "not-utf8" } as const }));
}

/** A note known only by its name. */
function markedNote(path: NotePath, rules: NoteRules, problem: NonNullable<Note["problem"]>): Note {
  const [note] = readNotes(path, "", rules);
  if (note === undefined) throw new Error(`no note was read from ${path}`);
  return { ...note, problem };
}
