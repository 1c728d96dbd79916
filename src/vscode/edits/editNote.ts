import { type Uri, WorkspaceEdit, workspace } from "vscode";
import type { TextEdit } from "../../core/text/edit.ts";
import type { NotebookSession } from "../notebookSession.ts";
import { Notice } from "../notice.ts";
import { addCopies, type FileToCopy } from "./createFiles.ts";
import { nameOf, openToEdit, replaceAll, unsavedNotice } from "./editable.ts";

/**
 * Changes a file by the edits `compute` gives for its present text, as one undoable step with copies of files it shows,
 * and saves it unless it had unsaved changes before. A file the editor could not write back byte for byte is refused.
 * @returns whether the file on disk is as the editor has it now
 */
export async function editNote(
  uri: Uri,
  compute: (text: string) => readonly TextEdit[],
  shown?: { readonly session: NotebookSession; readonly copies: readonly FileToCopy[] },
): Promise<boolean> {
  const { document, wasDirty } = await openToEdit(uri);
  const edit = new WorkspaceEdit();
  const copies = shown?.copies ?? [];
  if (shown !== undefined) await addCopies(edit, shown.session, copies);
  // Computed last: nothing can change the text between this and the edit.
  const edits = compute(document.getText());
  if (edits.length + copies.length === 0) return !wasDirty;
  replaceAll(edit, document, edits);
  if (!(await workspace.applyEdit(edit))) {
    throw new Notice(
      `${nameOf(uri)} 파일을 고치지 못했어요. 읽기 전용이 아닌지, 다른 곳에서 바뀌지 않았는지 보고 다시 시도해 주세요.`,
    );
  }
  if (!wasDirty && edits.length > 0 && !(await document.save())) throw unsavedNotice(document);
  return !wasDirty;
}
