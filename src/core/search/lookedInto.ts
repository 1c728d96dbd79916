import type { Note, NotePath } from "../note/note.ts";
import { noteId } from "../note/note.ts";
import type { Files } from "../notebook/files.ts";
import { decodeText } from "../text/decode.ts";
import { type NoteText, noteText } from "./noteText.ts";

/** About 4 MB: the notes that one query after the other looks into while it is typed. */
const MOST_CHARACTERS = 2_000_000;

/** Texts that searches have read lately, those not asked for the longest going first. */
export class LookedInto {
  readonly #files: Files;
  readonly #texts = new Map<NotePath, Map<string, NoteText>>();
  #characters = 0;
  /** Counts what was forgotten, so that a text read before is not kept after. */
  #forgotten = 0;

  constructor(files: Files) {
    this.#files = files;
  }

  /** `undefined` when the file cannot be read. */
  async textOf(note: Note): Promise<NoteText | undefined> {
    const known = this.#texts.get(note.path)?.get(noteId(note));
    if (known !== undefined) {
      this.#keep(note, known);
      return known;
    }
    if (note.problem?.reason === "too-large") return undefined;
    const { path } = note;
    const before = this.#forgotten;
    let bytes: Uint8Array;
    try {
      bytes = await this.#files.read(path);
    } catch (error) {
      // Gone or closed to us since: not found. The note itself shows what is wrong with it.
      if (error instanceof Error) return undefined;
      throw error;
    }
    const text = noteText(note, decodeText(bytes).text);
    if (before === this.#forgotten) this.#keep(note, text);
    return text;
  }

  forget(path: NotePath): void {
    this.#forgotten++;
    this.#drop(path);
  }

  #keep(note: Note, text: NoteText): void {
    const texts = this.#texts.get(note.path) ?? new Map<string, NoteText>();
    this.#texts.delete(note.path);
    this.#texts.set(note.path, texts);
    if (!texts.has(noteId(note))) this.#characters += text.folded.length;
    texts.set(noteId(note), text);
    for (const path of this.#texts.keys()) {
      if (this.#characters <= MOST_CHARACTERS) break;
      this.#drop(path);
    }
  }

  #drop(path: NotePath): void {
    for (const text of this.#texts.get(path)?.values() ?? []) this.#characters -= text.folded.length;
    this.#texts.delete(path);
  }
}
