import { writtenStamp } from "./writtenStamp.ts";

/** How many lines with text are looked at, and how much of one. */
const LINES = 10;
const LINE_LENGTH = 200;

/** `🗓 작성일: …`, `**Published:** …`, `> Created at : …` */
const LABELLED =
  /^[^\p{L}\p{N}\n]{0,12}(?:(?:작성|발행|게시|등록|생성|출간)\s?(?:일자|일시|일|날짜|시간)|날짜|일시|(?:published|released|posted|created|written)(?:\s(?:at|on|date|time))?|(?:pub)?date)[*_]{0,2}\s?[:：]\s?[*_]{0,2}\s?(\S.*)$/iu;

/**
 * The day that stands above a text in words, as tools that save a blog and exports of Notion write it:
 * `🗓 작성일: Tue, 08 Jul 2025 12:30:52 GMT`, `**Published:** 2023-02-11T20:00:00.000Z`. A date for front matter.
 * @param body without its front matter
 */
export function savedDate(body: string, timeZone: string, lines = LINES): string | undefined {
  let seen = 0;
  for (const raw of body.slice(0, lines * LINE_LENGTH * 4).split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    if (++seen > lines || /^(?:```|~~~)/.test(line)) return undefined;
    const value = LABELLED.exec(line.slice(0, LINE_LENGTH))?.[1];
    const stamp = value === undefined ? undefined : writtenStamp(value, timeZone);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}
