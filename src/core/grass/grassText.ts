import { daysInMonth } from "../calendar/day.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { grouped } from "../text/grouped.ts";
import type { GrassChoice, GrassPage, GrassYear } from "./grassPage.ts";
import type { WritingFilter } from "./writing.ts";

/** What is shown: `2026년 토막글`, `#자바`, `2026년 모든 노트`. */
export function describeChoice(choice: GrassChoice): string {
  const { year } = choice;
  return [year !== undefined && `${year}년`, describeFilter(choice) || "모든 노트"].filter(Boolean).join(" ");
}

/** `토막글 #자바`; empty where every note is let through. */
export function describeFilter({ kind, tag }: WritingFilter): string {
  return [kind && KIND_LABELS[kind], tag && `#${tag}`].filter(Boolean).join(" ");
}

/** `노트 123편 · 쓴 날 80일 · 12,345자` */
export function describeYear({ notes, characters }: GrassYear): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return [
    `노트 ${grouped(sum(notes))}편`,
    `쓴 날 ${notes.filter((count) => count > 0).length}일`,
    ...(characters.length > 0 ? [`${grouped(sum(characters))}자`] : []),
  ].join(" · ");
}

/** `이어 쓴 날: 지금 12일, 가장 길게 30일.` */
export function describeStreak({ streak }: Pick<GrassPage, "streak">): string {
  const { now, longest, isTodayWritten } = streak;
  const today = now > 0 && !isTodayWritten ? " 오늘은 아직 쓰지 않았어요." : "";
  return `이어 쓴 날: 지금 ${now}일, 가장 길게 ${longest}일.${today}`;
}

export interface MonthTotal {
  /** 1–12 */
  readonly month: number;
  readonly daysWritten: number;
  readonly notes: number;
  readonly characters: number | undefined;
}

/** A year by month, for a table beside the picture. */
export function monthTotals({ year, notes, characters }: GrassYear): readonly MonthTotal[] {
  let start = 0;
  return Array.from({ length: 12 }, (_, index) => {
    const end = start + daysInMonth(year, index + 1);
    const ofMonth = notes.slice(start, end);
    const total = {
      month: index + 1,
      daysWritten: ofMonth.filter((count) => count > 0).length,
      notes: ofMonth.reduce((sum, count) => sum + count, 0),
      characters:
        characters.length > 0 ? characters.slice(start, end).reduce((sum, count) => sum + count, 0) : undefined,
    };
    start = end;
    return total;
  });
}
