import { nfc } from "../../text/nfc.ts";
import { dateFromStamp } from "./dateFromStamp.ts";
import { commonPart, type StatedDate } from "./noteDate.ts";
import { type FoundDate, scanDate } from "./scanDate.ts";

/** How many lines with text are looked at, and how much of one. */
const LINES = 40;
const LINE_LENGTH = 200;

/** How many of them may state the date in plain text, above or below the title. */
const PLAIN_LINES = 5;

const LABEL = /^(?:작성\s?일자?|작성\s?날짜|날짜|일자|일시|등록일|date|created)\s?[:：]\s?/i;

/** What may stand beside the date on a line that is one: weekday, time, 회고. */
const BESIDE_DATE = /^(?:[\s\d.,:~()|*_-]|[월화수목금토일]요일|[월화수목금토일]|오전|오후|am|pm|회고|기록|일기|TIL)*$/i;

/**
 * The date a note's first lines state: that of its first heading, or of headings that begin with one, else of a line
 * that is nothing but a date. Where the headings state several days, as in a diary, only what they share is claimed.
 * @param timeZone to which a labelled stamp in UTC is taken
 */
export function dateFromHead(head: string, timeZone: string): StatedDate | undefined {
  if (!/\d{4}/.test(head)) return undefined;
  const lines = textLines(head);
  const headings = lines.flatMap((line) => /^#{1,6}\s+(.*)$/.exec(line)?.[1] ?? []);
  const fromHeadings = dateOfHeadings(headings);
  if (fromHeadings !== "none") return fromHeadings;
  for (const line of lines.slice(0, PLAIN_LINES)) {
    const date = line.startsWith("#") ? undefined : dateOfLine(line, timeZone);
    if (date) return date;
  }
  return undefined;
}

/** Lines with text, trimmed and shortened, code left out. */
function textLines(head: string): string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const raw of head.split(/\r\n|\r|\n/)) {
    const line = raw.trim().slice(0, LINE_LENGTH);
    const mark = /^(?:```|~~~)/.exec(line)?.[0];
    if (fence === undefined && mark === undefined && line !== "") lines.push(line);
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    if (lines.length >= LINES) break;
  }
  return lines;
}

function dateOfHeadings(headings: readonly string[]): StatedDate | "none" | undefined {
  const found = headings
    .map((heading, index): FoundDate | undefined => {
      const text = nfc(heading);
      const date = scanDate(text);
      return index === 0 || (date && isLeading(text, date)) ? date : undefined;
    })
    .filter((date) => date !== undefined);
  const [first, ...others] = found;
  if (first === undefined) return "none";
  let common: StatedDate | undefined = first.date;
  for (const other of others) common = common && commonPart(common, other.date);
  return common;
}

function dateOfLine(line: string, timeZone: string): StatedDate | undefined {
  const text = nfc(line).replace(/^[>*_\s-]+/, "");
  const label = LABEL.exec(text);
  if (label) return dateFromStamp(text.slice(label[0].length).replace(/^[*_\s]+/, ""), timeZone)?.date;
  const found = scanDate(text);
  if (found === undefined || !isLeading(text, found)) return undefined;
  return BESIDE_DATE.test(text.slice(found.end)) ? found.date : undefined;
}

/** Whether only marks stand before the date. */
function isLeading(text: string, found: FoundDate): boolean {
  return !/[\p{L}\d]/u.test(text.slice(0, found.start));
}
