import { EARLIER_PERIODS } from "../calendar/koreanPeriod.ts";
import { dayCountOf, kindOfPeriod, type Period } from "../calendar/period.ts";
import { KIND_LABELS } from "../note/kind.ts";
import type { Note, NoteKind } from "../note/note.ts";
import { proseOf } from "../note/prose.ts";
import { tagCounts } from "../notebook/tagCounts.ts";
import { countCharacters } from "../text/countCharacters.ts";
import { grouped } from "../text/grouped.ts";
import { compareTotals, type MonthNumbers, monthNumbers } from "./statistics.ts";

export interface StatisticsInput {
  readonly period: Period;
  readonly notes: readonly { readonly note: Note; readonly body: string }[];
  readonly notesBefore: readonly Note[];
  readonly notesLastYear: readonly Note[];
}

/** The numbers of a period as templates see them (`stats.…`): names as Liquid has them. */
export interface PeriodStatistics {
  readonly total: number;
  readonly kinds: readonly { readonly kind: NoteKind; readonly label: string; readonly count: number }[];
  readonly days_written: number;
  /** All days of the period. */
  readonly days: number;
  /** Whether there are notes whose day is not known: then the days written are at least as many. */
  readonly at_least: boolean;
  readonly longest_streak: number;
  /** Of what was written in words; see `proseOf` and `countCharacters`. */
  readonly characters: number;
  readonly top_tags: readonly TagCount[];
  readonly before: Comparison;
  readonly last_year: Comparison;
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

interface Comparison {
  readonly total: number;
  /** Notes more than then; negative for fewer. */
  readonly difference: number;
  /** `지난달보다 3편 많음` */
  readonly text: string;
}

const TOP_TAGS = 5;

export function periodStatistics({ period, notes, notesBefore, notesLastYear }: StatisticsInput): PeriodStatistics {
  const numbers = monthNumbers(notes.map(({ note }) => note));
  const names = EARLIER_PERIODS[kindOfPeriod(period)];
  return {
    total: numbers.total,
    kinds: numbers.counts.map(({ kind, count }) => ({ kind, label: KIND_LABELS[kind], count })),
    days_written: numbers.daysWritten,
    days: dayCountOf(period),
    at_least: numbers.withoutDay > 0,
    longest_streak: numbers.longestStreak,
    characters: notes.reduce((sum, { body }) => sum + countCharacters(proseOf(body)), 0),
    top_tags: topTags(notes.map(({ note }) => note)),
    before: comparison(numbers, notesBefore, names.before),
    last_year: comparison(numbers, notesLastYear, names.lastYear),
  };
}

/** The tags used most, at most {@link TOP_TAGS}. */
export function topTags(notes: readonly Note[], count = TOP_TAGS): readonly TagCount[] {
  return tagCounts(notes).slice(0, count);
}

function comparison({ total }: MonthNumbers, earlier: readonly Note[], name: string): Comparison {
  return {
    total: earlier.length,
    difference: total - earlier.length,
    text: compareTotals(total, earlier.length, name),
  };
}

/** What the line of numbers says more of a period that gathers months: `12,345자 · 자주 쓴 태그 자바, JPA · 지난해 같은 …`. */
export function describeMore(period: Period, stats: PeriodStatistics): string {
  const tags = stats.top_tags.map(({ tag, count }) => `${tag}(${count})`);
  return [
    `글자 ${grouped(stats.characters)}자`,
    ...(tags.length === 0 ? [] : [`자주 쓴 태그 ${tags.join(", ")}`]),
    // The year before is the same year a year ago.
    ...(kindOfPeriod(period) === "year" ? [] : [stats.last_year.text]),
  ].join(" · ");
}
