import { type Day, dayOf } from "../calendar/day.ts";
import { daysOfYear, type WeekStart } from "../calendar/week.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import { currentStreak, longestStreak } from "../notebook/streak.ts";
import { tagCounts } from "../notebook/tagCounts.ts";
import type { Measure } from "./measure.ts";
import { type Writing, type WritingFilter, writingOf } from "./writing.ts";

/** What the person wants to see. */
export interface GrassChoice extends WritingFilter {
  readonly measure: Measure;
  /** One year; all of them, newest first, when left out. */
  readonly year?: number | undefined;
}

/** A year's days from 1 January on, as numbers alone: ten years of them go to the page at a time. */
export interface GrassYear {
  readonly year: number;
  readonly notes: readonly number[];
  /** Empty as long as characters are not counted. */
  readonly characters: readonly number[];
}

/** The 잔디 as it is shown. */
export interface GrassPage {
  readonly choice: GrassChoice;
  readonly today: Day;
  readonly weekStartsOn: WeekStart;
  /** The years shown, newest first. */
  readonly years: readonly GrassYear[];
  /** Years that can be chosen, newest first. */
  readonly allYears: readonly number[];
  readonly kinds: readonly { readonly kind: NoteKind; readonly label: string; readonly count: number }[];
  /** Most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly streak: { readonly now: number; readonly longest: number; readonly isTodayWritten: boolean };
  readonly withoutDay: number;
}

export interface GrassInput {
  readonly choice: GrassChoice;
  readonly today: Day;
  readonly weekStartsOn: WeekStart;
  charactersOf?(note: Note): number;
}

/** More than anyone reads through in a list. */
const MOST_TAGS = 200;

export function grassPage(notes: readonly Note[], input: GrassInput): GrassPage {
  const { choice, today, weekStartsOn } = input;
  const writing = writingOf(notes, choice, input.charactersOf);
  const thisYear = Number(today.slice(0, 4));
  const allYears = [...new Set([thisYear, ...writing.years])].sort((a, b) => b - a);
  const shown = choice.year === undefined ? writing.years : [choice.year];
  const days = new Set(writing.days.keys());
  const { length, isTodayWritten } = currentStreak((day) => days.has(day), today);
  return {
    choice,
    today,
    weekStartsOn,
    years: (shown.length === 0 ? [thisYear] : shown).map((year) =>
      grassYear(year, writing, input.charactersOf !== undefined),
    ),
    allYears,
    kinds: kindCounts(notes),
    tags: tagCounts(notes).slice(0, MOST_TAGS),
    streak: { now: length, longest: longestStreak(days), isTodayWritten },
    withoutDay: writing.withoutDay,
  };
}

/** The year to begin with: this one, or the last one written in while nothing is in it yet. */
export function firstYear(notes: readonly Note[], today: Day): number {
  const thisYear = Number(today.slice(0, 4));
  const { years } = writingOf(notes, {});
  return years.find((year) => year <= thisYear) ?? thisYear;
}

function grassYear(year: number, { days }: Writing, withCharacters: boolean): GrassYear {
  const all = daysOfYear(year);
  return {
    year,
    notes: all.map((day) => days.get(day)?.notes ?? 0),
    characters: withCharacters ? all.map((day) => days.get(day)?.characters ?? 0) : [],
  };
}

function kindCounts(notes: readonly Note[]): GrassPage["kinds"] {
  const counts = new Map<NoteKind, number>();
  for (const { kind } of notes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return NOTE_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, label: KIND_LABELS[kind], count }];
  });
}

/** Whether the calendar has this year. */
export function isYear(year: number): boolean {
  return dayOf(year, 1, 1) !== undefined;
}
