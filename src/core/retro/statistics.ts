import { type Day, parseDay } from "../calendar/day.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import { longestStreak } from "../notebook/streak.ts";

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
export function describeNumbers(numbers: MonthNumbers, lastMonthTotal: number): string {
  const parts = numbers.counts.map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}편`);
  if (numbers.daysWritten > 0) {
    const atLeast = numbers.withoutDay > 0 ? " 이상" : "";
    parts.push(`쓴 날 ${numbers.daysWritten}일${atLeast}`, `가장 길게 이어 쓴 날 ${numbers.longestStreak}일${atLeast}`);
  }
  parts.push(compareWithLastMonth(numbers.total, lastMonthTotal));
  return parts.join(" · ");
}

function compareWithLastMonth(total: number, lastMonthTotal: number): string {
  if (lastMonthTotal === 0) return "지난달 노트 없음";
  const difference = total - lastMonthTotal;
  if (difference === 0) return "지난달과 같음";
  return `지난달보다 ${Math.abs(difference)}편 ${difference > 0 ? "많음" : "적음"}`;
}
