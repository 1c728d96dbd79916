import type { Day } from "../calendar/day.ts";
import type { Note, NoteKind } from "../note/note.ts";
import { dayOfNote } from "../notebook/dayMarks.ts";

/** What was written on a day. */
export interface DayTotal {
  readonly notes: number;
  /** 0 as long as characters are not counted. */
  readonly characters: number;
}

export interface Writing {
  readonly days: ReadonlyMap<Day, DayTotal>;
  /** Years with a day written, newest first. */
  readonly years: readonly number[];
  /** Notes that were let through, but whose day is not known. */
  readonly withoutDay: number;
}

export interface WritingFilter {
  readonly kind?: NoteKind | undefined;
  /** A tag, with the tags below it: `자바` and `자바/스프링`. */
  readonly tag?: string | undefined;
}

/** Everything written, day by day, in one pass over the notes. */
export function writingOf(
  notes: readonly Note[],
  filter: WritingFilter,
  charactersOf: (note: Note) => number = () => 0,
): Writing {
  const days = new Map<Day, DayTotal>();
  const years = new Set<number>();
  let withoutDay = 0;
  for (const note of notes) {
    if (!letsThrough(filter, note)) continue;
    const day = dayOfNote(note);
    if (day === undefined) {
      withoutDay++;
      continue;
    }
    const before = days.get(day);
    if (before === undefined) years.add(Number(day.slice(0, 4)));
    days.set(day, {
      notes: (before?.notes ?? 0) + 1,
      characters: (before?.characters ?? 0) + charactersOf(note),
    });
  }
  return { days, years: [...years].sort((a, b) => b - a), withoutDay };
}

export function letsThrough({ kind, tag }: WritingFilter, note: Pick<Note, "kind" | "tags">): boolean {
  if (kind !== undefined && note.kind !== kind) return false;
  return tag === undefined || note.tags.some((own) => own === tag || own.startsWith(`${tag}/`));
}
