import { entryBody, fenceAfter } from "../note/noteBody.ts";
import { nfc } from "../text/nfc.ts";

/** Headings below which a retro says what its time was about; the first that has anything to say is asked. */
const GISTS = [/배운|Learned|Try/i, /해낸|한\s*(?:것|일)|Liked|Keep/i];

/** Enough to know what a month was about. */
const LINES = 3;

/**
 * What a retro is about in its own words: the first lines below `N월을 돌아보며 배운 것들`, or below `N월에 해낸 것들`. What is
 * nested, code, pictures, tables and HTML is passed over; a line that is no item of a list becomes one.
 */
export function retroGist(body: string, title: string): readonly string[] {
  const sections = sectionsOf(entryBody(body, title));
  for (const wanted of GISTS) {
    const found = sections.find(({ heading, lines }) => wanted.test(heading) && lines.length > 0);
    if (found !== undefined) return found.lines.slice(0, LINES);
  }
  return [];
}

function sectionsOf(body: string): readonly { heading: string; lines: string[] }[] {
  const sections: { heading: string; lines: string[] }[] = [];
  let fence: string | undefined;
  for (const line of body.split("\n")) {
    const before = fence;
    fence = fenceAfter(line, fence);
    if (before !== undefined || fence !== undefined) continue;
    const [, heading] = /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line) ?? [];
    if (heading !== undefined) sections.push({ heading: nfc(heading), lines: [] });
    else {
      const said = itemOf(line);
      if (said !== undefined) sections.at(-1)?.lines.push(said);
    }
  }
  return sections;
}

function itemOf(line: string): string | undefined {
  const item = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(line);
  const text = (item ? (item[1] ?? "") : line).trim();
  if (item === null && /^[\s<|!>]/.test(line)) return undefined;
  return text === "" || /^[-*_=\s]+$/.test(text) ? undefined : `- ${text}`;
}
