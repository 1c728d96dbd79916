import {
  commands,
  env,
  FileSystemError,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from "vscode";
import type { LocalFile, LocalFiles } from "../../core/publish/paste/pasteSite.ts";

interface FileItem extends QuickPickItem {
  readonly uri: Uri | undefined;
  /** What copying gives: where an image lies, or the address when it lies nowhere we know. */
  readonly copied: string;
}

const REVEAL = { iconPath: new ThemeIcon("folder-opened"), tooltip: "파일이 있는 곳 열기" };
const COPY = { iconPath: new ThemeIcon("copy"), tooltip: "경로 복사" };

/**
 * The images to upload and the links to mend, each with the way to its file.
 * @param root where their paths begin
 */
export async function showLocalFiles(root: Uri, { images, links }: LocalFiles): Promise<void> {
  const pick = window.createQuickPick<FileItem>();
  pick.title = "따로 올릴 이미지와 고칠 링크";
  pick.placeholder = "Enter를 누르면 파일이 있는 곳을 열어요. 오른쪽 단추로 경로를 복사할 수 있어요.";
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = [
    ...(images.length === 0 ? [] : section("이미지")),
    ...(await Promise.all(
      images.map((file, index) => itemOf(root, file, `이미지 ${index + 1}${file.text === "" ? "" : `: ${file.text}`}`)),
    )),
    ...(links.length === 0 ? [] : section("이 컴퓨터에서만 열리는 링크")),
    ...(await Promise.all(links.map((file) => itemOf(root, file, file.text)))),
  ];
  pick.onDidTriggerItemButton(({ button, item }) => void (button === COPY ? copy(item) : reveal(item)));
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (item !== undefined) void reveal(item);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function section(label: string): readonly FileItem[] {
  return [{ label, kind: QuickPickItemKind.Separator, uri: undefined, copied: "" }];
}

async function itemOf(root: Uri, file: LocalFile, label: string): Promise<FileItem> {
  const uri = file.path === undefined ? undefined : Uri.joinPath(root, file.path);
  const isThere = uri !== undefined && (await exists(uri));
  return {
    label: label === "" ? file.address : label,
    description: file.path ?? file.address,
    ...(!isThere && { detail: "$(warning) 파일을 찾지 못했어요." }),
    buttons: isThere ? [REVEAL, COPY] : [COPY],
    uri: isThere ? uri : undefined,
    copied: uri === undefined ? file.address : uri.scheme === "file" ? uri.fsPath : uri.path,
  };
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError) return false;
    throw error;
  }
}

async function copy({ copied }: FileItem): Promise<void> {
  await env.clipboard.writeText(copied);
  void window.showInformationMessage(`경로를 복사했어요: ${copied}`);
}

/** The file manager where there is one, the editor's explorer in a browser and for files elsewhere. */
async function reveal({ uri }: FileItem): Promise<void> {
  if (uri === undefined) return;
  const isOnThisMachine = uri.scheme === "file" && env.remoteName === undefined && env.appHost === "desktop";
  await commands.executeCommand(isOnThisMachine ? "revealFileInOS" : "revealInExplorer", uri);
}
