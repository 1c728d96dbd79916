import { headingText } from "../dateEvidence/dateFromHead.ts";
import { type Note, noteId } from "../note.ts";
import { type NoteRules, readNotes } from "../readNote.ts";

/**
 * A section as the file is now, whatever was written above it since it was read; `undefined` when its day is gone from
 * the file, or the file is no diary any more.
 */
export function sectionIn(text: string, note: Note, rules: NoteRules): Note | undefined {
  const id = noteId(note);
  return readNotes(note.path, text, rules).find((candidate) => noteId(candidate) === id);
}

/** The note that a line of a file belongs to: the section it stands in, or the first note of the file. */
export function noteAtLine(notes: readonly Note[], line: number): Note | undefined {
  return notes.findLast(({ range }) => range !== undefined && range.line <= line) ?? notes[0];
}

/**
 * What a section says below its heading, which its title and its day stand for. A sub-heading that is its title is left
 * out too.
 */
export function sectionBody(text: string, note: Note): string {
  const { start, end } = note.range ?? { start: 0, end: text.length };
  const whole = text.slice(start, end);
  // What stands above the first day has no heading of its own.
  if (note.date?.source !== "heading") return whole;
  if (/^\s*<(?:details|summary)\b/i.test(whole)) return withoutDetails(whole);
  const body = whole.replace(/^[^\r\n]*(?:\r\n|\n|\r|$)(?:(?:={3,}|-{3,})[ \t]*(?:\r\n|\n|\r|$))?/, "");
  const first = /^(?:[ \t]*(?:\r\n|\n|\r))*( {0,3}#{1,6}[ \t]+([^\r\n]*)(?:\r\n|\n|\r|$))/.exec(body);
  return first && headingText(first[2] ?? "") === note.title ? body.slice(first[0].length) : body;
}

/** What a `<details>` holds: without its own tags and its summary, and without the `<div>` that Markdown needs within it. */
function withoutDetails(whole: string): string {
  const summary = /<\/summary>[ \t]*(?:\r\n|\n|\r|$)/i.exec(whole);
  const body = withoutEnd(whole.slice(summary === null ? 0 : summary.index + summary[0].length), "</details>");
  const inner = /^\s{0,4}<div\b[^<>]*>[ \t]*(?:\r\n|\n|\r)/i.exec(body)?.[0].length ?? 0;
  return inner === 0 ? body : withoutEnd(body.slice(inner), "</div>");
}

function withoutEnd(text: string, tag: string): string {
  const trimmed = text.trimEnd();
  return trimmed.toLowerCase().endsWith(tag) ? trimmed.slice(0, -tag.length) : text;
}
