import { nfc } from "../../text/nfc.ts";
import { headingText } from "../dateEvidence/dateFromHead.ts";
import { fenceAfter } from "../noteBody.ts";

const LONGEST = 60;
/** How many lines are looked at for a title, and how much of one: an address with Hangul in it is long. */
const LINES = 30;
const LONGEST_LINE = 1_000;

export interface SectionTitle {
  readonly title: string;
  /** Whether the title is that of the section's first sub-heading, which is then not said twice. */
  readonly isSubheading: boolean;
}

/** What a dated section is called: its heading without the date, else its first sub-heading or line, else its date. */
export function sectionTitle(heading: string, body: string, date: string): SectionTitle {
  if (heading !== "") return { title: shortened(heading), isSubheading: false };
  const lines = body.split(/\r\n|\n|\r/, LINES);
  let fence: string | undefined;
  let firstLine: string | undefined;
  for (const line of lines) {
    const wasCode = fence !== undefined;
    fence = fenceAfter(line, fence);
    if (wasCode || fence !== undefined) continue;
    const sub = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line);
    const text = sub ? headingText(sub[1] ?? "") : plainText(line);
    if (text === "") continue;
    if (sub && firstLine === undefined) return { title: shortened(text), isSubheading: true };
    firstLine ??= text;
  }
  return { title: firstLine === undefined ? date : shortened(firstLine), isSubheading: false };
}

/** A line as it reads: without the marks of lists, quotes, tasks, links, pictures and emphasis. */
function plainText(line: string): string {
  if (/^\s*(?:<|\||!\[|[-*_]{3,}\s*$|https?:)/.test(line)) return "";
  return nfc(line.slice(0, LONGEST_LINE))
    .replace(/^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|\[[ xX]\])[ \t]+)+/, "")
    .replace(/^\[![\w-]{1,20}\][+-]?/, "")
    .replace(/\[\[[^[\]]*\]\]\{([^{}]+)\}/g, "$1")
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, "$1")
    .replace(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*\)/g, "$1")
    .replace(/[*_`~]{1,3}/g, "")
    .replace(/^[-*+]$/, "")
    .trim();
}

function shortened(title: string): string {
  const text = nfc(title);
  return text.length > LONGEST
    ? `${text
        .slice(0, LONGEST)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`
    : text;
}
