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

/**
 * The note a command is about: the row it was called on, or the selected one when a key was pressed.
 * @throws Notice when there is none
 */
export function noteTarget(notebooks: Notebooks, args: readonly unknown[], view: TreeView<OutlineNode>): NoteTarget {
  const session = notebooks.current;
  // A key passes nothing. A menu of a row that was drawn anew meanwhile passes `undefined`, and means no other row.
  const node = args.length === 0 ? view.selection[0] : args[0];
  if (session === undefined || !isOutlineNode(node) || node.type !== "note")
    throw new Notice("노트 트리에서 노트를 하나 고른 뒤 다시 해 주세요.");
  return { session, note: node.note };
}

function isOutlineNode(value: unknown): value is OutlineNode {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}
