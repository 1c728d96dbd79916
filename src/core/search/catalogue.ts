import type { Note, NotePath } from "../note/note.ts";
import { searchable } from "../text/hangul.ts";
import type { SearchWord } from "./searchQuery.ts";

/** Titles that are made ready together: a changed note costs as many again. */
const BLOCK = 1_024;

interface Block {
  /** The titles, searchable, each followed by a line end. */
  readonly titles: string;
  /** Where each title begins. */
  readonly starts: Int32Array;
}

/**
 * All notes by number, with what is searched of them in memory: titles and tags. A note keeps its number while its file is not
 * read again; numbers are not used twice.
 */
export class Catalogue {
  readonly #notes: (Note | undefined)[] = [];
  readonly #numbersByPath = new Map<NotePath, readonly number[]>();
  readonly #numbersByNote = new Map<Note, number>();
  readonly #numbersByTag = new Map<string, Set<number>>();
  readonly #blocks: (Block | undefined)[] = [];

  /** One more than the highest number. */
  get size(): number {
    return this.#notes.length;
  }

  /** `undefined` for a number whose note was read again or is gone. */
  noteAt(number: number): Note | undefined {
    return this.#notes[number];
  }

  numberOf(note: Note): number | undefined {
    return this.#numbersByNote.get(note);
  }

  numbersIn(path: NotePath): readonly number[] {
    return this.#numbersByPath.get(path) ?? [];
  }

  /** Puts the notes of a file in place of those it had; none for a file that is gone. */
  replace(path: NotePath, notes: readonly Note[]): void {
    for (const number of this.numbersIn(path)) this.#remove(number);
    if (notes.length === 0) this.#numbersByPath.delete(path);
    else
      this.#numbersByPath.set(
        path,
        notes.map((note) => this.#add(note)),
      );
  }

  #add(note: Note): number {
    const number = this.#notes.push(note) - 1;
    this.#numbersByNote.set(note, number);
    this.#blocks[Math.floor(number / BLOCK)] = undefined;
    for (const tag of note.tags) {
      const numbers = this.#numbersByTag.get(tag);
      if (numbers === undefined) this.#numbersByTag.set(tag, new Set([number]));
      else numbers.add(number);
    }
    return number;
  }

  #remove(number: number): void {
    const note = this.#notes[number];
    if (note === undefined) return;
    this.#notes[number] = undefined;
    this.#numbersByNote.delete(note);
    this.#blocks[Math.floor(number / BLOCK)] = undefined;
    for (const tag of note.tags) {
      const numbers = this.#numbersByTag.get(tag);
      numbers?.delete(number);
      if (numbers?.size === 0) this.#numbersByTag.delete(tag);
    }
  }

  /** Marks every note with the word in its title: `marks[number] |= mark`. */
  markTitles(word: Pick<SearchWord, "source">, marks: Uint8Array, mark: number): void {
    const search = new RegExp(word.source, "g");
    for (let first = 0; first < this.size; first += BLOCK) {
      const { titles, starts } = this.#blockFrom(first);
      search.lastIndex = 0;
      let at = 0;
      for (let match = search.exec(titles); match; match = search.exec(titles)) {
        while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= match.index) at++;
        const number = first + at;
        marks[number] = (marks[number] ?? 0) | mark;
        // One match tells all of a title.
        search.lastIndex = starts[at + 1] ?? titles.length;
      }
    }
  }

  /** Marks every note with the word in one of its tags. */
  markTags(word: SearchWord, marks: Uint8Array, mark: number): void {
    for (const [tag, numbers] of this.#numbersByTag) {
      if (!word.regExp.test(searchable(tag))) continue;
      for (const number of numbers) marks[number] = (marks[number] ?? 0) | mark;
    }
  }

  #blockFrom(first: number): Block {
    const index = Math.floor(first / BLOCK);
    const known = this.#blocks[index];
    if (known !== undefined) return known;
    const titles: string[] = [];
    const starts = new Int32Array(Math.min(BLOCK, this.size - first));
    let length = 0;
    for (let offset = 0; offset < starts.length; offset++) {
      const title = `${searchable(this.#notes[first + offset]?.title ?? "")}\n`;
      starts[offset] = length;
      length += title.length;
      titles.push(title);
    }
    const block = { titles: titles.join(""), starts };
    this.#blocks[index] = block;
    return block;
  }
}
