import { addDays, type Day, weekdayOf } from "../calendar/day.ts";
import { firstDayOf, koreanMonth, monthOfDay, type YearMonth } from "../calendar/month.ts";
import { koreanDay, type WeekStart, weekStartOf } from "../calendar/week.ts";
import type { Note } from "../note/note.ts";
import { countsInWords, dayOfNote, groupByDay, MARKS, type Mark, markOf } from "./dayMarks.ts";
import type { NotebookIndex } from "./notebookIndex.ts";

/** Enough for every month, so that the page keeps its height from month to month. */
const WEEKS = 6;
/** Titles in a day's tooltip. */
const SHOWN_TITLES = 6;

/** A month of the calendar as it is shown. */
export interface MonthPage {
  readonly month: YearMonth;
  /** `2025년 5월` */
  readonly title: string;
  readonly today: Day;
  readonly weekStartsOn: WeekStart;
  /** Whole weeks, with the days of the months beside it. */
  readonly days: readonly DayCell[];
  /** Notes of this month, by mark; those whose day is not known as well. */
  readonly counts: Readonly<Record<Mark, number>>;
  /** Notes of this month whose day is not known. */
  readonly withoutDay: number;
}

export interface DayCell {
  readonly day: Day;
  readonly isInMonth: boolean;
  readonly isToday: boolean;
  /** Saturday and Sunday. */
  readonly isWeekend: boolean;
  /** Each at most once, in the order of {@link MARKS}. */
  readonly marks: readonly Mark[];
  /** For a screen reader: `5월 3일 토요일, 토막글 1, TIL 2` */
  readonly label: string;
  /** Titles of the day's notes, as written. */
  readonly titles: readonly string[];
}

export interface MonthPageInput {
  readonly month: YearMonth;
  readonly today: Day;
  readonly weekStartsOn: WeekStart;
}

/** Whether a month and the days beside it are all in the calendar. */
export function hasPage(month: YearMonth): boolean {
  return month > "1000-01" && month < "9999-12";
}

/** Looks at three months of notes and at no others. The month has a page ({@link hasPage}). */
export function monthPage(index: Pick<NotebookIndex, "notesOf">, input: MonthPageInput): MonthPage {
  const { month, today, weekStartsOn } = input;
  const first = weekStartOf(firstDayOf(month), weekStartsOn);
  const days = Array.from({ length: WEEKS * 7 }, (_, offset) => addDays(first, offset));
  const months = [...new Set(days.map(monthOfDay))];
  const written = groupByDay(months.flatMap((shown) => index.notesOf(shown)));
  const notes = index.notesOf(month);
  return {
    month,
    title: koreanMonth(month),
    today,
    weekStartsOn,
    days: days.map((day) => dayCell(day, written.get(day) ?? [], input)),
    counts: countMarks(notes),
    withoutDay: notes.filter((note) => dayOfNote(note) === undefined).length,
  };
}

function dayCell(day: Day, notes: readonly Note[], { month, today }: MonthPageInput): DayCell {
  const marks = new Set(notes.map(({ kind }) => markOf(kind)));
  const weekday = weekdayOf(day);
  const isToday = day === today;
  const label = [koreanDay(day), isToday && "오늘", notes.length === 0 ? "노트 없음" : countsInWords(notes)];
  const more = notes.length - SHOWN_TITLES;
  return {
    day,
    isInMonth: monthOfDay(day) === month,
    isToday,
    isWeekend: weekday === 0 || weekday === 6,
    marks: MARKS.filter((mark) => marks.has(mark)),
    label: label.filter(Boolean).join(", "),
    titles: [...notes.slice(0, SHOWN_TITLES).map(({ title }) => title), ...(more > 0 ? [`외 ${more}편`] : [])],
  };
}

function countMarks(notes: readonly Note[]): Readonly<Record<Mark, number>> {
  const counts = { tomak: 0, til: 0, retro: 0, other: 0 };
  for (const { kind } of notes) counts[markOf(kind)]++;
  return counts;
}
