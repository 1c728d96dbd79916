import { parseYearMonth, type YearMonth, yearMonthOf } from "../calendar/month.ts";
import type { DayRule } from "../calendar/zone.ts";
import { detach } from "../text/detach.ts";
import { nfc } from "../text/nfc.ts";
import { visible } from "../text/visible.ts";
import { type Conflict, findConflict } from "./conflict.ts";
import { DATE_LABEL_KEY } from "./dateEvidence/dateLabel.ts";
import { dateOf } from "./dateEvidence/dateOf.ts";
import type { NoteDate } from "./dateEvidence/noteDate.ts";
import { type DiaryFile, diaryNotes } from "./diary/diaryNotes.ts";
import { type ReadScalar, scalarMatching, scalarReader, valuesOf } from "./frontMatter/field.ts";
import type { FrontMatter } from "./frontMatter/frontMatter.ts";
import { readFrontMatter } from "./frontMatter/read.ts";
import { readTags, sameTag } from "./frontMatter/tags.ts";
import { inlineTagSpots } from "./inlineTags.ts";
import { kindOf } from "./kind.ts";
import { type LeftOutReason, leftOutReason } from "./leftOut.ts";
import { nameTags } from "./nameTags.ts";
import type { Note, NotePath, NoteRange, RetroFacts } from "./note.ts";
import { excerptOf } from "./noteBody.ts";
import { type NoteTitle, titleIn, titleWithYear } from "./noteTitle.ts";
import { retroPeriod } from "./retroPeriod.ts";
import type { TomakTitle } from "./tomakTitle.ts";

/** What of the settings decides how a file is understood. */
export interface NoteRules {
  readonly dayRule: DayRule;
  readonly tomakTitle: TomakTitle;
  /** What marks a favourite: tags (`#★`) and front-matter keys that are true (`star`). */
  readonly star: readonly string[];
  /** Whether `#tags` in the body are tags. */
  readonly inlineTags: boolean;
  /** What is kept out of months. */
  readonly leftOut: readonly LeftOutReason[];
}

/** How much of a body is looked at for a title and a date: enough for a heading under a picture and a table of contents. */
export const HEAD_LENGTH = 2_000;

/** The notes one file holds: the file, or the dated sections of a diary. */
export function readNotes(path: NotePath, text: string, rules: NoteRules): readonly Note[] {
  const conflict = findConflict(text);
  return conflict === undefined ? readWhole(path, text, rules) : [conflicting(path, conflict, rules)];
}

/** Read as one of the two sides has it, and marked. The days of a diary lie elsewhere in the file, so it is one note. */
function conflicting(path: NotePath, { line, ours }: Conflict, rules: NoteRules): Note {
  const [note, ...more] = readWhole(path, ours, rules);
  const whole = note === undefined || more.length > 0 || note.range !== undefined;
  return {
    ...(whole ? readAsOne(path, ours, rules) : note),
    problem: { reason: "conflict", line },
  };
}

function readAsOne(path: NotePath, text: string, rules: NoteRules): Note {
  const frontMatter = readFrontMatter(text);
  return readNote(path, text, rules, frontMatter, scalarReader(frontMatter));
}

function readWhole(path: NotePath, text: string, rules: NoteRules): readonly Note[] {
  const frontMatter = readFrontMatter(text);
  const field = scalarReader(frontMatter);
  const note = readNote(path, text, rules, frontMatter, field);
  const reason = leftOutReason({
    path,
    kind: note.kind,
    date: note.date,
    body: () => text.slice(frontMatter.bodyStart),
    field,
  });
  if (reason !== undefined && reason !== "readme") return [leftOut(note, reason, rules)];
  const notes = diaryNotes(diaryFile(note, text, rules, frontMatter)) ?? [note];
  // What stands above the days of a README's diary is a README.
  return reason === undefined
    ? notes
    : notes.map((each) => (isWholeOrIntro(each, note) ? leftOut(each, reason, rules) : each));
}

function isWholeOrIntro(note: Note, file: Note): boolean {
  return note.range === undefined || (note.title === file.title && note.date?.source !== "heading");
}

/** The note without a date where the settings keep such files out of months. */
function leftOut(note: Note, reason: LeftOutReason, rules: NoteRules): Note {
  if (!rules.leftOut.includes(reason)) return note;
  const { date, writtenAt, ...rest } = note;
  return { ...rest, leftOut: { reason, ...(date && { date }) } };
}

function diaryFile(note: Note, text: string, rules: NoteRules, frontMatter: FrontMatter): DiaryFile {
  return {
    note,
    text,
    bodyStart: frontMatter.bodyStart,
    headLength: HEAD_LENGTH,
    kindOf(title) {
      const number = rules.tomakTitle.numberIn(title);
      return { kind: kindOf({ path: note.path, title, number, words: wordsOf(frontMatter) }), number };
    },
    tagsIn: (range) => tagsOf(note.path, text, frontMatter, rules, range).map(detach),
  };
}

/** The tags of the front matter and the name, which hold for all of a file, then those of its body or of a part of it. */
function tagsOf(
  path: NotePath,
  text: string,
  frontMatter: FrontMatter,
  rules: NoteRules,
  range: Pick<NoteRange, "start" | "end"> = { start: frontMatter.bodyStart, end: text.length },
): readonly string[] {
  const stated = [...readTags(frontMatter), ...nameTags(path)];
  const inline = rules.inlineTags ? inlineTagSpots(text.slice(0, range.end), range.start) : [];
  return [...new Set([...stated, ...inline.map(({ tag }) => tag)])];
}

