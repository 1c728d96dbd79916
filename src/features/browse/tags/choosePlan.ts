import { type QuickPickItem, ThemeIcon, window } from "vscode";
import type { TaggedFile, TagRenamePlan } from "../../../core/notebook/tagRename.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { openNote } from "../../../vscode/openNote.ts";

interface Row extends QuickPickItem {
  readonly file: TaggedFile;
}

const LOOK = { iconPath: new ThemeIcon("go-to-file"), tooltip: "노트 열어 보기" };

/** Shows what would change in which note and lets notes be left out; `undefined` when the person backed out. */
export function choosePlan(
  session: NotebookSession,
  title: string,
  { files, skipped }: TagRenamePlan,
): Promise<readonly TaggedFile[] | undefined> {
  const pick = window.createQuickPick<Row>();
  const left = skipped.length === 0 ? "" : ` · 고칠 수 없는 노트 ${skipped.length}편은 그대로 둡니다`;
  pick.title = `${title}: 노트 ${files.length}편${left}`;
  pick.placeholder = "바뀔 것을 살펴보고 Enter를 누르세요. 바꾸지 않을 노트는 표시를 지우세요.";
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = files.map((file) => ({
    label: file.note.title,
    description: file.path,
    detail: `${file.before} → ${file.after === "" ? "(줄을 뺌)" : file.after}${file.edits.length > 1 ? ` 외 ${file.edits.length - 1}곳` : ""}`,
    buttons: [LOOK],
    file,
  }));
  pick.selectedItems = pick.items;
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => void openNote(session, item.file.path));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ file }) => file));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
