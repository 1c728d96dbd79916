import type { Period } from "../../calendar/period.ts";
import type { NotePath } from "../../note/note.ts";

/** The text that a draft is about to be given. */
export interface SavedDraft {
  readonly path: NotePath;
  readonly text: string;
}

/**
 * Where that text is kept while the editor saves the draft: the editor empties a file before it writes it, and a process
 * killed in between would leave nothing of what a person wrote.
 */
export function savingFilePath(period: Period): NotePath {
  return `.tomaknote/retro/${period}.saving`;
}

/** The draft's path on a line of its own, then its text as it is. */
export function writeSavingFile({ path, text }: SavedDraft): string {
  return `${path}\n${text}`;
}

/** Reads {@link writeSavingFile} back. One that was itself cut off is as good: until it is whole, the draft is untouched. */
export function readSavingFile(file: string): SavedDraft | undefined {
  const end = file.indexOf("\n");
  return end < 0 ? undefined : { path: file.slice(0, end), text: file.slice(end + 1) };
}

/** The text of a draft of which saving has left only the beginning, or nothing; any other draft is as it is. */
export function wholeDraft(onDisk: string, saving: SavedDraft | undefined): string {
  const rest = onDisk.replace(/^\uFEFF/, "");
  return saving !== undefined && saving.text.length > rest.length && saving.text.startsWith(rest)
    ? saving.text
    : onDisk;
}
