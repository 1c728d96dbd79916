import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import type { KindCount } from "../retro/statistics.ts";
import { byDate, sortedByDate } from "./order.ts";

/** Notes with their numbers by kind. */
export interface Members {
  readonly counts: readonly KindCount[];
  /** Oldest first. A later change makes another list and leaves this one as it is. */
  notes(): readonly Note[];
}

/** Up to this many changes are put in their places one by one; more are sorted in together. */
const FEW = 32;

/** Notes kept oldest first through changes. They are sorted when they are asked for, and counted at once. */
export class SortedNotes implements Members {
  #sorted: readonly Note[] = [];
  #added = new Set<Note>();
  #removed = new Set<Note>();
  readonly #counts = new Map<NoteKind, number>();

  static of(notes: Iterable<Note>): SortedNotes {
    const made = new SortedNotes();
    for (const note of notes) made.add(note);
    return made;
  }

  add(note: Note): void {
    if (!this.#removed.delete(note)) this.#added.add(note);
    this.#count(note, 1);
  }

  /** `note` is one that was added. */
  remove(note: Note): void {
    if (!this.#added.delete(note)) this.#removed.add(note);
    this.#count(note, -1);
  }

  get size(): number {
    return this.#sorted.length + this.#added.size - this.#removed.size;
  }

  get counts(): readonly KindCount[] {
    return kindCounts(this.#counts);
  }

  notes(): readonly Note[] {
    const changes = this.#added.size + this.#removed.size;
    if (changes === 0) return this.#sorted;
    if (changes > FEW || this.#sorted.length === 0) {
      const kept = this.#removed.size === 0 ? this.#sorted : this.#sorted.filter((note) => !this.#removed.has(note));
      this.#sorted = sortedByDate([...kept, ...this.#added]);
    } else {
      const sorted = [...this.#sorted];
      for (const note of this.#removed) sorted.splice(sorted.indexOf(note, placeOf(note, sorted)), 1);
      for (const note of this.#added) sorted.splice(placeOf(note, sorted), 0, note);
      this.#sorted = sorted;
    }
    this.#added = new Set();
    this.#removed = new Set();
    return this.#sorted;
  }

  #count({ kind }: Note, by: 1 | -1): void {
    const count = (this.#counts.get(kind) ?? 0) + by;
    if (count === 0) this.#counts.delete(kind);
    else this.#counts.set(kind, count);
  }
}

/** The index of the first note that does not come before this one. */
function placeOf(note: Note, sorted: readonly Note[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && byDate(other, note) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In the order of the kinds. */
export function kindCounts(counts: ReadonlyMap<NoteKind, number>): readonly KindCount[] {
  return NOTE_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

/** The numbers of several groups together. */
export function sumOfCounts(groups: Iterable<readonly KindCount[]>): readonly KindCount[] {
  const sums = new Map<NoteKind, number>();
  for (const counts of groups) for (const { kind, count } of counts) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return kindCounts(sums);
}
