import type { StatedDate } from "../dateEvidence/noteDate.ts";
import { type DayStyle, dayLinesOf, mayHaveDays, PLAIN_RANK } from "./dayLines.ts";
import { type HeadingContext, type HeadingDate, headingDate } from "./headingDate.ts";
import { type BodyHeading, headingsOf, mayHaveDatedHeadings } from "./headings.ts";

/** One day's part of a diary: from its heading to the next day's. */
export interface DiarySection {
  readonly start: number;
  readonly end: number;
  /** 0-based line of its heading. */
  readonly line: number;
  /** Where the text below its heading begins. */
  readonly bodyStart: number;
  readonly date: StatedDate;
  /** What the heading says besides the date. */
  readonly heading: string;
}

export interface DiaryEvidence {
  readonly text: string;
  readonly bodyStart: number;
  readonly context: HeadingContext;
  /** The file is named after a year or a month, or lies in a diary's folder: two days are enough. */
  readonly isNamedSo: boolean;
  /** It is named after a month: other headings may stand beside its days. */
  readonly isMonth: boolean;
  /** The day the front matter gives the file, where its name gives none. */
  readonly statedDay?: string;
}

/** A heading with a version tells of a release: `2021-04-15 v0.1.2`. */
const VERSION = /(?:^|[^\d.])v?\d{1,3}\.\d{1,3}\.\d{1,3}(?![.\d])|\bv\d/i;

/**
 * The dated sections of a file that plainly is a diary, in their order; none for any other file. A diary has headings
 * of one rank that begin with days, in the order of the calendar or against it, with hardly any other heading of that
 * rank between them, over most of the file. A post that mentions dates in headings is no diary: what has a day of its own
 * goes on being written after that day, or it is one note. Takes linear time.
 */
export function findSections(evidence: DiaryEvidence): readonly DiarySection[] {
  const { text, bodyStart } = evidence;
  const byHeadings = mayHaveDatedHeadings(text, bodyStart)
    ? sectionsAmong(evidence, headingsOf(text, bodyStart), "heading")
    : [];
  if (byHeadings.length > 0) return byHeadings;
  for (const style of ["summary", "line"] as const) {
    if (!mayHaveDays(text, bodyStart, style)) continue;
    const sections = sectionsAmong(evidence, dayLinesOf(text, bodyStart, style), style);
    if (sections.length > 0) return sections;
  }
  return [];
}

function sectionsAmong(
  evidence: DiaryEvidence,
  found: readonly BodyHeading[],
  style: DayStyle | "heading",
): readonly DiarySection[] {
  const { text } = evidence;
  const headings = readHeadings(found, evidence.context, style);
  const boundaries = boundariesOf(headings);
  const [first] = boundaries;
  if (first === undefined || !isDiary(evidence, headings, boundaries, style)) return [];
  const sections = boundaries.map((heading, index) => {
    const limit = boundaries[index + 1]?.start ?? text.length;
    return {
      start: heading.start,
      end: endOf(text, heading, limit, headings),
      line: heading.line,
      bodyStart: heading.next,
      date: heading.day,
      heading: heading.rest,
    };
  });
  const lists = sections.filter(({ start, bodyStart, end }) =>
    isListOfNotes(text.slice(start, bodyStart), text.slice(bodyStart, end)),
  );
  return lists.length > sections.length * 0.9 ? [] : sections;
}

/** Whether a section only names notes in other files: of a list of them by day, the days are told by those notes. */
function isListOfNotes(heading: string, body: string): boolean {
  const lines = withoutContents(body).split("\n");
  const said = lines.filter((line) => line !== "" && !NOTE_LINK.test(line));
  return said.length === 0 && (NOTE_LINK.test(body) || NOTE_LINK.test(heading));
}

