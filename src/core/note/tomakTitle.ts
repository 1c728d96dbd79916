import { nfc } from "../text/nfc.ts";

/** How a 토막글 is titled unless the setting says otherwise. */
const CUSTOMARY = /^오늘의\s*토막글\s*#?\s*(\d{1,6})(?!\d)/d;

/** What may stand before a title on its line; a bullet's text is no title. */
const TITLE_MARKUP = /^\s*(?:#{1,6}\s+|>\s*)?(?:\*\*|__|\[\*\*)?/;

/** Reads the number of a 토막글 out of its title. */
export interface TomakTitle {
  /** N, or `undefined` when the title is not that of a 토막글. */
  numberIn(title: string): number | undefined;
  /** N and what follows the title proper: a remark, or the rest of a sentence that only begins like a title. */
  read(title: string): { readonly number: number; readonly rest: string } | undefined;
  /** Where the digits of N stand in the title as it is written (UTF-16 offsets). */
  digitsIn(title: string): { readonly start: number; readonly end: number } | undefined;
  /** Every 토막글 number that a line of the text has for its title, markup aside: what a retro post contains. */
  numbersIn(text: string): number[];
  /** The number that a line has for its title, and that title: the line without the markup before it. */
  titleOnLine(line: string): { readonly number: number; readonly title: string } | undefined;
}

/**
 * Recognises the titles that `pattern` (the setting `tomaknote.tomak.title`, with `{{ number }}` in it) makes,
 * and the customary `오늘의 토막글 N` beside it, so that changing the setting orphans no older note.
 */
export function tomakTitleOf(pattern: string): TomakTitle {
  const parts = nfc(pattern).split(/\{\{-?\s*number\s*-?\}\}/);
  const after = literal(parts[1]);
  const own =
    parts.length === 2
      ? new RegExp(`^${literal(parts[0])}\\s*(\\d{1,6})(?!\\d)${after === "" ? "" : `\\s*${after}`}`, "d")
      : undefined;
  const match = (title: string): RegExpExecArray | null => {
    const text = nfc(title.slice(0, 200)).trim();
    return own?.exec(text) ?? CUSTOMARY.exec(text);
  };
  const read: TomakTitle["read"] = (title) => {
    const found = match(title);
    return found ? { number: Number(found[1]), rest: found.input.slice(found[0].length) } : undefined;
  };
  const titleOnLine: TomakTitle["titleOnLine"] = (line) => {
    if (line.length > 300) return undefined;
    const bare = line.replace(TITLE_MARKUP, "");
    const title = read(bare) === undefined && bare.startsWith("[") ? bare.slice(1) : bare;
    const found = read(title);
    // `오늘의 토막글 1000개를 채우자` is a wish.
    return found === undefined || /^\p{L}/u.test(found.rest) ? undefined : { number: found.number, title };
  };
  return {
    read,
    titleOnLine,
    numberIn: (title) => read(title)?.number,
    digitsIn(title) {
      const found = match(title);
      const [start, end] = found?.indices?.[1] ?? [];
      if (found === null || start === undefined || end === undefined) return undefined;
      // The title may be decomposed on disk: its letters then stand elsewhere, but it has the same digits.
      const before = found.input.slice(0, start).match(/\d/g)?.length ?? 0;
      const digits = [...title.matchAll(/\d/g)].map(({ index }) => index);
      const first = digits[before];
      return first === undefined ? undefined : { start: first, end: first + end - start };
    },
    numbersIn: (text) => text.split(/\r\n|\n|\r/).flatMap((line) => titleOnLine(line)?.number ?? []),
  };
}

function literal(text = ""): string {
  return text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
}
