import { type Day, parseDay } from "../calendar/day.ts";
import { monthOfDay, type YearMonth } from "../calendar/month.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import type { NotebookIndex } from "./notebookIndex.ts";

/** What a day of the calendar is marked with: one mark for each kind people keep daily, one for all the rest. */
export const MARKS = ["tomak", "til", "retro", "other"] as const;

export type Mark = (typeof MARKS)[number];

export const MARK_LABELS: Readonly<Record<Mark, string>> = {
  tomak: KIND_LABELS.tomak,
  til: KIND_LABELS.til,
  retro: KIND_LABELS.retro,
  other: "그 밖",
};

export function markOf(kind: NoteKind): Mark {
  return kind === "tomak" || kind === "til" || kind === "retro" ? kind : "other";
}

/** The day a note states; `undefined` where only a month, a year or nothing is known. */
export function dayOfNote({ date }: Pick<Note, "date">): Day | undefined {
  return date?.precision === "day" ? parseDay(date.text) : undefined;
}

/** The notes of each day, in their order; notes whose day is not known are on none. */
export function groupByDay(notes: readonly Note[]): ReadonlyMap<Day, readonly Note[]> {
  const days = new Map<Day, Note[]>();
  for (const note of notes) {
    const day = dayOfNote(note);
    if (day === undefined) continue;
    const others = days.get(day);
    if (others === undefined) days.set(day, [note]);
    else others.push(note);
  }
  return days;
}

/** The notes of one day, through the notes of its month alone. */
export function notesOn(index: Pick<NotebookIndex, "notesOf">, day: Day): readonly Note[] {
  return index.notesOf(monthOfDay(day)).filter((note) => dayOfNote(note) === day);
}

/** Tells days with a 토막글, looking only at the months it is asked about. */
export function tomakDays(index: Pick<NotebookIndex, "notesOf">): (day: Day) => boolean {
  const months = new Map<YearMonth, ReadonlySet<Day | undefined>>();
  return (day) => {
    const month = monthOfDay(day);
    let days = months.get(month);
    if (days === undefined) {
      days = new Set(index.notesOf(month).flatMap((note) => (note.kind === "tomak" ? [dayOfNote(note)] : [])));
      months.set(month, days);
    }
    return days.has(day);
  };
}

/** `토막글 1, TIL 2`: what there is of each kind, in the order of the kinds. */
export function countsInWords(notes: readonly Pick<Note, "kind">[]): string {
  const counts = new Map<NoteKind, number>();
  for (const { kind } of notes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return NOTE_KINDS.flatMap((kind) => (counts.has(kind) ? [`${KIND_LABELS[kind]} ${counts.get(kind)}`] : [])).join(
    ", ",
  );
}
