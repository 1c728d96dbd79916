import type { Instant } from "../calendar/clock.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { NoteRules } from "../note/readNote.ts";
import { hashBytes } from "../text/hashBytes.ts";
import type { Files } from "./files.ts";
import { forEachFile, type LoadOptions, notesOf, readContents, stampOfContents } from "./loadNotes.ts";
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

/**
 * Looks at these files and reads those that are not what is known of them. One that is gone is in `removed`; a file
 * without a stamp is read. What is known is never believed over what the disk says.
 */
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
  await forEachFile(paths, options, async (path) => {
    const stamp = known.get(path);
    if (typeof stamp === "object" && files.states !== undefined) {
      const state = await files.states.stat(path).catch(() => undefined);
      if (state !== undefined && sameState(state, stamp)) return;
    }
    const now = options.now();
    const contents = await readContents(files, path);
    if (contents === undefined) {
      removed.add(path);
      return;
    }
    const fresh = stampOfContents(contents, now);
    if (fresh !== undefined) stamps.set(path, fresh);
    const isSame = typeof stamp === "number" && "bytes" in contents && hashBytes(contents.bytes) === stamp;
    if (!isSame) read.set(path, notesOf(path, contents, rules));
  });
  return { read, removed, stamps, isComplete: !options.cancellation.aborted };
}

/** A notebook's folder that cannot be read now: a drive or a network that is away. */
export class NotebookUnreachable extends Error {}

/**
 * Looks at the whole notebook; `known` says what is known of the files that are `indexed`. Notes in a folder that cannot be read for now are neither removed nor read.
 * @throws NotebookUnreachable when its root cannot be read, or holds nothing at all where notes are known
 */
export async function catchUp(
  files: Files,
  known: ReadonlyMap<NotePath, Stamp>,
  indexed: Iterable<NotePath>,
  rules: NoteRules,
  options: CatchUpOptions,
): Promise<FileChanges> {
  const unread: NotePath[] = [];
  const paths = await files.list(options.cancellation, "", (folder) => void unread.push(folder));
  if (options.cancellation.aborted)
    return { read: new Map(), removed: new Set(), stamps: new Map(), isComplete: false };
  if (unread.includes("")) throw new NotebookUnreachable("the notebook's folder cannot be read");
  // Where a drive was mounted an empty folder is left behind when it goes.
  if (paths.length === 0 && known.size > 0 && (await files.namesIn("")).length === 0)
    throw new NotebookUnreachable("the notebook's folder is empty");
  const changes = await readChanged(files, paths, known, rules, options);
  const removed = new Set(changes.removed);
  const there = new Set(paths);
  for (const path of indexed)
    if (!there.has(path) && !unread.some((folder) => path.startsWith(`${folder}/`))) removed.add(path);
  return { ...changes, removed };
}
