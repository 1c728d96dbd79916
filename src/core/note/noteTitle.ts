import { linkedTitle } from "../text/linkedTitle.ts";
import { nfc } from "../text/nfc.ts";
import { isDayAlone } from "./dateEvidence/dateFromHead.ts";
import { MONTH_PATTERN } from "./dateEvidence/englishMonth.ts";
import type { NoteDate } from "./dateEvidence/noteDate.ts";
import { scanDate } from "./dateEvidence/scanDate.ts";
import type { NotePath } from "./note.ts";
import { firstHeading, type Heading } from "./noteBody.ts";
import { plainTitle } from "./plainTitle.ts";

export interface NoteTitle {
  /** NFC. */
  readonly title: string;
  /** Where the whole title leads. */
  readonly link?: string;
}

/** Headings of parts that recur from note to note, and say nothing of what this one is about. */
const PART =
  /^(?:오늘|어제|내일)?\s?(?:한|할|배운|공부한|학습한|느낀|알게\s?된|해야\s?할|아쉬웠?던|잘한)\s?(?:일|것|점|내용|거)(?:들)?$|^(?:오늘의?\s)?(?:개요|목차|서론|들어가며|들어가기(?:\s?(?:전에?|앞서))?|시작하며|문제(?:\s?설명)?|상황|배경|요구\s?사항|회고|할\s?일|일정|요약|정리|참고(?:\s?자료)?|오전|오후|개념|학습\s?(?:내용|목표)|intro(?:duction)?|overview|summary|toc|contents|table of contents|tl;?dr|background|references?|excalidraw data|text elements|til|today(?: i learned)?|to-?do|index)$/i;

/** What a template left to be filled. */
const PLACE = /^(?:\{\{[^{}]*\}\}|<%[^<>]*%>)$/;

/** Names that every folder may have. */
const COMMON_NAME = /^(?:readme|_?index|til|wil|memo|notes?|untitled|제목\s?없음|복사본|copy)$/i;

/** Names that the notes of many days may have. */
const DAILY_NAME = /^(?:til|wil|memo|notes?)$/i;

/** Words of a name that say no more than a day in a heading does. */
const OF_A_DAY = new RegExp(
  `^(?:til|wil|memo|notes?|day|(?:daily|today|week|retro)[a-z]*|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|logs?|diary|journal|study|meetings?|scrum|readme|index|untitled|todo|${MONTH_PATTERN}|[월화수목금토일]요일|오늘|데일리|일차|주차|주간|회고|일지|일기|기록|메모|정리|학습|공부|수업|강의|회의록?|스크럼|모임|스터디|개발일지|학습일지|공부일지)$`,
  "i",
);

/** Behind a number of the same kind, headings are parts of what the file's name says: `1. 시작`, `3.2 설계`. */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s/;

/**
 * What a body calls its note: its first `# heading`. Where that heads only a part (`# 개요`, `# 오늘 한 일`, or the first of
 * several that has no word of the file's name) or is a day, what the file is named says more.
 * @param body from its beginning; `head` is as much of it as a title is looked for in
 */
export function titleIn(path: NotePath, head: string, body: string): NoteTitle {
  const heading = firstHeading(head);
  const linked = heading && titleOfHeading(heading.title);
  if (heading === undefined || linked === undefined || linked.title === "") return { title: titleOfPath(path) };
  const bare = bareTitle(linked.title);
  const isNone = bare === "" || PLACE.test(linked.title) || isSectionOfPage(heading, head, path);
  if (isNone) return { title: titleOfPath(path) };
  const isPart = PART.test(bare);
  const isDay = isDayAlone(linked.title) && !/[~∼〜]/.test(linked.title);
  // Most notes have one such heading, and their names need not be looked at.
  if (!isPart && !isDay && body.indexOf("\n# ", heading.next - 1) === -1) return linked;
  const named = titleOfPath(path);
  const saysLess = isPart || (isDay ? saysMoreThanDay(named) : headsPart(heading, bare, named, body));
  return saysLess && !COMMON_NAME.test(named) ? { title: named } : linked;
}

