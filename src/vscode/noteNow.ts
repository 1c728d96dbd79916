import { type Note, noteId } from "../core/note/note.ts";
import { readNotes } from "../core/note/readNote.ts";
import type { NoteNow } from "../core/recall/card.ts";
import type { NotebookSession } from "./notebookSession.ts";

/**
 * A note as the person sees its file now, be it saved or not: where it stands in a diary, what it is called, and whether it is
 * private may have changed since it was found. `undefined` when it is in its file no more. @throws when that cannot be read
 */
export async function noteNow(session: NotebookSession, found: Note): Promise<NoteNow | undefined> {
  const text = await session.readText(found.path);
  const note = readNotes(found.path, text, session.rules).find((each) => noteId(each) === noteId(found));
  return note && { note, text };
}
