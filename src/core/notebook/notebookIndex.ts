import type { YearMonth } from "../calendar/month.ts";
import { type Note, type NotePath, noteId } from "../note/note.ts";
import { nameKey } from "../text/nfc.ts";
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
  readonly #byMonth = new NotesByMonth();
  #byTag: TagTree | undefined;
  /** Paths by the key their names are compared by; made when a spelling is first asked for. */
  #byKey: Map<string, NotePath> | undefined;
  /** Whether two files differ only in what the key leaves out, as some disks allow. */
  #hasTwins = false;
  #all: readonly Note[] | undefined;

  apply(change: IndexChange): void {
    for (const path of change.removed ?? []) this.#remove(path);
    for (const [path, notes] of change.read ?? []) {
      this.#remove(path);
      this.#byPath.set(path, notes);
      this.#addKey(path);
      for (const note of notes) {
        this.#byMonth.add(note);
        this.#byTag?.add(note);
      }
    }
    this.#all = undefined;
  }

  #remove(path: NotePath): void {
    const notes = this.#byPath.get(path);
    if (notes === undefined) return;
    this.#byPath.delete(path);
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
