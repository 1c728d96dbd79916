import { close, constants, fstat, open, read as readAt, type Stats, stat } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMarkdownName } from "../core/note/fileName.ts";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import type { Cancellation, FileState, Files } from "../core/notebook/files.ts";

/** The notebook's files straight from the disk: several times faster than through the editor. */
export function diskFiles(root: string, excluded: Excluded): Files {
  // Paths are clean, and ten thousand times `join` shows.
  const at = (path: NotePath): string => `${root}/${path}`;
  const list: Files["list"] = async (cancellation, under = "", onUnread) => {
    const found: NotePath[] = [];
    const walk = async (folder: NotePath, cancellation: Cancellation): Promise<void> => {
      if (cancellation.aborted) return;
      const folders: Promise<void>[] = [];
      for (const entry of await readFolder(join(root, folder), () => onUnread?.(folder), folder === "")) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        // A link to a folder is not followed: it may lead out of the notebook or around in a circle.
        if (entry.isDirectory()) {
          if (!excluded(path)) folders.push(walk(path, cancellation));
        } else if ((entry.isFile() || entry.isSymbolicLink()) && isMarkdownName(entry.name) && !excluded(path)) {
          found.push(path);
        }
      }
      await Promise.all(folders);
    };
    await walk(under, cancellation);
    return found;
  };
  return {
    list,
    isReachable: () =>
      readdir(root).then(
        () => true,
        () => false,
      ),
    namesIn: async (folder) => (await readFolder(join(root, folder))).map(({ name }) => name),
    read: async (path) => (await readWithState(at(path))).bytes,
    states: {
      stat: (path) =>
        new Promise((resolve, reject) =>
          stat(at(path), (error, stats) => (error ? reject(error) : resolve(stateOf(stats)))),
        ),
      read: (path) => readWithState(at(path)),
    },
    isMissing: (error) => hasCode(error, "ENOENT"),
  };
}

function stateOf({ size, mtimeMs, ctimeMs }: Stats): FileState {
  return { size, modified: mtimeMs, changed: ctimeMs };
}

const SLAB_BYTES = 1_000_000;
let slab = Buffer.allocUnsafeSlow(0);
let used = 0;

/** Memory for a file that is looked into once: for many small files, one piece of it for each costs more than reading. */
function piece(size: number): Buffer {
  if (size > SLAB_BYTES / 16) return Buffer.allocUnsafeSlow(size);
  if (used + size > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    used = 0;
  }
  used += size;
  return slab.subarray(used - size, used);
}

/** More is no note and no image; a file may say that it is larger than any memory. */
const MAX_BYTES = 500_000_000;
/** A pipe that nobody writes to would be waited for without end. Windows has no such thing. */
const OPENING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Why a file is not read: a link of a stranger's repository may lead to a device that gives without end. */
function refusalOf(stats: Stats): Error | undefined {
  if (!stats.isFile() && !stats.isDirectory()) return new Error("a device or a pipe, not a file");
  return stats.size > MAX_BYTES ? new Error(`larger than ${MAX_BYTES} bytes`) : undefined;
}

/**
 * A file and its state by one opening. With callbacks: for ten thousand small files the promises of `fs/promises` take
 * as long as the disk.
 */
function readWithState(path: string): Promise<{ readonly bytes: Uint8Array; readonly state: FileState }> {
  return new Promise((resolve, reject) => {
    open(path, OPENING, (problem, file) => {
      if (problem) return reject(problem);
      const end = (error: Error | null, bytes?: Uint8Array, stats?: Stats): void =>
        close(file, (closing) => {
          if (bytes !== undefined && stats !== undefined && !closing) resolve({ bytes, state: stateOf(stats) });
          else reject(error ?? closing);
        });
      fstat(file, (error, stats) => {
        const refused = error ?? refusalOf(stats);
        if (refused) return end(refused);
        // One byte more than it has: a file that grew in the meantime is told from one that did not.
        let buffer = piece(stats.size + 1);
        let filled = 0;
        const goOn = (): void => {
          if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
          readAt(file, buffer, filled, buffer.length - filled, null, (failure, count) => {
            if (failure) return end(failure);
            filled += count;
            // What fills less than was asked for is most often all, but a network may give it in parts.
            if (count === 0 || filled === stats.size) end(null, buffer.subarray(0, filled), stats);
            else goOn();
          });
        };
        goOn();
      });
    });
  });
}

/** Gone, closed to us, or not a folder: nothing to list there, and the rest of the notebook goes on. */
const NOTHING_THERE = ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "ELOOP"];

/** `onUnread` is told of a failure that may pass, and of every failure when the folder `mustBeThere`. */
async function readFolder(folder: string, onUnread?: () => void, mustBeThere = false) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const isNothing = NOTHING_THERE.some((code) => hasCode(error, code));
    if (!isNothing && onUnread === undefined) throw error;
    if (!isNothing || mustBeThere) onUnread?.();
    return [];
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
