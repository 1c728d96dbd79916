import { addDays, type Day, parseDay } from "../calendar/day.ts";
import { monthOfDay, type YearMonth } from "../calendar/month.ts";
import { monthOfNote, type Note } from "../note/note.ts";
import { entriesInOrder, hasDay, isNumbered, type NumberedNote } from "./numberedEntries.ts";

/** Something about the numbers of 토막글 that wants a look. */
export type NumberFinding =
  /** No entry has the numbers from `first` to `last`; `note` has the next higher one. */
  | {
      readonly kind: "gap";
      readonly severity: "information";
      readonly first: number;
      readonly last: number;
      readonly note: NumberedNote;
    }
  | {
      readonly kind: "repeat";
      readonly severity: "warning";
      readonly number: number;
      readonly notes: readonly NumberedNote[];
    }
  /** `note` has a lower number than `earlier`, which was written before it. */
  | {
      readonly kind: "order";
      readonly severity: "warning";
      readonly note: NumberedNote;
      readonly earlier: NumberedNote;
    }
  /** The retro `note` quotes numbers that no entry has. */
  | {
      readonly kind: "quote";
      readonly severity: "warning";
      readonly numbers: readonly number[];
      readonly note: Note;
    };

/** All findings of a notebook: repeats, wrong order, gaps, then retros, each in the order of numbers or dates. */
export function checkNumbers(notes: readonly Note[]): readonly NumberFinding[] {
  const entries = entriesInOrder(notes);
  const byNumber = new Map<number, readonly NumberedNote[]>();
  for (const note of entries) byNumber.set(note.number, [...(byNumber.get(note.number) ?? []), note]);
  const sorted = [...byNumber].sort(([a], [b]) => a - b);
  return [...repeats(sorted), ...disorder(entries), ...gaps(sorted), ...strayQuotes(notes, byNumber)];
}

type ByNumber = readonly (readonly [number, readonly NumberedNote[]])[];

function repeats(sorted: ByNumber): readonly NumberFinding[] {
  return sorted.flatMap(([number, notes]) =>
    notes.length > 1 ? [{ kind: "repeat", severity: "warning", number, notes }] : [],
  );
}

function gaps(sorted: ByNumber): readonly NumberFinding[] {
  return sorted.flatMap(([number, [note]], index) => {
    const before = sorted[index - 1]?.[0];
    if (note === undefined || before === undefined || number === before + 1) return [];
    return [{ kind: "gap", severity: "information", first: before + 1, last: number - 1, note }];
  });
}

/**
 * Each entry against those of the day or the month before it: one finding for each place where the numbers fall.
 * An entry whose day is not known is held against other months alone.
 */
function disorder(entries: readonly NumberedNote[]): readonly NumberFinding[] {
  const findings: NumberFinding[] = [];
  let month: YearMonth | undefined;
  let ofMonthBefore: readonly NumberedNote[] = [];
  let ofMonth: NumberedNote[] = [];
  for (const note of entries) {
    const ownMonth = monthOfNote(note);
    if (ownMonth === undefined) continue;
    if (ownMonth !== month) {
      month = ownMonth;
      ofMonthBefore = ofMonth;
      ofMonth = [];
    }
    const earlier = highest(hasDay(note) ? (dayBefore(ofMonth, note) ?? lastOf(ofMonthBefore)) : lastOf(ofMonthBefore));
    if (earlier !== undefined && earlier.number > note.number) {
      findings.push({ kind: "order", severity: "warning", note, earlier });
    }
    ofMonth.push(note);
  }
  return findings;
}

/** The entries of the last day before the note's own; `undefined` when its month has none. */
function dayBefore(ofMonth: readonly NumberedNote[], note: Note): readonly NumberedNote[] | undefined {
  const before = ofMonth.findLast((other) => hasDay(other) && other.date?.text !== note.date?.text);
  return before && ofMonth.filter(({ date }) => date?.text === before.date?.text);
}

/** The entries of a month that the next month's are held against: those of its last day and those without a day. */
function lastOf(ofMonth: readonly NumberedNote[]): readonly NumberedNote[] {
  const last = ofMonth.findLast(hasDay)?.date?.text;
  return ofMonth.filter((note) => !hasDay(note) || note.date?.text === last);
}

function highest(notes: readonly NumberedNote[]): NumberedNote | undefined {
  return notes.reduce<NumberedNote | undefined>(
    (best, note) => (note.number > (best?.number ?? -1) ? note : best),
    undefined,
  );
}

/** A post that was never taken apart into notes says nothing: its month has no entry, or none of its numbers is known. */
function strayQuotes(
  notes: readonly Note[],
  byNumber: ReadonlyMap<number, readonly NumberedNote[]>,
): readonly NumberFinding[] {
  const months = new Set(notes.filter(isNumbered).map(monthOfNote));
  return notes.flatMap((note) => {
    const { numbers = [], month } = note.retro ?? {};
    const isTakenApart = month === undefined ? numbers.some((number) => byNumber.has(number)) : months.has(month);
    const unknown = isTakenApart ? numbers.filter((number) => !byNumber.has(number)) : [];
    return unknown.length > 0 ? [{ kind: "quote", severity: "warning", numbers: unknown, note }] : [];
  });
}

/** The days of a month without a 토막글, from its first entry to its last. Most people skip days: this is no finding. */
export function daysWithoutTomak(notes: readonly Note[], month: YearMonth): readonly Day[] {
  const days = notes
    .filter((note) => note.kind === "tomak" && hasDay(note) && monthOfNote(note) === month)
    .flatMap(({ date }) => parseDay(date?.text ?? "") ?? [])
    .sort();
  const written = new Set(days);
  const missing: Day[] = [];
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return missing;
  for (let day = first; day < last && monthOfDay(day) === month; day = addDays(day, 1)) {
    if (!written.has(day)) missing.push(day);
  }
  return missing;
}
