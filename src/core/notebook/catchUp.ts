import type { Instant } from "../calendar/clock.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { NoteRules } from "../note/readNote.ts";
import { hashBytes } from "../text/hashBytes.ts";
import type { FileState, Files } from "./files.ts";
import { forEachFile, type LoadOptions, notesOf, readEach, stampOfContents } from "./loadNotes.ts";
import { type Stamp, sameState } from "./stamp.ts";

/** How the files differ from what is known of them. */
export interface FileChanges {
  /** Files that are new or other than they were, with their notes. */
  readonly read: ReadonlyMap<NotePath, readonly Note[]>;
  /** Files that are gone. */
  readonly removed: ReadonlySet<NotePath>;
  /** What is known from now on of files that were read; none for one that could not be. */
  readonly stamps: ReadonlyMap<NotePath, Stamp>;
  /** Whether all files were looked at: not when it was cancelled. */
  readonly isComplete: boolean;
}

export interface CatchUpOptions extends LoadOptions {
  readonly now: () => Instant;
}

/** The files there are, as far as can be told without reading them. */
export interface Survey {
  readonly paths: readonly NotePath[];
  /** Missing for a file that could not be asked, and for all where asking costs as much as reading. */
  readonly states: ReadonlyMap<NotePath, FileState>;
  /** Folders that cannot be read for now. */
  readonly unread: readonly NotePath[];
}

/** Walks the notebook. `asksStates`: not worth it where nothing is known to compare the answers with. */
export async function survey(files: Files, asksStates: boolean, options: LoadOptions): Promise<Survey> {
  const unread: NotePath[] = [];
  const states = new Map<NotePath, FileState>();
  const paths = await files.list(options.cancellation, "", (folder) => void unread.push(folder));
  const { states: asked } = files;
  if (asksStates && asked !== undefined)
    await forEachFile(paths, { concurrency: options.concurrency, cancellation: options.cancellation }, async (path) => {
      // One that cannot be asked is read, and says then what is wrong with it.
      const state = await asked.stat(path).catch(() => undefined);
      if (state !== undefined) states.set(path, state);
    });
  return { paths, states, unread };
}

/** A notebook's folder that cannot be read now: a drive or a network that is away. */
export class NotebookUnreachable extends Error {}

/** What is known of a notebook: stamps of its files, and all files that notes are known of. */
export interface Known {
  readonly stamps: ReadonlyMap<NotePath, Stamp>;
  readonly indexed: Iterable<NotePath>;
}

/**
 * Reads the files that are not what is known of them. What is known is never believed over what the disk says; notes in a
 * folder that cannot be read for now are neither removed nor read.
 * @throws NotebookUnreachable when the root cannot be read, or holds nothing at all where notes are known
 */
export async function catchUp(
  files: Files,
  { paths, states, unread }: Survey,
  { stamps, indexed }: Known,
  rules: NoteRules,
  options: CatchUpOptions,
): Promise<FileChanges> {
  if (unread.includes("")) throw new NotebookUnreachable("the notebook's folder cannot be read");
  if (options.cancellation.aborted) return NO_CHANGES;
  // Where a drive was mounted an empty folder is left behind when it goes.
  if (paths.length === 0 && stamps.size > 0 && (await files.namesIn("")).length === 0)
    throw new NotebookUnreachable("the notebook's folder is empty");
  const toRead = paths.filter((path) => {
    const stamp = stamps.get(path);
    const state = states.get(path);
    return typeof stamp !== "object" || state === undefined || !sameState(state, stamp);
  });
  const changes = await readChanged(files, toRead, stamps, rules, options);
  const removed = new Set(changes.removed);
  const there = new Set(paths);
  for (const path of indexed)
    if (!there.has(path) && !unread.some((folder) => path.startsWith(`${folder}/`))) removed.add(path);
  // Asked last: it may have gone while its files were read.
  if (removed.size > 0 && !(await files.isReachable()))
    throw new NotebookUnreachable("the notebook's folder went away");
  return { ...changes, removed };
}

const NO_CHANGES: FileChanges = { read: new Map(), removed: new Set(), stamps: new Map(), isComplete: false };

/** Reads these files. One that is gone is in `removed`; one whose contents are the known ones is not in `read`. */
export async function readChanged(
  files: Files,
  paths: readonly NotePath[],
  known: ReadonlyMap<NotePath, Stamp>,
  rules: NoteRules,
  options: CatchUpOptions,
): Promise<FileChanges> {
  const read = new Map<NotePath, readonly Note[]>();
  const removed = new Set<NotePath>();
  const stamps = new Map<NotePath, Stamp>();
  // From before all of them are read: the earlier, the fewer states are believed.
  const now = options.now();
  await readEach(files, paths, options, (path, contents) => {
    if (contents === undefined) {
      removed.add(path);
      return;
    }
    const fresh = stampOfContents(contents, now);
    if (fresh !== undefined) stamps.set(path, fresh);
    const stamp = known.get(path);
    const isSame = typeof stamp === "number" && "bytes" in contents && hashBytes(contents.bytes) === stamp;
    if (!isSame) read.set(path, notesOf(path, contents, rules));
  });
  return { read, removed, stamps, isComplete: !options.cancellation.aborted };
}
