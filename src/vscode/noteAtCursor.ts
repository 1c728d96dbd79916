import { Position, Range, type TextDocumentShowOptions, type Uri, window } from "vscode";
import { noteAtLine } from "../core/note/diary/sectionIn.ts";
import type { Note } from "../core/note/note.ts";
import type { NotebookSession } from "./notebookSession.ts";

/** The note in the active editor: of a diary the day that the cursor stands in. */
export function noteAtCursor(session: NotebookSession): Note | undefined {
  const editor = window.activeTextEditor;
  const path = editor && session.pathOf(editor.document.uri);
  const known = path === undefined ? undefined : session.index.pathLike(path);
  return known === undefined || editor === undefined
    ? undefined
    : noteAtLine(session.index.notesIn(known), editor.selection.active.line);
}

/** What `vscode.open` needs to show a note: a section at its line. */
export function openArguments(session: NotebookSession, note: Note): readonly [Uri, TextDocumentShowOptions?] {
  const uri = session.uriOf(note.path);
  if (note.range === undefined) return [uri];
  const start = new Position(note.range.line, 0);
  return [uri, { selection: new Range(start, start) }];
}