const NOTE_LINK = /\]\((?!https?:)[^()\s]*\.md(?:#[^()\s]*)?\)|\[\[[^\]]+\]\]/i;

interface ReadHeading extends BodyHeading {
  readonly dated: HeadingDate | undefined;
}

interface DayHeading extends BodyHeading {
  readonly day: StatedDate;
  readonly rest: string;
}

function readHeadings(
  found: readonly BodyHeading[],
  given: HeadingContext,
  style: DayStyle | "heading",
): readonly ReadHeading[] {
  // A number alone on a line is a number.
  let context = style === "line" ? { ...given, bareDays: false } : given;
  return found.map((heading) => {
    const dated = headingDate(heading.text, context);
    if (dated?.kind === "period") context = dated.context;
    return { ...heading, dated };
  });
}

/** The headings at which a day begins; fewer than two of different days, or in no order, are none. */
function boundariesOf(headings: readonly ReadHeading[]): readonly DayHeading[] {
  const days = headings.flatMap(({ dated, ...heading }): readonly DayHeading[] =>
    dated?.kind === "day" ? [{ ...heading, day: dated.date, rest: dated.rest }] : [],
  );
  const rank = commonestRank(days);
  const ofRank = days.filter((heading) => heading.rank === rank);
  const direction = directionOf(ofRank);
  if (direction === 0) return [];
  // A day whose heading has one mark more or less is a day all the same, where it fits between its neighbours.
  const found: DayHeading[] = [];
  let next = 0;
  for (const heading of days) {
    if (heading.rank === rank) {
      next++;
      found.push(heading);
      continue;
    }
    const before = found.at(-1);
    const after = ofRank[next];
    const fits =
      Math.abs(heading.rank - rank) === 1 &&
      heading.rest === "" &&
      (before === undefined || compare(before, heading) * direction > 0) &&
      (after === undefined || compare(heading, after) * direction > 0);
    if (fits) found.push(heading);
  }
  return found;
}

function commonestRank(days: readonly DayHeading[]): number {
  const counts = new Map<number, number>();
  for (const { rank } of days) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts].sort(([rankA, a], [rankB, b]) => b - a || rankA - rankB)[0]?.[0] ?? 0;
}

/** 1 where days follow each other, -1 where the latest stands on top, 0 for neither; one slip in five is forgiven. */
function directionOf(days: readonly DayHeading[]): -1 | 0 | 1 {
  let up = 0;
  let down = 0;
  days.forEach((heading, index) => {
    const before = days[index - 1];
    const order = before === undefined ? 0 : compare(before, heading);
    if (order > 0) up++;
    if (order < 0) down++;
  });
  if (up + down === 0 || Math.min(up, down) > (up + down) / 5) return 0;
  return up >= down ? 1 : -1;
}

/** Positive when the second is later. */
function compare(one: DayHeading, other: DayHeading): number {
  return one.day.text < other.day.text ? 1 : one.day.text > other.day.text ? -1 : 0;
}

function isDiary(
  evidence: DiaryEvidence,
  headings: readonly ReadHeading[],
  days: readonly DayHeading[],
  style: DayStyle | "heading",
): boolean {
  const { text, bodyStart, statedDay } = evidence;
  const rank = Math.min(...days.map((heading) => heading.rank));
  const first = days[0]?.start ?? 0;
  const others = headings.filter((heading) => heading.dated === undefined && heading.rank <= rank);
  const strangers = others.filter(
    (heading) => heading.rank === rank || (heading.start > first && !isEmpty(heading, headings, text)),
  );
  if (strangers.length > Math.max(1, days.length * (evidence.isMonth ? 2 : 0.25))) return false;
  if (days.filter(({ rest }) => VERSION.test(rest)).length > days.length / 2) return false;
  if (text.length - first < weightOf(text.slice(bodyStart, first))) return false;
  const count = new Set(days.map(({ day }) => day.text)).size;
  if (statedDay !== undefined && !evidence.isNamedSo) return count > 2 && days.some(({ day }) => day.text > statedDay);
  if (rank === PLAIN_RANK) return evidence.isNamedSo && count > 2;
  return evidence.isNamedSo || count > 2 || (style !== "line" && days.every(({ rest }) => rest === ""));
}

/** How much is said before the first day; tables of contents weigh nothing. */
function weightOf(intro: string): number {
  return withoutContents(intro).length;
}

/** A text without its lines of links, its HTML, its headings and rules. */
export function withoutContents(intro: string): string {
  return intro
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter(
      (line) =>
        line !== "" &&
        !/^(?:#|<|---|\*\s?toc|\{:|(?:[-*+]|\d{1,3}\.)\s+\[[^\]]*\](?:\((?:[^)]*|<[^>]*>)\))?\s*$)/i.test(line),
    )
    .join("\n");
}

/** A section ends before the next, or before a heading above its rank that opens another month or holds nothing. */
function endOf(text: string, day: DayHeading, limit: number, headings: readonly ReadHeading[]): number {
  for (let index = indexAfter(headings, day.start); index < headings.length; index++) {
    const heading = headings[index];
    if (heading === undefined || heading.start >= limit) break;
    if (heading.rank >= day.rank) continue;
    if (heading.dated?.kind === "period" || isEmpty(heading, headings, text)) return heading.start;
  }
  return limit;
}

/** Whether nothing but blank lines stands between a heading and the next. */
function isEmpty(heading: BodyHeading, headings: readonly BodyHeading[], text: string): boolean {
  const next = headings[indexAfter(headings, heading.start)];
  return text.slice(heading.next, next?.start ?? text.length).trim() === "";
}

/** The index of the first heading behind an offset. */
function indexAfter(headings: readonly BodyHeading[], offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
