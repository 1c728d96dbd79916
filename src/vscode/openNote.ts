import { Range, type TextEditor, window, workspace } from "vscode";
import type { NotePath } from "../core/note/note.ts";
import type { NotebookSession } from "./notebookSession.ts";

/** Opens a note as it is; `offset` (UTF-16) is where the cursor goes. */
export async function openNote(session: NotebookSession, path: NotePath, offset?: number): Promise<TextEditor> {
  const document = await workspace.openTextDocument(session.uriOf(path));
  const position = offset === undefined ? undefined : document.positionAt(offset);
  return window.showTextDocument(document, position ? { selection: new Range(position, position) } : {});
}
