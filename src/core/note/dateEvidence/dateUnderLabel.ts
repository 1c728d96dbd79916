import { nfc } from "../../text/nfc.ts";
import { dateFromStamp } from "./dateFromStamp.ts";
import { DATE_LABEL_HEADING, DATE_LABEL_LINE } from "./dateLabel.ts";
import { commonPart, monthOfStated, type StatedDate, statedMonth, yearOfStated } from "./noteDate.ts";

const HEADING = /^#{1,6}\s+[^\p{L}\p{N}]{0,8}(.*)$/u;

/** Below a label nothing but the date stands, its weekday and its time: `## Date` heads what is said of dates as well. */
const DATE_ALONE = /^[\d\s\p{P}년월일화수목금토요오전후TZ+~|]+$/u;

/**
 * The date that a heading says it is: in the heading (`###### date: 2024-02-01`), or in the line below one that is
 * nothing but the label (`### 제출 일자`). What several of them share.
 * @param lines those with text, trimmed
 */
export function dateUnderLabel(lines: readonly string[], timeZone: string): StatedDate | undefined {
  let common: StatedDate | undefined;
  for (const [index, line] of lines.entries()) {
    const text = labelIn(line);
    if (text === undefined) continue;
    const isWhole = DATE_LABEL_HEADING.test(text);
    const stated = nfc(isWhole ? (lines[index + 1] ?? "") : text.replace(DATE_LABEL_LINE, ""))
      .replace(/^[-*_>`\s]+/, "")
      .replace(/월 0일.*$/, "월");
    if (isWhole && !DATE_ALONE.test(stated)) continue;
    const stamp = dateFromStamp(stated, timeZone)?.date;
    const date = stamp && text.startsWith("제출") ? withoutWeekday(stamp, lines) : stamp;
    if (date) common = common === undefined ? date : commonPart(common, date);
  }
  return common;
}

/** What a heading says, when that labels a date. */
export function labelIn(line: string): string | undefined {
  const text = HEADING.exec(line)?.[1]?.trim();
  if (text === undefined) return undefined;
  const composed = nfc(text);
  return DATE_LABEL_LINE.test(composed) || DATE_LABEL_HEADING.test(composed) ? composed : undefined;
}

/**
 * Until 20 February 2024 BaekjoonHub wrote the number of the weekday for the day (`2023년 11월 0일` is a Sunday) on pages
 * of every judge but 백준: of those the month alone is right.
 */
function withoutWeekday(date: StatedDate, lines: readonly string[]): StatedDate {
  const mayBeWeekday = date.precision === "day" && date.text < "2024-03" && Number(date.text.slice(8)) <= 6;
  if (!mayBeWeekday || !lines.some((line) => JUDGE.test(line))) return date;
  return statedMonth(yearOfStated(date), monthOfStated(date) ?? 0) ?? date;
}

const JUDGE = /programmers\.co\.kr|swexpertacademy\.com/i;
