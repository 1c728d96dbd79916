import { type Note, noteId } from "../../core/note/note.ts";
import { noteAtCursor } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";

/** The note of a row, be it of the tree of notes or of topics, as it is now. */
export function noteOfRow(session: NotebookSession, row: unknown): Note {
  const note = typeof row === "object" && row !== null && "note" in row ? row.note : undefined;
  const now = isNote(note) ? session.index.byId(noteId(note)) : undefined;
  if (now === undefined) throw new Notice("트리에서 노트를 하나 고른 뒤 다시 해 주세요.");
  return now;
}

/** The note in the editor. */
export function noteInEditor(session: NotebookSession): Note {
  const note = noteAtCursor(session);
  if (note === undefined) throw new Notice("노트 폴더의 노트를 편집기에 연 뒤 다시 해 주세요.");
  return note;
}

function isNote(value: unknown): value is Note {
  return typeof value === "object" && value !== null && "path" in value && typeof value.path === "string";
}
