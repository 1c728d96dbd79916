import { daysOf, type Period, parsePeriod, weekOf } from "../calendar/period.ts";
import { nfc } from "../text/nfc.ts";
import type { NoteDate } from "./dateEvidence/noteDate.ts";

const WEEK = /(?:^|\D)(\d{4})(?:년\s*|\s+)(\d{1,2})\s*주(?:차)?(?![가-힣])/;
const QUARTER = /(?:^|\D)(?:(\d{4})\s*(?:년\s*)?)?([1-4])\s*분기/;
const HALF = /(?:(?:^|\D)(\d{4})\s*(?:년\s*)?)?([상하])반기/;
const YEAR = /(?:^|\D)(?:(\d{4})\s*(?:년\s*)?|(1[5-9]|[23]\d)년도?\s*)(?:연간\s*)?회고/;
const WRITTEN = /(?:^|\D)(\d{4}-(?:W\d{2}|Q[1-4]|H[12]))(?![\dA-Za-z])/;

/**
 * The week, quarter, half or year a retro's title says it looks back on; for a month see `retroMonth`. A quarter or a
 * half without a year is the latest that had begun when the post was dated.
 */
export function retroPeriod(title: string, date: NoteDate | undefined): Period | undefined {
  const text = nfc(title);
  const week = WEEK.exec(text);
  if (week) return weekOf(Number(week[1]), Number(week[2]));
  const half = HALF.exec(text);
  if (half) return inYear(half[1], `H${half[2] === "상" ? 1 : 2}`, date);
  const quarter = QUARTER.exec(text);
  if (quarter) return inYear(quarter[1], `Q${quarter[2]}`, date);
  const found = WRITTEN.exec(text) ?? YEAR.exec(text);
  return found ? parsePeriod(found[1] ?? `20${found[2]}`) : undefined;
}

function inYear(year: string | undefined, part: string, date: NoteDate | undefined): Period | undefined {
  if (year !== undefined) return parsePeriod(`${year}-${part}`);
  if (date === undefined) return undefined;
  const dated = Number(date.text.slice(0, 4));
  const period = parsePeriod(`${dated}-${part}`);
  if (period === undefined || date.precision === "year") return period;
  const hasBegun = daysOf(period).first.slice(0, date.text.length) <= date.text;
  return hasBegun ? period : parsePeriod(`${dated - 1}-${part}`);
}