function saysMoreThanDay(name: string): boolean {
  return (name.match(/[가-힣]{2,}|[A-Za-z]{3,}/g) ?? []).some((word) => !OF_A_DAY.test(word));
}

/** A heading as a title, and where all of it leads. */
export function titleOfHeading(heading: string): NoteTitle {
  const { title, link } = linkedTitle(heading);
  return { title: plainTitle(title), ...(link !== undefined && { link }) };
}

/** Written as a title: a slug says less than any heading. */
const WORDS = /[가-힣].*[가-힣]|\p{L} .*\p{L}/u;

/** What begins as a page that was rendered, not written. */
const RENDERED = /^\s{0,100}<(?:p|h[1-6]|blockquote|ul|ol|pre|hr|div|table)[ />]/i;

/** Without the picture in front. */
function bareTitle(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]{1,20}/u, "").trim();
}

/** Posts that velog's feed gives are HTML: each is called by its file, and its `<h1 id>`s are sections. */
function isSectionOfPage({ start }: Heading, head: string, path: NotePath): boolean {
  return head.startsWith("<h1 id=", start) && RENDERED.test(head) && WORDS.test(titleOfPath(path));
}

function headsPart(heading: Heading, bare: string, named: string, body: string): boolean {
  if (!WORDS.test(named)) return false;
  const isNumbered = NUMBERED.test(bare);
  const shared = wordsOf(named).filter((word) => wordsOf(bare).some((other) => areAlike(word, other))).length;
  // Of headings with numbers the first is the title where it says all that the name does.
  if (isNumbered ? shared === wordsOf(named).length : shared > 0) return false;
  const next = firstHeading(body.slice(heading.next));
  return next !== undefined && (shared === 0 || NUMBERED.test(bareTitle(plainTitle(next.title))));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether one word begins the other. */
function areAlike(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The file's name without its extension and its leading day, or that of its folder where every folder has such a file. */
function titleOfPath(path: NotePath): string {
  // A name may hold line breaks on some disks; an entry's heading cannot.
  const parts = path.replace(/[\r\n]+/g, " ").split("/");
  const file = (parts.at(-1) ?? "").replace(/(?:\.excalidraw)?\.[^.]+$/i, "");
  const folder = parts.at(-2);
  return withoutDay((COMMON_NAME.test(file) && folder !== undefined ? folder : file).trim());
}

function withoutDay(name: string): string {
  const composed = nfc(name);
  const found = scanDate(composed);
  if (found === undefined || found.start > 1 || found.date.precision !== "day") return composed;
  const rest = composed
    .slice(found.end)
    .replace(/^일?[ ]?[(]?[월화수목금토일](?:요일)?[)]?(?=[-_. ]|$)/, "")
    .replace(/^[-_. ]?(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?(?=[-_. ]|$)/i, "")
    .replace(/^[-–—_. \])]+/, "")
    .replace(/^\(([^()]+)\)$/, "$1");
  // The second file of a day (`2025-05-01-2`) is called by both, and so is one among many of the same name.
  return /^(?:[~∼〜]|\d{0,2}$)/.test(rest) || DAILY_NAME.test(rest) ? composed : rest;
}

/** A day that leaves to the folders what year it is of: `05`, `7-15`, `0711`, `3일`. */
const DAY_IN_FOLDERS = /^\d{1,2}(?:[-._ ]?\d{1,2})?일?$/;

/** What a note is called: its title, or its day in full where its title is no more than the day in its name. */
export function titleWithYear(title: string, path: NotePath, date: NoteDate | undefined): string {
  const isNamed = date?.precision === "day" && (date.source === "name" || date.source === "folder");
  return isNamed && DAY_IN_FOLDERS.test(title) && title === titleOfPath(path) ? date.text : title;
}
