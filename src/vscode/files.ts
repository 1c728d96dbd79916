import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { isMarkdownName } from "../core/note/fileName.ts";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import type { Cancellation, Files } from "../core/notebook/files.ts";

/** The notebook's files through the editor: for the web and for folders that are on no disk of this machine. */
export function editorFiles(root: Uri, excluded: Excluded): Files {
  const uriOf = (path: NotePath): Uri => (path === "" ? root : Uri.joinPath(root, path));
  const list = async (folder: NotePath, cancellation: Cancellation): Promise<NotePath[]> => {
    if (cancellation.aborted) return [];
    const entries = await readDirectory(uriOf(folder));
    const lists = entries.map(async ([name, type]): Promise<NotePath[]> => {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (excluded(path)) return [];
      if (type === FileType.Directory) return list(path, cancellation);
      return (type & FileType.File) !== 0 && isMarkdownName(name) ? [path] : [];
    });
    return (await Promise.all(lists)).flat();
  };
  return {
    list: (cancellation, under = "") => list(under, cancellation),
    namesIn: async (folder) => (await readDirectory(uriOf(folder))).map(([name]) => name),
    read: async (path) => workspace.fs.readFile(uriOf(path)),
    isMissing: (error) => error instanceof FileSystemError && error.code === "FileNotFound",
  };
}

/** A folder that is gone or closed to us holds nothing to list; the file error is the file system's way to say so. */
async function readDirectory(uri: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(uri);
  } catch (error) {
    if (error instanceof FileSystemError) return [];
    throw error;
  }
}
