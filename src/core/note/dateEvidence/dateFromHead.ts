import { nfc } from "../../text/nfc.ts";
import { dateFromStamp } from "./dateFromStamp.ts";
import { DATE_LABEL_LINE } from "./dateLabel.ts";
import { dateUnderLabel, labelIn } from "./dateUnderLabel.ts";
import { commonPart, type StatedDate } from "./noteDate.ts";
import { type FoundDate, scanDate } from "./scanDate.ts";
import { spanOf } from "./spanOf.ts";

/** How many lines with text are looked at, and how much of one. */
const LINES = 40;
const LINE_LENGTH = 200;

/** How many of them may state the date in plain text, above or below the title. */
const PLAIN_LINES = 5;

/** Without a year there is no date. */
const MAY_DATE = /\d{4}|\d\d(?:[._-]\d\d[._-]\d\d|년)/;

/** Most lines have none, and are done with. */
const DIGIT = /\d/;

/** What may stand beside the date on a line that is one: weekday, time, `4일차`, 회고. */
const BESIDE_DATE =
  /^(?:[\s\d.,:~()|*_`-]|[일주]차|[월화수목금토일]요일|[월화수목금토일]|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|오전|오후|am|pm|회고|기록|일기|풀이|작성|정리|학습|공부|수업|강의|TIL)*$/i;

/** Behind a date: what was written before was only added to, or done once more. */
const ADDED =
  /^[\s\])|:：~-]{0,4}(?:내용\s?)?(?:추가|수정|보완|보충|갱신|업데이트|재풀이|다시\s?풀|updated?(?![a-z])|edit(?:ed)?(?![a-z]))/i;

/**
 * The date a note's first lines state: that of its first heading, or of headings that begin with one, else of a line
 * that is nothing but a date. Where the headings state several days, as in a diary, only what they share is claimed.
 * @param timeZone to which a labelled stamp in UTC is taken
 */
export function dateFromHead(head: string, timeZone: string): StatedDate | undefined {
  if (!MAY_DATE.test(head)) return undefined;
  const lines = textLines(head);
  const headings = lines.flatMap((line) => (labelIn(line) ? [] : (/^#{1,6}\s+(.*)$/.exec(line)?.[1] ?? [])));
  const fromHeadings = dateOfHeadings(headings);
  if (fromHeadings !== "none") return fromHeadings;
  const underLabel = dateUnderLabel(lines, timeZone);
  if (underLabel) return underLabel;
  const plain = (line: string): LineDate | undefined => (line.startsWith("#") ? undefined : dateOfLine(line, timeZone));
  let first: LineDate | undefined;
  for (const line of lines.slice(0, PLAIN_LINES)) first ??= plain(line);
  first ??= propertiesBelow(lines)
    .map(plain)
    .find((line) => line?.isLabelled);
  if (first === undefined || first.isLabelled) return first?.date;
  // One such line after the other is a list of days, and the note is of none of them alone.
  let common: StatedDate | undefined = first.date;
  for (const other of lines.map(plain))
    if (other && !other.isLabelled) common = common && commonPart(common, other.date);
  return common;
}

/** The lines of properties that a page of Notion has below its title, as far as they were not looked at. */
function propertiesBelow(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, index) => index > 0 && !/^[^:：#]{1,40}[:：] ?\S/.test(line));
  return lines.slice(PLAIN_LINES, end === -1 ? lines.length : end);
}

/** Lines with text, trimmed and shortened, code left out. */
function textLines(head: string): string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const raw of head.split(/\r\n|\r|\n/)) {
    const line = withoutHtml(raw.trim().slice(0, LINE_LENGTH));
    const mark = /^(?:```|~~~)/.exec(line)?.[0];
    if (fence === undefined && mark === undefined && !isMarkup(line)) lines.push(line);
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    if (lines.length >= LINES) break;
  }
  return lines;
}

/** `<p><strong>2025.06.30</strong></p>`: what velog's feed gives is HTML. */
function withoutHtml(line: string): string {
  return line.startsWith("<") && DIGIT.test(line) ? withoutTags(line).trim() : line;
}

/** A line that says nothing: blank, an empty quotation, a rule, `<br>`. */
function isMarkup(line: string): boolean {
  return line === "" || line === ">" || /^(?:[-*_]{3,}|<[^<>]*>)$/.test(line);
}

function dateOfHeadings(headings: readonly string[]): StatedDate | "none" | undefined {
  const found = headings
    .map((heading, index): FoundDate | undefined => {
      if (!DIGIT.test(heading)) return undefined;
      const text = headingText(heading);
      const date = spanOf(text, scanDate(text));
      return index === 0 || (date && isLeading(text, date) && !ADDED.test(text.slice(date.end))) ? date : undefined;
    })
    .filter((date) => date !== undefined);
  const [first, ...others] = found;
  if (first === undefined) return "none";
  let common: StatedDate | undefined = first.date;
  for (const other of others) common = common && commonPart(common, other.date);
  return common;
}

/** What a heading says: without markup, without the addresses that its links and pictures lead to. */
export function headingText(heading: string): string {
  return withoutTags(nfc(heading))
    .replace(/\]\([^()]*(?:\)|$)/g, "]")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\{(?:[#:.]|docsify-)[^{}]*\}\s*$/, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}

/** Words in angle brackets are no tag: `## <2021-10-25>`, `### <해시>`. */
function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(/<((?![A-Za-z])[\p{L}\d][^<>]*)>/gu, "$1").replace(/<[^<>]*(?:>|$)/g, "");
}

/** Whether a heading says a day and nothing else: `📅 2022.01.05 (수)`, `TIL 2022-01-05`. */
export function isDayAlone(heading: string): boolean {
  if (heading.length > LINE_LENGTH || !MAY_DATE.test(heading)) return false;
  const text = headingText(heading);
  const found = scanDate(text);
  return (
    found?.date.precision === "day" &&
    BESIDE_DATE.test(text.slice(0, found.start)) &&
    BESIDE_DATE.test(text.slice(found.end))
  );
}

interface LineDate {
  readonly date: StatedDate;
  readonly isLabelled: boolean;
}

function dateOfLine(line: string, timeZone: string): LineDate | undefined {
  if (!DIGIT.test(line)) return undefined;
  const text = nfc(line).replace(/^(?:[>*_`[\s-]|[^\p{L}\p{N}\p{P}])+/u, "");
  const label = DATE_LABEL_LINE.exec(text);
  if (label) {
    const date = dateFromStamp(text.slice(label[0].length).replace(/^[*_\s]+/, ""), timeZone)?.date;
    return date && { date, isLabelled: true };
  }
  const found = spanOf(text, scanDate(text));
  if (found === undefined || !isLeading(text, found)) return undefined;
  return BESIDE_DATE.test(text.slice(found.end)) ? { date: found.date, isLabelled: false } : undefined;
}

/** Whether only marks stand before the date. */
function isLeading(text: string, found: FoundDate): boolean {
  return !/[\p{L}\d]/u.test(text.slice(0, found.start));
}
