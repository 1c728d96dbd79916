import type { Note } from "../note/note.ts";
import { nfc } from "../text/nfc.ts";

/** The notes whose title stands on no line of its own in the draft. */
export function missingFromDraft(draft: string, notes: readonly Note[]): readonly Note[] {
  const titles = new Set(draft.split(/\r\n|\n|\r/).map(bareTitle));
  return notes.filter((note) => !titles.has(bareTitle(note.title)));
}

/** A line without the markup titles come in: heading marks, bold, a link around it. */
export function bareTitle(line: string): string {
  const text = nfc(line)
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, "");
  const middle = text.indexOf("](");
  const label = text.startsWith("[") && text.endsWith(")") && middle > 0 ? text.slice(1, middle) : text;
  return label
    .replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, "")
    .replaceAll("\\", "")
    .trim();
}
