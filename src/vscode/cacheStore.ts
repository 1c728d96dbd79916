import { FileSystemError, Uri, workspace } from "vscode";
import type { CacheStore } from "../core/notebook/cacheStore.ts";

/** A cache in a folder the editor reaches. `report` is told of what could not be read or written, other than a file that is not there. */
export function editorCache(folder: Uri, report: (error: unknown) => void): CacheStore {
  // Tells this window's temporary files from another's.
  const window = Math.random().toString(36).slice(2);
  let count = 0;
  return {
    async read(name) {
      try {
        return await workspace.fs.readFile(Uri.joinPath(folder, name));
      } catch (error) {
        if (!(error instanceof FileSystemError && error.code === "FileNotFound")) report(error);
        return undefined;
      }
    },
    async write(name, bytes) {
      const temporary = Uri.joinPath(folder, `${name}.${window}-${count++}.tmp`);
      try {
        await workspace.fs.writeFile(temporary, bytes);
        await workspace.fs.rename(temporary, Uri.joinPath(folder, name), { overwrite: true });
      } catch (error) {
        report(error);
      }
    },
  };
}

/** The folder of a notebook's cache within the extension's storage: a name made of the root's address. */
export function cacheFolderOf(storage: Uri, root: Uri): Uri {
  let [a, b] = [0x9dc5, 0x811c];
  for (const character of root.toString()) {
    const code = character.charCodeAt(0);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (a >>> 13);
  }
  const name = [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  return Uri.joinPath(storage, "notebooks", name);
}
