import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { NotePath } from "../../../core/note/note.ts";
import type { SoundRenumberPlan } from "../../../core/notebook/renumberPlan.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { openNote } from "../../../vscode/openNote.ts";

interface Row extends QuickPickItem {
  /** A note to look at; the row without one stands for all changes. */
  readonly path?: NotePath;
}

/**
 * Shows all that would change and asks. It is all or nothing: a part of it would leave other gaps and repeats. Choosing a
 * note's row shows the note beneath the list.
 */
export function agreeTo(session: NotebookSession, plan: SoundRenumberPlan): Promise<boolean> {
  const pick = window.createQuickPick<Row>();
  pick.title = "토막글 번호 다시 매기기";
  pick.placeholder = "맨 윗줄에서 Enter를 누르면 모두 바꿉니다. 글을 고르면 그 글을 보여 줍니다.";
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = rowsOf(plan);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.path !== undefined) void openNote(session, row.path);
      else if (row !== undefined) {
        resolve(true);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(false);
      pick.dispose();
    });
    pick.show();
  });
}

function rowsOf({ changes, files, renames, left }: SoundRenumberPlan): readonly Row[] {
  const newNames = new Map(renames.map(({ from, to }) => [from, to]));
  const entries = new Set(changes.map(({ note }) => note.path));
  const retros = files.filter(({ path }) => !entries.has(path));
  const counts = [
    `토막글 ${changes.length}편의 제목`,
    ...(renames.length > 0 ? [`파일 이름 ${renames.length}개`] : []),
    ...(retros.length > 0 ? [`회고 ${retros.length}편에 실린 제목`] : []),
  ];
  return [
    { label: "$(check) 모두 바꾸기", description: counts.join(", "), alwaysShow: true },
    { label: "바뀔 것", kind: QuickPickItemKind.Separator },
    ...changes.map(({ note, number }) => ({
      label: `${note.number} → ${number}`,
      description: note.path + (newNames.has(note.path) ? ` → ${nameOf(newNames.get(note.path) ?? "")}` : ""),
      path: note.path,
    })),
    ...retros.map(({ path, edits }) => ({ label: `제목 ${edits.length}곳`, description: path, path })),
    ...(left.length > 0 ? [{ label: "직접 고쳐야 할 회고", kind: QuickPickItemKind.Separator }] : []),
    ...left.map((path) => ({ label: "그대로 둠", description: path, path })),
  ];
}

function nameOf(path: NotePath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
