import type { Note, NotePath, NoteProblem } from "../note/note.ts";
import { type NoteRules, readNotes } from "../note/readNote.ts";
import { decodeText, type TextEncoding } from "../text/decode.ts";
import type { Cancellation, FileState, Files } from "./files.ts";
import { type Stamp, stampOf } from "./stamp.ts";

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
  await readEach(files, paths, options, (path, contents) => {
    if (contents !== undefined) notes.set(path, notesOf(path, contents, rules));
  });
  return notes;
}

/** Files that are looked into in one go: a few milliseconds. */
const FILES_IN_ONE_GO = 64;
const BYTES_IN_ONE_GO = 500_000;

/**
 * Reads these files and hands over what each of them gave, many in one go: while one file after the other is looked into,
 * the threads that read fall asleep, and waking them for the next costs more than reading it.
 * @param between for what takes its time after a go; whoever handed over waits for it before reading on
 */
export async function readEach(
  files: Files,
  paths: readonly NotePath[],
  options: LoadOptions,
  onRead: (path: NotePath, contents: Contents | undefined) => void,
  between?: () => Promise<void>,
): Promise<void> {
  let read: [NotePath, Contents | undefined][] = [];
  let bytes = 0;
  const handOver = (): void => {
    const some = read;
    read = [];
    bytes = 0;
    for (const [path, contents] of some) onRead(path, contents);
  };
  await forEachFile(paths, options, async (path) => {
    const contents = await readContents(files, path);
    read.push([path, contents]);
    if (contents !== undefined && "bytes" in contents) bytes += contents.bytes.length;
    if (read.length < FILES_IN_ONE_GO && bytes < BYTES_IN_ONE_GO) return;
    handOver();
    await between?.();
  });
  handOver();
}

/** Does the same for all paths, some at a time. */
export async function forEachFile(
  paths: readonly NotePath[],
  { concurrency, cancellation, onProgress }: LoadOptions,
  work: (path: NotePath) => Promise<void>,
): Promise<void> {
  let next = 0;
  let done = 0;
  const goOn = async (): Promise<void> => {
    while (next < paths.length && !cancellation.aborted) {
      const path = paths[next++];
      if (path === undefined) return;
      await work(path);
      done++;
      if (done % 200 === 0) onProgress?.(done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, paths.length) }, goOn));
  onProgress?.(done, paths.length);
}

/** What reading a file gave: its contents, or why there are none. */
export type Contents = { readonly bytes: Uint8Array; readonly state?: FileState } | { readonly unreadable: string };

/** `undefined` when there is no such file. */
export async function readContents(files: Files, path: NotePath): Promise<Contents | undefined> {
  try {
    return files.states === undefined ? { bytes: await files.read(path) } : await files.states.read(path);
  } catch (error) {
    return files.isMissing(error) ? undefined : { unreadable: String(error) };
  }
}

export function notesOf(path: NotePath, contents: Contents, rules: NoteRules): readonly Note[] {
  if ("unreadable" in contents)
    return [markedNote(path, rules, { reason: "unreadable", message: contents.unreadable })];
  const { bytes } = contents;
  if (bytes.length > MAX_BYTES) return [markedNote(path, rules, { reason: "too-large", bytes: bytes.length })];
  const { text, faithful, encoding } = decodeText(bytes);
  const notes = readNotes(path, text, rules);
  if (faithful) return notes;
  const problem = notUtf8(encoding);
  return notes.map((note) => ({ ...note, problem }));
}

function notUtf8(encoding: TextEncoding): NoteProblem {
  if (encoding === "euc-kr") return { reason: "not-utf8", encoding };
  return encoding === "damaged" ? { reason: "not-utf8" } : { reason: "not-utf8", encoding: "utf-16" };
}

/** For contents that were asked for at `now`; `undefined` for a file that could not be read and has to be tried again. */
export function stampOfContents(contents: Contents, now: number): Stamp | undefined {
  return "unreadable" in contents ? undefined : stampOf(contents.state, contents.bytes, now);
}

/** A note known only by its name. */
function markedNote(path: NotePath, rules: NoteRules, problem: NonNullable<Note["problem"]>): Note {
  const [note] = readNotes(path, "", rules);
  if (note === undefined) throw new Error(`no note was read from ${path}`);
  return { ...note, problem };
}
