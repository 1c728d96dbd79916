import { type BodyHeading, headingsAmong, type LikeHeading } from "./headings.ts";

/** How the days of a file without dated headings begin. */
export type DayStyle = "summary" | "line";

const SUMMARY_RANK = 7;
/** Of a line without any mark: only where days are written is that more than a line. */
export const PLAIN_RANK = 16;
/** By the marks before the day; shapes that are alike stand side by side. */
const LINE_RANKS: Readonly<Record<string, number>> = {
  bold: 9,
  "bold item": 10,
  quote: 12,
  item: 14,
  plain: PLAIN_RANK,
};

const SUMMARY = /<summary(?:\s[^<>]*)?>([^\r\n]*)/i;
const LINE = /^(?:([-*+])[ \t]+|(>)[ \t]?)?(\*\*|__)?([^*_\r\n]{4,40}?)(\*\*|__)?[ \t]*:?[ \t]*(?:<br ?\/?>)?$/;
/** What is nothing but a day and its weekday. */
const DAY_ALONE = /^(?:[\d\s.\-/()[\],년월일화수목금토요]|\p{So}|\ufe0f)+$/u;
/** A character that is neither in such a line nor in the marks around it: Hangul that no day has, marks of code. */
const ELSE = /[가-힣`#|=](?<![년월일화수목금토요])/;
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b/i;

/** The cheap question asked of every file before its lines are looked at: whether it may have days of this style. */
export function mayHaveDays(text: string, bodyStart: number, style: DayStyle): boolean {
  const pattern =
    style === "summary"
      ? /<summary(?:\s[^<>]{0,80})?>[^\r\n]{0,20}\d/gi
      : /^(?:[-*+] |> ?)?(?:\*\*|__)?[^A-Za-z가-힣\d\r\n]{0,4}\d{1,4}(?:[-./]| [-./] |년|월)/gm;
  if (style === "summary" && !text.includes("<summary", bodyStart)) return false;
  pattern.lastIndex = bodyStart;
  return pattern.test(text) && pattern.test(text);
}

/** The headings of a body with the lines at which a day may begin: summaries of `<details>`, or lines with a day alone. */
export function dayLinesOf(text: string, bodyStart: number, style: DayStyle): readonly BodyHeading[] {
  return headingsAmong(text, bodyStart, style === "summary" ? summaries() : lineAlone);
}

/** Summaries that are in no other `<details>`; what stands within one is said on its day. */
function summaries(): (line: string) => LikeHeading | "inside" | undefined {
  let depth = 0;
  let line = 0;
  let openedOn = Number.NEGATIVE_INFINITY;
  let hasSummary = true;
  return (content) => {
    line++;
    const before = depth;
    for (const [tag] of content.matchAll(/<\/?details\b/gi)) {
      depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : 1));
      // One that is never closed leaves the next day within it: at the margin each is its own.
      if (tag.startsWith("</")) continue;
      if (depth === 1 || content.startsWith(tag)) [openedOn, hasSummary] = [line, false];
    }
    const said = SUMMARY.exec(content)?.[1]?.replace(/<\/summary>[^\r\n]*/i, "");
    const isDay = said !== undefined && DAY_ALONE.test(said.replace(/<[^<>]*>/g, ""));
    if (said === undefined || hasSummary || (depth > 1 && !isDay)) return before + depth > 0 ? "inside" : undefined;
    hasSummary = true;
    if (depth > 1) depth = 1;
    const above = line - openedOn;
    return { rank: SUMMARY_RANK, text: said, ...(above > 0 && above <= 2 && { above }) };
  };
}

/** `[190718](/190718)`: the day is told where that leads, and this is a list of such days. */
function isElsewhere(said: string): boolean {
  return said.includes("](");
}

function lineAlone(line: string): LikeHeading | undefined {
  // Nearly every line says something else, and is done with at its first word.
  if (!/\d/.test(line) || ELSE.test(line)) return undefined;
  const [, item, quote, open, said = "", close] = LINE.exec(line) ?? [];
  if (open !== close || isElsewhere(said) || !DAY_ALONE.test(said.replace(WEEKDAY, ""))) return undefined;
  const shape = quote !== undefined ? "quote" : [open && "bold", item && "item"].filter(Boolean).join(" ") || "plain";
  const rank = LINE_RANKS[shape];
  return rank === undefined ? undefined : { rank, text: said };
}
