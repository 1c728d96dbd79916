import { type Day, parseDay } from "../calendar/day.ts";
import { EARLIER_PERIODS } from "../calendar/koreanPeriod.ts";
import type { PeriodKind } from "../calendar/period.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import { longestStreak } from "../notebook/streak.ts";
import { withParticle } from "../text/particle.ts";

export interface MonthNumbers {
  /** Notes of each kind that has any, in the order of the kinds. */
  readonly counts: readonly KindCount[];
  readonly total: number;
  readonly daysWritten: number;
  /** Notes whose day is not known: `daysWritten` then says only "at least". */
  readonly withoutDay: number;
  readonly longestStreak: number;
}

export interface KindCount {
  readonly kind: NoteKind;
  readonly count: number;
}

export function countByKind(notes: readonly Note[]): readonly KindCount[] {
  const counts = new Map<NoteKind, number>();
  for (const { kind } of notes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return NOTE_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

export function monthNumbers(notes: readonly Note[]): MonthNumbers {
  const days = new Set<Day>();
  let withoutDay = 0;
  for (const note of notes) {
    const day = note.date?.precision === "day" ? parseDay(note.date.text) : undefined;
    if (day === undefined) withoutDay++;
    else days.add(day);
  }
  return {
    counts: countByKind(notes),
    total: notes.length,
    daysWritten: days.size,
    withoutDay,
    longestStreak: longestStreak(days),
  };
}

/** `토막글 15편 · TIL 20편 · 쓴 날 13일 · 가장 길게 이어 쓴 날 5일 · 지난달보다 3편 많음` */
export function describeNumbers(numbers: MonthNumbers, totalBefore: number, kind: PeriodKind = "month"): string {
  const streak = numbers.daysWritten > 0 ? [`가장 길게 이어 쓴 날 ${numbers.longestStreak}일${atLeast(numbers)}`] : [];
  const comparison = compareTotals(numbers.total, totalBefore, EARLIER_PERIODS[kind].before);
  return [...describeCounts(numbers), ...streak, comparison].join(" · ");
}

/** `토막글 15편`, `TIL 20편`, `쓴 날 13일` */
export function describeCounts(numbers: MonthNumbers): readonly string[] {
  const counts = numbers.counts.map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}편`);
  return numbers.daysWritten > 0 ? [...counts, `쓴 날 ${numbers.daysWritten}일${atLeast(numbers)}`] : counts;
}

function atLeast({ withoutDay }: MonthNumbers): string {
  return withoutDay > 0 ? " 이상" : "";
}

/** `지난달보다 3편 많음` */
export function compareTotals(total: number, earlier: number, name: string): string {
  if (earlier === 0) return `${name} 노트 없음`;
  const difference = total - earlier;
  if (difference === 0) return `${withParticle(name, "와/과")} 같음`;
  return `${name}보다 ${Math.abs(difference)}편 ${difference > 0 ? "많음" : "적음"}`;
}
