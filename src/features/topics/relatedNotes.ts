import type { Note } from "../../core/note/note.ts";
import { noteId } from "../../core/note/note.ts";
import type { Cancellation } from "../../core/notebook/files.ts";
import type { RelatedNote } from "../../core/recall/related/findRelated.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Searches } from "../../vscode/searches.ts";

const MOST_RELATED = 12;

/** The notes that have to do with a note, once the texts of the notebook are read. */
export async function relatedNotes(
  { session, searches }: { readonly session: NotebookSession; readonly searches: Searches },
  note: Note,
  cancellation: Cancellation,
): Promise<readonly RelatedNote[]> {
  const search = await searches.of(session);
  await search.readTexts();
  const { findRelated } = await session.engines.loadTopics();
  // The index may have read the note again meanwhile.
  const present = session.index.byId(noteId(note)) ?? note;
  const text = await session.readText(present.path);
  const ignoredTags = session.settings.retro.star.filter((mark) => mark.startsWith("#"));
  return findRelated(search, { note: present, text, limit: MOST_RELATED, cancellation, ignoredTags });
}
