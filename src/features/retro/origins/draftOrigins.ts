import type { TextDocument } from "vscode";
import type { Period } from "../../../core/calendar/period.ts";
import type { Note } from "../../../core/note/note.ts";
import { baseFilePath, readBaseFile } from "../../../core/retro/merge/baseFile.ts";
import type { GeneratedDraft } from "../../../core/retro/merge/generatedDraft.ts";
import { type EntryOrigin, originsOf } from "../../../core/retro/origins.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";

/** The entries of the draft that a document is; none for any other document, or for a draft nothing was remembered of. */
export async function draftOrigins(session: NotebookSession, document: TextDocument): Promise<readonly EntryOrigin[]> {
  const retro = retroNote(session, document);
  const period = retro?.retro?.period;
  const base = period && (await baseOf(session, period));
  const origins = base === undefined ? [] : originsOf(linesOf(document), base);
  // A retro of months has a table that comes from no one note; and a note may be gone.
  return origins.filter(({ note }) => session.index.byId(note) !== undefined);
}

export function linesOf(document: Pick<TextDocument, "getText">): readonly string[] {
  return splitText(document.getText());
}

export function splitText(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function retroNote(session: NotebookSession, document: TextDocument): Note | undefined {
  const path = session.pathOf(document.uri);
  const known = path === undefined ? undefined : session.index.pathLike(path);
  return known === undefined ? undefined : session.index.notesIn(known).find(({ kind }) => kind === "retro");
}

/** What was generated last for a period, as far as it can be read. */
export async function baseOf(session: NotebookSession, period: Period): Promise<GeneratedDraft | undefined> {
  try {
    return readBaseFile(await session.readText(baseFilePath(period)));
  } catch (error) {
    if (session.files.isMissing(error)) return undefined;
    throw error;
  }
}
