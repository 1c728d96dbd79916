import type { TomakTitle } from "../note/tomakTitle.ts";
import { withoutRaw } from "../retro/entry/keepFromLiquid.ts";
import { type LinkedTitle, linkedTitle } from "../text/linkedTitle.ts";

/** A title without the markup that makes it one. */
export interface EntryTitle extends LinkedTitle {
  readonly number?: number;
}

/** How a section marks its titles: headings of one level, bold lines, or bare lines above a list. */
export type TitleStyle = `heading-${number}` | "bold" | "plain";

export interface TitleCandidate {
  /** 0-based line of the body. */
  readonly line: number;
  /** A whole line, or a heading's text. */
  readonly text: string;
  /** 0 for a line that is no heading. */
  readonly headingLevel: number;
  /** Whether the line stands alone above a list. */
  readonly aboveList: boolean;
}

/** The markup this line would be a title in; `undefined` for a line that is surely body. */
export function titleStyle(candidate: TitleCandidate): TitleStyle | undefined {
  if (candidate.headingLevel > 0) return `heading-${candidate.headingLevel}`;
  if (boldText(candidate.text) !== undefined) return "bold";
  return candidate.aboveList ? "plain" : undefined;
}

export function titleOf(candidate: TitleCandidate): EntryTitle {
  const text = withoutRaw(candidate.text);
  return linkedTitle((boldText(text) ?? text).trim());
}

/**
 * A line that is a numbered title. Where no markup says that it is one, no more may follow the number than a remark in
 * brackets or after a dash: `오늘의 토막글 95를 …` is a sentence.
 */
export function numberedTitle(candidate: TitleCandidate, tomakTitle: TomakTitle): EntryTitle | undefined {
  if (candidate.text.length > 120) return undefined;
  const title = titleOf(candidate);
  const found = tomakTitle.read(title.title);
  if (found === undefined) return undefined;
  const isMarked = candidate.headingLevel > 0 || boldText(candidate.text) !== undefined;
  const isWhole = isMarked ? !/^\p{L}/u.test(found.rest) : /^\s*(?:$|[([:\-–—,.~!|/])/.test(found.rest);
  return isWhole ? { ...title, number: found.number } : undefined;
}

/** The text of a line that is bold from end to end: `**제목**`, `__제목__`, `[**제목**](주소)`. */
function boldText(line: string): string | undefined {
  const text = line.trimEnd();
  for (const marker of ["**", "__"]) {
    if (!text.startsWith(marker) || !text.endsWith(marker) || text.length <= marker.length * 2) continue;
    const inner = text.slice(marker.length, -marker.length);
    return inner.includes(marker) || inner.trim() === "" ? undefined : inner.trim();
  }
  const wrapped = /^\[\*\*([^*]+)\*\*\]\((.+)\)$/.exec(text);
  return wrapped ? `[${wrapped[1]}](${wrapped[2]})` : undefined;
}