function wordsOf(frontMatter: FrontMatter): readonly string[] {
  return [
    ...valuesOf(frontMatter, "kind"),
    ...valuesOf(frontMatter, "categories"),
    ...valuesOf(frontMatter, "category"),
  ];
}

function readNote(path: NotePath, text: string, rules: NoteRules, frontMatter: FrontMatter, field: ReadScalar): Note {
  const head = text.slice(frontMatter.bodyStart, frontMatter.bodyStart + HEAD_LENGTH);
  const { title, link: ownLink } = titleOf(path, frontMatter, field, head, text);
  const number = rules.tomakTitle.numberIn(title);
  const kind = kindOf({ path, title, number, words: wordsOf(frontMatter) });
  const date = dateOf({
    path,
    head,
    rule: rules.dayRule,
    field,
    labelled: () => scalarMatching(frontMatter, DATE_LABEL_KEY),
  });
  const order = wholeNumber(field("order"));
  const link = linkOf(field) ?? ownLink;
  const tags = tagsOf(path, text, frontMatter, rules);
  return {
    path,
    kind,
    title: detach(titleWithYear(title, path, date)),
    tags: tags.map(detach),
    excerpt: detach(excerptOf(head)),
    ...(kind === "tomak" && number !== undefined && { number }),
    ...(date && { date }),
    ...(date?.instant !== undefined && { writtenAt: date.instant }),
    ...(order !== undefined && { order }),
    ...(link !== undefined && { link: detach(link) }),
    ...(isStarred(field, tags, rules.star) && { starred: true }),
    ...(NO.test(field("retro") ?? "") && { leftOutOfRetro: true }),
    ...(isPrivate(field, tags) && { isPrivate: true }),
    ...(kind === "retro" && { retro: retroFacts(title, date, text, rules.tomakTitle) }),
    ...(frontMatter.problem && { problem: { reason: "broken-front-matter", line: frontMatter.problem.line } }),
  };
}

/** The words of YAML 1.1 for a boolean, since values are read as written. */
const YES = /^\s*(?:true|yes|on)\s*$/i;
const NO = /^\s*(?:false|no|off)\s*$/i;

function isStarred(field: ReadScalar, tags: readonly string[], marks: readonly string[]): boolean {
  return marks.some((mark) =>
    mark.startsWith("#") ? tags.some((tag) => sameTag(tag, mark)) : YES.test(field(mark.trim().toLowerCase()) ?? ""),
  );
}

/** In two languages, as a key that is true or as a tag; a tag below it (`비공개/일기`) says the same. */
const PRIVATE = ["비공개", "private"];
const PRIVATE_TAG = /^(?:비공개|private)(?:\/|$)/i;

function isPrivate(field: ReadScalar, tags: readonly string[]): boolean {
  return tags.some((tag) => PRIVATE_TAG.test(tag)) || PRIVATE.some((key) => YES.test(field(key) ?? ""));
}

function titleOf(path: NotePath, frontMatter: FrontMatter, field: ReadScalar, head: string, text: string): NoteTitle {
  // A folded or literal title of YAML may break its lines; an entry's heading cannot.
  const stated = field("title")
    ?.trim()
    .split(/\s*[\r\n]\s*/)
    .join(" ");
  const title = stated && visible(nfc(stated)).trim();
  return title ? { title } : titleIn(path, head, text.slice(frontMatter.bodyStart));
}

function linkOf(field: ReadScalar): string | undefined {
  const link = field("link")?.trim();
  return link && /^https?:\/\/[^\r\n]+$/i.test(link) ? link : undefined;
}

function retroFacts(title: string, date: NoteDate | undefined, text: string, tomakTitle: TomakTitle): RetroFacts {
  const month = retroMonth(title, date);
  const period = retroPeriod(title, date) ?? month;
  const numbers = tomakTitle.numbersIn(text);
  return {
    ...(month && { month }),
    ...(period && { period }),
    ...(numbers.length > 0 && { numbers: [...new Set(numbers)].sort((a, b) => a - b) }),
  };
}

/**
 * The month a retro looks back on. It is in the title, not in the date: a 3월 post may be dated 4 April.
 * A title without a year takes the latest such month that had begun when the post was dated. A week or a day of a month
 * is not the month.
 */
export function retroMonth(title: string, date: NoteDate | undefined): YearMonth | undefined {
  const match =
    /(?:(\d{4})\s*년?\s*|(?:^|\D)(1[5-9]|[23]\d)년\s*|(?:^|\D))(\d{1,2})\s*월(?!\s*(?:\d{1,2}\s*[일주]|(?:첫|둘|두|셋|세|넷|네|다섯|마지막)\s?(?:째|번째)?\s*주))/.exec(
      nfc(title),
    );
  if (match) {
    const month = Number(match[3]);
    if (match[1] !== undefined) return yearMonthOf(Number(match[1]), month);
    if (match[2] !== undefined) return yearMonthOf(2000 + Number(match[2]), month);
    if (date === undefined) return undefined;
    const year = Number(date.text.slice(0, 4));
    const dateMonth = date.precision === "year" ? 12 : Number(date.text.slice(5, 7));
    return yearMonthOf(month > dateMonth ? year - 1 : year, month);
  }
  const written = /(?:^|\D)(\d{4}-\d{2})(?!-?\d)/.exec(title);
  return written ? parseYearMonth(written[1] ?? "") : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}
