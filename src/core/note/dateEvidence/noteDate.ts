import type { Instant } from "../../calendar/clock.ts";
import { type Day, dayOf } from "../../calendar/day.ts";
import { yearMonthOf } from "../../calendar/month.ts";

export type DatePrecision = "day" | "month" | "year";

/** Where a note says its date; higher in {@link dateOf}'s order first. */
export type DateSource = "name" | "folder" | "front-matter" | "created" | "heading" | "git";

/** A date as far as it is known. */
export interface StatedDate {
  /** `2025-05-01`, `2025-05` or `2025`, by precision. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** The days it may be, where they are fewer than the text tells: those of a week. */
  readonly within?: { readonly first: Day; readonly last: Day };
}

export interface NoteDate {
  readonly text: string;
  readonly precision: DatePrecision;
  readonly source: DateSource;
  /** When it was written, where front matter tells the time of that same day. */
  readonly instant?: Instant;
  /** What the folder or the front matter says against it; the note keeps what the higher source says. */
  readonly conflict?: { readonly text: string; readonly source: DateSource };
}

export function statedDay(year: number, month: number, day: number): StatedDate | undefined {
  const text = dayOf(year, month, day);
  return text === undefined ? undefined : { text, precision: "day" };
}

export function statedMonth(year: number, month: number): StatedDate | undefined {
  const text = yearMonthOf(year, month);
  return text === undefined ? undefined : { text, precision: "month" };
}

export function statedYear(year: number): StatedDate {
  return { text: String(year).padStart(4, "0"), precision: "year" };
}

export function yearOfStated(date: StatedDate): number {
  return Number(date.text.slice(0, 4));
}

/** 1–12; `undefined` where only the year is known. */
export function monthOfStated(date: StatedDate): number | undefined {
  return date.precision === "year" ? undefined : Number(date.text.slice(5, 7));
}

/** Whether `finer` says the same as `coarse`, only more exactly. */
export function refines(finer: StatedDate, coarse: StatedDate): boolean {
  if (finer.text.length <= coarse.text.length) return false;
  const { within } = coarse;
  if (within === undefined) return finer.text.startsWith(coarse.text);
  return finer.precision === "day" && finer.text >= within.first && finer.text <= within.last;
}

/** Whether both can be true of one note. */
export function agree(one: StatedDate, other: StatedDate): boolean {
  if (one.within && other.precision === "day") return refines(other, one);
  if (other.within && one.precision === "day") return refines(one, other);
  return one.text.startsWith(other.text) || other.text.startsWith(one.text);
}

/** What is true of both: their month or their year; `undefined` when not even the year is one. */
export function commonPart(one: StatedDate, other: StatedDate): StatedDate | undefined {
  if (agree(one, other)) return one.text.length < other.text.length ? one : other;
  const month = monthOfStated(one);
  const year = yearOfStated(one);
  if (year !== yearOfStated(other)) return undefined;
  return month !== undefined && month === monthOfStated(other) ? statedMonth(year, month) : statedYear(year);
}
