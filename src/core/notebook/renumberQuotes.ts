import { contains } from "../calendar/period.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note } from "../note/note.ts";
import { fenceAfter } from "../note/noteBody.ts";
import type { TomakTitle } from "../note/tomakTitle.ts";
import type { TextEdit } from "../text/edit.ts";
import { nfc } from "../text/nfc.ts";
import type { NumberedNote } from "./numberedEntries.ts";
import { digitsEdit } from "./renumberTitle.ts";

export interface TitleLine {
  /** UTF-16 offsets of the title on its line, without the markup before it. */
  readonly start: number;
  /** With the markup after it. */
  readonly text: string;
  readonly number: number;
}

/** The lines of a post that have a 토막글's title, outside front matter and fenced code. */
export function titleLines(text: string, tomakTitle: TomakTitle): readonly TitleLine[] {
  const found: TitleLine[] = [];
  let fence: string | undefined;
  let start = readFrontMatter(text).bodyStart;
  for (const line of text.slice(start).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const content = line.replace(/[\r\n]+$/, "");
    const isCode = fence !== undefined;
    fence = fenceAfter(content, fence);
    const title = isCode || fence !== undefined ? undefined : tomakTitle.titleOnLine(content);
    if (title)
      found.push({ start: start + content.length - title.title.length, text: title.title, number: title.number });
    start += line.length;
  }
  return found;
}

/** Which entry gets which number. */
export type NewNumbers = ReadonlyMap<NumberedNote, number>;

export interface QuoteEdits {
  readonly edits: readonly TextEdit[];
  /** Quoted titles that changed and may be those of several notes; left as they are. */
  readonly unclear: readonly number[];
}

/**
 * The edits that make a retro quote the new titles: in lines that are the title of an entry of its period (of any
 * when that has none of the number), never in prose.
 */
export function renumberQuotes(
  text: string,
  retro: Note,
  entries: readonly NumberedNote[],
  newNumbers: NewNumbers,
  tomakTitle: TomakTitle,
): QuoteEdits {
  const edits: TextEdit[] = [];
  const unclear: number[] = [];
  const lines = titleLines(text, tomakTitle);
  for (const number of new Set(lines.map((line) => line.number))) {
    const ofNumber = entries.filter((note) => note.number === number);
    const period = retro.retro?.period;
    const ofPeriod = period ? ofNumber.filter(({ date }) => date && contains(period, date)) : [];
    const candidates = ofPeriod.length > 0 ? ofPeriod : ofNumber;
    if (!candidates.some((note) => newNumbers.has(note))) continue;
    const quotes = lines.filter((line) => line.number === number && isWholeTitle(line.text, candidates, tomakTitle));
    const isClear = candidates.length === 1 || candidates.length === quotes.length;
    if (!isClear && quotes.length > 0) unclear.push(number);
    for (const [index, { start, text: title }] of isClear ? quotes.entries() : []) {
      const note = candidates.length === 1 ? candidates[0] : candidates[index];
      const to = note && newNumbers.get(note);
      const edit = to === undefined ? undefined : digitsEdit(title, to, tomakTitle);
      if (edit) edits.push({ ...edit, start: start + edit.start, end: start + edit.end });
    }
  }
  return { edits, unclear };
}

function isWholeTitle(text: string, notes: readonly Note[], tomakTitle: TomakTitle): boolean {
  const title = nfc(text.replace(/(?:\*\*|__)?\]\(.*$/, "").replace(/(?:\*\*|__)?[ \t]*$/, ""));
  return tomakTitle.read(title)?.rest.trim() === "" || notes.some((note) => note.title === title);
}
