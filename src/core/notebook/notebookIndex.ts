import type { YearMonth } from "../calendar/month.ts";
import { type Note, type NotePath, noteId } from "../note/note.ts";
import { nameKey } from "../text/nfc.ts";
import type { Dating } from "./firstCommits.ts";
import { type MonthMembers, NotesByMonth } from "./months.ts";
import { TagTree } from "./tagTree.ts";

export interface IndexChange {
  /** Files read anew: all their notes as they are now. */
  readonly read?: ReadonlyMap<NotePath, readonly Note[]>;
  /** Files that are gone. */
  readonly removed?: Iterable<NotePath>;
}

/**
 * All notes of a notebook, by file, by month and by tag. A change costs what it changes, whatever the size of the
 * notebook; a list that was handed out stays as it was.
 */
export class NotebookIndex {
  readonly #byPath = new Map<NotePath, readonly Note[]>();
  /** Of files with a note that was given a date: their notes as they were read. */
  readonly #stated = new Map<NotePath, readonly Note[]>();
  #dating: Dating | undefined;
  readonly #byMonth = new NotesByMonth();
  #byTag: TagTree | undefined;
  /** Paths by the key their names are compared by; made when a spelling is first asked for. */
  #byKey: Map<string, NotePath> | undefined;
  /** Whether two files differ only in what the key leaves out, as some disks allow. */
  #hasTwins = false;
  #all: readonly Note[] | undefined;

  apply(change: IndexChange): void {
    for (const path of change.removed ?? []) this.#remove(path);
    for (const [path, stated] of change.read ?? []) {
      this.#remove(path);
      const notes = this.#dated(stated);
      if (notes !== stated) this.#stated.set(path, stated);
      this.#byPath.set(path, notes);
      this.#addKey(path);
      for (const note of notes) {
        this.#byMonth.add(note);
        this.#byTag?.add(note);
      }
    }
    this.#all = undefined;
  }

  /** Dates the notes that say no date, from now on; returns the files of which it changed any. */
  dateBy(dating: Dating): ReadonlySet<NotePath> {
    this.#dating = dating;
    const changed = new Map<NotePath, readonly Note[]>();
    for (const [path, shown] of this.#byPath) {
      const stated = this.statedIn(path);
      const notes = this.#dated(stated);
      if (notes.some((note, index) => note.date?.text !== shown[index]?.date?.text)) changed.set(path, stated);
    }
    this.apply({ read: changed });
    return new Set(changed.keys());
  }

  #dated(stated: readonly Note[]): readonly Note[] {
    const dating = this.#dating;
    if (dating === undefined) return stated;
    const notes = stated.map(dating);
    return notes.some((note, index) => note !== stated[index]) ? notes : stated;
  }

  #remove(path: NotePath): void {
    const notes = this.#byPath.get(path);
    if (notes === undefined) return;
    this.#byPath.delete(path);
    this.#stated.delete(path);
    for (const note of notes) {
      this.#byMonth.remove(note);
      this.#byTag?.remove(note);
    }
    if (this.#hasTwins) this.#byKey = undefined;
    else this.#byKey?.delete(nameKey(path));
  }

  #addKey(path: NotePath): void {
    const key = this.#byKey && nameKey(path);
    if (key === undefined) return;
    if (this.#byKey?.has(key)) this.#hasTwins = true;
    else this.#byKey?.set(key, path);
  }

  get fileCount(): number {
    return this.#byPath.size;
  }

  has(path: NotePath): boolean {
    return this.#byPath.has(path);
  }

  paths(): Iterable<NotePath> {
    return this.#byPath.keys();
  }

  /** A file's notes as they were read from it, without a date that was given to them. */
  statedIn(path: NotePath): readonly Note[] {
    return this.#stated.get(path) ?? this.notesIn(path);
  }

  notesIn(path: NotePath): readonly Note[] {
    return this.#byPath.get(path) ?? [];
  }

  /** The note with this id; `undefined` when there is none any more. */
  byId(id: string): Note | undefined {
    const [whole] = this.notesIn(id);
    if (whole !== undefined) return whole;
    const hash = id.lastIndexOf("#");
    return hash < 0 ? undefined : this.notesIn(id.slice(0, hash)).find((note) => noteId(note) === id);
  }

  /** The spelling on disk of a path that may differ from it in normalisation or letter case. */
  pathLike(path: NotePath): NotePath | undefined {
    if (this.#byPath.has(path)) return path;
    if (this.#byKey === undefined) {
      this.#byKey = new Map();
      this.#hasTwins = false;
      for (const known of this.#byPath.keys()) this.#addKey(known);
    }
    return this.#byKey.get(nameKey(path));
  }

  /** Oldest first; notes without a date at the end. */
  notes(): readonly Note[] {
    this.#all ??= this.#byMonth.notes();
    return this.#all;
  }

  /** The notes that belong to a month, oldest first. */
  notesOf(month: YearMonth): readonly Note[] {
    return this.#byMonth.get(month)?.notes() ?? [];
  }

  /** Months that have notes, newest first. */
  months(): readonly YearMonth[] {
    return this.#byMonth
      .months()
      .flatMap(({ month }) => (month === undefined ? [] : [month]))
      .reverse();
  }

  /** All notes in lists by month, oldest first, those without a month too. */
  byMonth(): readonly MonthMembers[] {
    return this.#byMonth.months();
  }

  /** All notes by tag; kept up from the first time it is asked for. */
  byTag(): TagTree {
    this.#byTag ??= TagTree.of(this.notes());
    return this.#byTag;
  }
}
