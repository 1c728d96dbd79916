import type { TreeView } from "vscode";
import type { Note } from "../../core/note/note.ts";
import type { OutlineNode } from "../../core/notebook/outline.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";

export interface NoteTarget {
  readonly session: NotebookSession;
  readonly note: Note;
}

/** The note a command is about: the row it was called on, or the selected one when a key was pressed. */
export function noteTarget(notebooks: Notebooks, argument: unknown, view: TreeView<OutlineNode>): NoteTarget {
  const session = notebooks.current;
  const node = isOutlineNode(argument) ? argument : view.selection[0];
  if (session === undefined || node?.type !== "note")
    throw new Notice("노트 트리에서 노트를 하나 고른 뒤 다시 해 주세요.");
  return { session, note: node.note };
}

function isOutlineNode(value: unknown): value is OutlineNode {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}
