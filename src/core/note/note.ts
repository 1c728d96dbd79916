import type { Instant } from "../calendar/clock.ts";
import { type Day, parseDay } from "../calendar/day.ts";
import type { YearMonth } from "../calendar/month.ts";
import type { Period } from "../calendar/period.ts";
import type { NoteDate } from "./dateEvidence/noteDate.ts";
import type { LeftOutReason } from "./leftOut.ts";

export const NOTE_KINDS = ["tomak", "til", "retro", "post", "session", "book", "note"] as const;

/** What a note is; `note` is anything that is none of the others. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A path below the notebook's root: `/` between its parts, each spelled as on disk. */
export type NotePath = string;

/** A part of a file: UTF-16 offsets, and the line it begins on (0-based). */
export interface NoteRange {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** What tells the sections of one file apart, whatever is written above: `2025-05-01`, `2025-05-01-2` for its second. */
  readonly name?: string;
}

/** One Markdown file, or one dated section of a diary file. */
export interface Note {
  readonly path: NotePath;
  /** Set only for a section of a file; without it the whole file is the note. */
  readonly range?: NoteRange;
  readonly kind: NoteKind;
  readonly title: string;
  /** N of `오늘의 토막글 N`. */
  readonly number?: number;
  readonly date?: NoteDate;
  /** When it was written, where the note tells the time of day; orders the notes of one day. */
  readonly writtenAt?: Instant;
  /** Place among the notes of its month, for a note whose day is not known (1-based). */
  readonly order?: number;
  /** NFC, as written, without `#`. */
  readonly tags: readonly string[];
  /** Where it was learned: the address its title links to. */
  readonly link?: string;
  /** First lines of the body, one line each, for a tooltip. */
  readonly excerpt: string;
  /** A favourite, as the settings say: a retro shows it above the rest. */
  readonly starred?: true;
  /** Asks to be kept out of retros (`retro: false`). */
  readonly leftOutOfRetro?: true;
  /** Asks to be shown to no language model (`private: true`, `비공개: true`, the tag `비공개` or `private`). */
  readonly isPrivate?: true;
  /** Kept out of months, so that it has no date here; `date` is the one it states all the same. */
  readonly leftOut?: { readonly reason: LeftOutReason; readonly date?: NoteDate };
  /** For a retro: what it looks back on and the 토막글 numbers it quotes. */
  readonly retro?: RetroFacts;
  /** Why this file is only partly understood; nothing is written to such a file. */
  readonly problem?: NoteProblem;
}

export interface RetroFacts {
  readonly month?: YearMonth;
  /** The month, or whatever else its title says: `2025년 상반기 회고`. */
  readonly period?: Period;
  /** Each once, lowest first. */
  readonly numbers?: readonly number[];
}

export type NoteProblem =
  | { readonly reason: "broken-front-matter"; readonly line: number }
  /** Git left the marks of a conflict in it; `line` is the first (1-based). */
  | { readonly reason: "conflict"; readonly line: number }
  /** `encoding` where its text could be read all the same. */
  | { readonly reason: "not-utf8"; readonly encoding?: "euc-kr" | "utf-16" }
  | { readonly reason: "too-large"; readonly bytes: number }
  | { readonly reason: "unreadable"; readonly message: string };

/** The month a note belongs to, when it says at least that. */
export function monthOfNote(note: Note): YearMonth | undefined {
  const date = note.date;
  // A NoteDate of day or month precision starts with `YYYY-MM`.
  return date === undefined || date.precision === "year" ? undefined : (date.text.slice(0, 7) as YearMonth);
}

/** The day a note belongs to, when it says a day. */
export function dayOfNote({ date }: Pick<Note, "date">): Day | undefined {
  return date?.precision === "day" ? parseDay(date.text) : undefined;
}

/** Tells notes of one notebook apart: the path, and for a section of a file its day. */
export function noteId(note: Pick<Note, "path" | "range">): string {
  return note.range === undefined ? note.path : `${note.path}#${note.range.name ?? note.range.line + 1}`;
}
