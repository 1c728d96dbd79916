import { findFrontMatter } from "../../note/frontMatter/find.ts";
import { type Note, noteId } from "../../note/note.ts";
import { entryBody } from "../../note/noteBody.ts";
import { hashBytes } from "../../text/hashBytes.ts";
import { nfc } from "../../text/nfc.ts";
import type { NoteMark } from "./recallEvent.ts";

const encoder = new TextEncoder();

/** A note's own text: what follows the front matter, or the note's part of its file, without the heading that repeats the title. */
export function ownText({ range, title }: Pick<Note, "range" | "title">, text: string): string {
  return entryBody(text.slice(range?.start ?? findFrontMatter(text)?.end ?? 0, range?.end), title);
}

/**
 * A short hash of a note's own text, by which it is known under another name. Front matter, line ends, spaces at line
 * ends and normalisation do not count; empty for a note without text, which is like any other such note.
 * @param text of the whole file
 */
export function gistOf(note: Pick<Note, "range" | "title">, text: string): string {
  const own = nfc(ownText(note, text))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
  return own === "" ? "" : hashBytes(encoder.encode(own)).toString(36);
}

/** What an event says of the note it happens to. @param text of the whole file */
export function markOf(note: Note, text: string): NoteMark {
  return { note: noteId(note), title: note.title, gist: gistOf(note, text) };
}
