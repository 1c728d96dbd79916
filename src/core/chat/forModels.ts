import { type Note, noteId } from "../note/note.ts";

/** Whether a note may be shown to a language model: not one that is private, nor one that cannot say whether it is. */
export function isForModels(note: Note): boolean {
  return note.isPrivate !== true && note.problem === undefined;
}

/**
 * A note as its file has it now, when it may be shown to a model, with its own text: what is written since the index was
 * made, `private: true` included, counts.
 * @param now the notes of the whole file
 * @param text of the whole file
 */
export function noteForModel(
  id: string,
  now: readonly Note[],
  text: string,
): { readonly note: Note; readonly text: string } | undefined {
  const note = now.find((each) => noteId(each) === id);
  if (note === undefined || !isForModels(note)) return undefined;
  return { note, text: note.range === undefined ? text : text.slice(note.range.start, note.range.end) };
}
