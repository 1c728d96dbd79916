import type { YearMonth } from "../calendar/month.ts";
import { monthOfNote, type Note, type NotePath } from "../note/note.ts";
import { nameKey } from "../text/nfc.ts";
import { byDate } from "./order.ts";

export interface IndexChange {
  /** Files read anew: all their notes as they are now. */
  readonly read?: ReadonlyMap<NotePath, readonly Note[]>;
  /** Files that are gone. */
  readonly removed?: Iterable<NotePath>;
}

/** All notes of a notebook, by file. What is asked of it often is derived once per change. */
export class NotebookIndex {
  readonly #byPath = new Map<NotePath, readonly Note[]>();
  #sorted: readonly Note[] | undefined;
  #byMonth: ReadonlyMap<YearMonth, readonly Note[]> | undefined;

  apply(change: IndexChange): void {
    for (const path of change.removed ?? []) this.#byPath.delete(path);
    for (const [path, notes] of change.read ?? []) this.#byPath.set(path, notes);
    this.#sorted = undefined;
    this.#byMonth = undefined;
  }

  get fileCount(): number {
    return this.#byPath.size;
  }

  paths(): Iterable<NotePath> {
    return this.#byPath.keys();
  }

  notesIn(path: NotePath): readonly Note[] {
    return this.#byPath.get(path) ?? [];
  }

  /** The spelling on disk of a path that may differ from it in normalisation or letter case. */
  pathLike(path: NotePath): NotePath | undefined {
    if (this.#byPath.has(path)) return path;
    const wanted = nameKey(path);
    for (const candidate of this.#byPath.keys()) if (nameKey(candidate) === wanted) return candidate;
    return undefined;
  }

  /** Oldest first; notes without a date at the end. */
  notes(): readonly Note[] {
    this.#sorted ??= [...this.#byPath.values()].flat().sort(byDate);
    return this.#sorted;
  }

  /** The notes that belong to a month, oldest first. */
  notesOf(month: YearMonth): readonly Note[] {
    return this.#months().get(month) ?? [];
  }

  /** Months that have notes, newest first. */
  months(): readonly YearMonth[] {
    return [...this.#months().keys()].sort().reverse();
  }

  #months(): ReadonlyMap<YearMonth, readonly Note[]> {
    if (this.#byMonth !== undefined) return this.#byMonth;
    const byMonth = new Map<YearMonth, Note[]>();
    for (const note of this.notes()) {
      const month = monthOfNote(note);
      if (month === undefined) continue;
      const notes = byMonth.get(month);
      if (notes === undefined) byMonth.set(month, [note]);
      else notes.push(note);
    }
    this.#byMonth = byMonth;
    return byMonth;
  }
}
