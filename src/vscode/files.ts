import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { isMarkdownName } from "../core/note/fileName.ts";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import type { FileState, Files } from "../core/notebook/files.ts";

/**
 * The notebook's files through the editor: for the web and for folders that are on no disk of this machine. A state costs
 * a fifth to a half of reading in a web worker, two thirds on Node.
 */
export function editorFiles(root: Uri, excluded: Excluded): Files {
  const uriOf = (path: NotePath): Uri => (path === "" ? root : Uri.joinPath(root, path));
  const list: Files["list"] = async (cancellation, under = "", onUnread) => {
    if (cancellation.aborted) return [];
    const entries = await readDirectory(uriOf(under), (isAway) => {
      if (isAway || under === "") onUnread?.(under);
    });
    const lists = entries.map(async ([name, type]): Promise<readonly NotePath[]> => {
      const path = under === "" ? name : `${under}/${name}`;
      if (type === FileType.Directory) return excluded(path) ? [] : list(cancellation, path, onUnread);
      return (type & FileType.File) !== 0 && isMarkdownName(name) && !excluded(path) ? [path] : [];
    });
    return (await Promise.all(lists)).flat();
  };
  return {
    list,
    isReachable: async () => {
      let isReachable = true;
      await readDirectory(root, () => {
        isReachable = false;
      });
      return isReachable;
    },
    namesIn: async (folder) => (await readDirectory(uriOf(folder))).map(([name]) => name),
    read: async (path) => workspace.fs.readFile(uriOf(path)),
    states: {
      stat: (path) => stateOf(uriOf(path)),
      async read(path) {
        const uri = uriOf(path);
        const state = await stateOf(uri);
        return { state, bytes: await workspace.fs.readFile(uri) };
      },
    },
    isMissing: (error) => error instanceof FileSystemError && error.code === "FileNotFound",
  };
}

/** The editor's `ctime` is the time of creation, which tells nothing here. */
async function stateOf(uri: Uri): Promise<FileState> {
  const { size, mtime } = await workspace.fs.stat(uri);
  return { size, modified: mtime, changed: 0 };
}

/**
 * A folder that is gone or closed to us holds nothing to list; the file error is the file system's way to say so. `onUnread`
 * is told whether it may be there all the same.
 */
async function readDirectory(uri: Uri, onUnread?: (isAway: boolean) => void): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(uri);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    onUnread?.(!["FileNotFound", "FileNotADirectory", "NoPermissions"].includes(error.code));
    return [];
  }
}
