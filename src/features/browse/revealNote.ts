import { type TreeView, window } from "vscode";
import { findNoteRow, type OutlineNode } from "../../core/notebook/outline.ts";
import { noteAtCursor } from "../../vscode/noteAtCursor.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import type { NoteTree } from "./noteTree.ts";

/** Shows and selects the row of the note in the editor, dropping a filter that hides it. */
export async function revealNote(
  notebooks: Notebooks,
  tree: NoteTree,
  view: TreeView<OutlineNode>,
  clearFilter: () => void,
): Promise<void> {
  const session = notebooks.current;
  const path = window.activeTextEditor && session?.pathOf(window.activeTextEditor.document.uri);
  if (session === undefined || path === undefined)
    throw new Notice("노트 폴더의 노트를 편집기에 연 뒤 다시 해 주세요.");
  await whenLoaded(session);
  const note = noteAtCursor(session);
  const find = async () => (note === undefined ? undefined : findNoteRow(await tree.roots(), note));
  let row = await find();
  if (row === undefined && tree.query !== "") {
    clearFilter();
    row = await find();
  }
  if (row === undefined)
    throw new Notice(
      "이 파일은 노트가 아니에요. 트리에는 노트 폴더 안의 .md 파일만 보이니, 그런 파일을 연 뒤 다시 해 주세요.",
    );
  await view.reveal(row, { select: true, focus: true, expand: true });
}
