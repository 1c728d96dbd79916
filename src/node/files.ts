import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMarkdownName } from "../core/note/fileName.ts";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import type { Cancellation, Files } from "../core/notebook/files.ts";

/** The notebook's files straight from the disk: several times faster than through the editor. */
export function diskFiles(root: string, excluded: Excluded): Files {
  const list = async (folder: NotePath, cancellation: Cancellation): Promise<NotePath[]> => {
    if (cancellation.aborted) return [];
    const entries = await readFolder(join(root, folder));
    const found: NotePath[] = [];
    const folders: Promise<NotePath[]>[] = [];
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (excluded(path)) continue;
      // A link to a folder is not followed: it may lead out of the notebook or around in a circle.
      if (entry.isDirectory()) folders.push(list(path, cancellation));
      else if (isMarkdownName(entry.name)) found.push(path);
    }
    return found.concat(...(await Promise.all(folders)));
  };
  return {
    list: (cancellation, under = "") => list(under, cancellation),
    namesIn: async (folder) => (await readFolder(join(root, folder))).map(({ name }) => name),
    read: (path) => readFile(join(root, path)),
    isMissing: (error) => hasCode(error, "ENOENT"),
  };
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // Gone, closed to us, or not a folder: nothing to list there, and the rest of the notebook goes on.
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].some((code) => hasCode(error, code))) return [];
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
