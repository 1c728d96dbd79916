import { parseYearMonth, type YearMonth } from "../calendar/month.ts";
import type { Note } from "../note/note.ts";
import type { KindCount } from "../retro/statistics.ts";
import { type Members, SortedNotes, sumOfCounts } from "./sortedNotes.ts";

/** The notes of a month; those of a year that do not say their month; or those that say nothing. */
export interface MonthMembers extends Members {
  /** `2025`; `undefined` for notes without a date. */
  readonly year: string | undefined;
  readonly month: YearMonth | undefined;
}

/** Sorts after every date, as notes without one do. */
const UNDATED = "~";

/** A month's notes as they come and go. */
export class MonthNotes extends SortedNotes implements MonthMembers {
  readonly year: string | undefined;
  readonly month: YearMonth | undefined;

  constructor(key: string) {
    super();
    this.year = key === UNDATED ? undefined : key.slice(0, 4);
    this.month = parseYearMonth(key);
  }
}

/** Notes by month: of all lists together, in the order of {@link months}, every list's notes come before the next one's. */
export class NotesByMonth implements Members {
  readonly #byKey = new Map<string, MonthNotes>();
  #months: readonly MonthNotes[] | undefined;
  #size = 0;

  static of(notes: Iterable<Note>): NotesByMonth {
    const made = new NotesByMonth();
    for (const note of notes) made.add(note);
    return made;
  }

  add(note: Note): void {
    const key = keyOf(note);
    let month = this.#byKey.get(key);
    if (month === undefined) {
      month = new MonthNotes(key);
      this.#byKey.set(key, month);
      this.#months = undefined;
    }
    month.add(note);
    this.#size++;
  }

  remove(note: Note): void {
    const key = keyOf(note);
    const month = this.#byKey.get(key);
    if (month === undefined) return;
    month.remove(note);
    this.#size--;
    if (month.size !== 0) return;
    this.#byKey.delete(key);
    this.#months = undefined;
  }

  get size(): number {
    return this.#size;
  }

  get counts(): readonly KindCount[] {
    return sumOfCounts(this.months().map(({ counts }) => counts));
  }

  notes(): readonly Note[] {
    return ([] as Note[]).concat(...this.months().map((month) => month.notes()));
  }

  get(month: YearMonth): MonthMembers | undefined {
    return this.#byKey.get(month);
  }

  /** Oldest first; a year's notes without a month before its months, those without a date last. None is empty. */
  months(): readonly MonthMembers[] {
    this.#months ??= [...this.#byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, month]) => month);
    return this.#months;
  }
}

/** The month, or as much of it as the note says; sorts as the notes do. */
function keyOf({ date }: Note): string {
  if (date === undefined) return UNDATED;
  return date.precision === "year" ? date.text.slice(0, 4) : date.text.slice(0, 7);
}
