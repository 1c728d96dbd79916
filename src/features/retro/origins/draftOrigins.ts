import type { TextDocument } from "vscode";
import { monthOfNote, type Note } from "../../../core/note/note.ts";
import { baseFilePath, readBaseFile } from "../../../core/retro/merge/baseFile.ts";
import type { GeneratedDraft } from "../../../core/retro/merge/generatedDraft.ts";
import { type EntryOrigin, originsOf } from "../../../core/retro/origins.ts";
import { draftOf } from "../../../core/retro/planRetro.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";

/** The entries of the draft that a document is; none for any other document, or for a draft nothing was remembered of. */
export async function draftOrigins(session: NotebookSession, document: TextDocument): Promise<readonly EntryOrigin[]> {
  const retro = retroNote(session, document);
  const base = retro && (await baseOf(session, retro));
  const origins = base === undefined ? [] : originsOf(linesOf(document), base);
  // A retro of months has a table that comes from no one note; and a note may be gone.
  return origins.filter(({ note }) => session.index.notesIn(note).length > 0);
}

/** The draft in which a note's document is quoted. */
export async function draftQuoting(session: NotebookSession, document: TextDocument): Promise<Note | undefined> {
  const path = session.pathOf(document.uri);
  const known = path === undefined ? undefined : session.index.pathLike(path);
  const [note] = known === undefined ? [] : session.index.notesIn(known);
  const month = note && monthOfNote(note);
  const retro = month && draftOf(session.index, month);
  const base = retro && (await baseOf(session, retro));
  return base?.entries.some((entry) => entry.note === known) ? retro : undefined;
}

export function linesOf(document: TextDocument): readonly string[] {
  return document.getText().split(/\r\n|\n|\r/);
}

function retroNote(session: NotebookSession, document: TextDocument): Note | undefined {
  const path = session.pathOf(document.uri);
  const known = path === undefined ? undefined : session.index.pathLike(path);
  return known === undefined ? undefined : session.index.notesIn(known).find(({ kind }) => kind === "retro");
}

async function baseOf(session: NotebookSession, { retro }: Note): Promise<GeneratedDraft | undefined> {
  if (retro?.period === undefined) return undefined;
  try {
    return readBaseFile(await session.readText(baseFilePath(retro.period)));
  } catch (error) {
    if (session.files.isMissing(error)) return undefined;
    throw error;
  }
}
