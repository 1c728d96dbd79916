import { Uri, type WorkspaceFolder, window, workspace } from "vscode";

export interface FolderWishes {
  /** The setting: a path, absolute, of the open folder or of the home (`~`), or a URI; empty when it is not set. */
  readonly stated: string;
  /** The URI of the folder picked in a workspace with several. */
  readonly chosen: string | undefined;
  /** The person's home, where there is one. */
  readonly home: Uri | undefined;
}

/** Where the notebook is: as the setting says, the one open folder, or the one picked of several. */
export function notebookFolder({ stated, chosen, home }: FolderWishes): Uri | undefined {
  const folders = workspace.workspaceFolders ?? [];
  if (stated !== "") return resolve(stated, folders[0]?.uri, home);
  if (folders.length === 1) return folders[0]?.uri;
  return folders.find(({ uri }) => uri.toString() === chosen)?.uri;
}

function resolve(stated: string, folder: Uri | undefined, home: Uri | undefined): Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(stated)) return Uri.parse(stated, true);
  if (stated === "~" || /^~[/\\]/.test(stated))
    return home && Uri.joinPath(home, stated.slice(1).replaceAll("\\", "/"));
  if (stated.startsWith("/") || /^[a-z]:[\\/]/i.test(stated)) {
    const file = Uri.file(stated);
    // In a remote window an absolute path is one of the remote machine's, reached as the open folder is.
    return home?.scheme === "file" || folder === undefined ? file : folder.with({ path: file.path });
  }
  return folder && Uri.joinPath(folder, stated.replaceAll("\\", "/"));
}

/** Asks which of the open folders it is; `undefined` when the person would not say. */
export async function pickFolder(folders: readonly WorkspaceFolder[]): Promise<WorkspaceFolder | undefined> {
  const picked = await window.showQuickPick(
    folders.map((folder) => ({ label: `$(folder) ${folder.name}`, description: folder.uri.fsPath, folder })),
    {
      title: "노트 폴더 고르기",
      placeHolder: "토막글과 TIL을 둘 폴더를 고르세요. 이 작업 영역에서는 다시 묻지 않아요.",
    },
  );
  return picked?.folder;
}

/** Asks for any folder of the disk; `undefined` when the person would not say. */
export async function askFolder(): Promise<Uri | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: "노트 폴더로 쓰기",
      title: "토막글과 TIL을 둘 폴더를 골라 주세요",
    })) ?? [];
  return uri;
}
