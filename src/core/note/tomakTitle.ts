import { nfc } from "../text/nfc.ts";

/** How a 토막글 is titled unless the setting says otherwise. */
const CUSTOMARY = /^오늘의\s*토막글\s*#?\s*(\d{1,6})(?!\d)/;

/** What may stand before a title on its line; a bullet's text is no title. */
const TITLE_MARKUP = /^\s*(?:#{1,6}\s+|>\s*)?(?:\*\*|__|\[\*\*)?/;

/** Reads the number of a 토막글 out of its title. */
export interface TomakTitle {
  /** N, or `undefined` when the title is not that of a 토막글. */
  numberIn(title: string): number | undefined;
  /** N and what follows the title proper: a remark, or the rest of a sentence that only begins like a title. */
  read(title: string): { readonly number: number; readonly rest: string } | undefined;
  /** Every 토막글 number that a line of the text has for its title, markup aside: what a retro post contains. */
  numbersIn(text: string): number[];
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
      ? new RegExp(`^${literal(parts[0])}\\s*(\\d{1,6})(?!\\d)${after === "" ? "" : `\\s*${after}`}`)
      : undefined;
  const read: TomakTitle["read"] = (title) => {
    const text = nfc(title.slice(0, 200)).trim();
    const match = own?.exec(text) ?? CUSTOMARY.exec(text);
    return match ? { number: Number(match[1]), rest: text.slice(match[0].length) } : undefined;
  };
  return {
    read,
    numberIn: (title) => read(title)?.number,
    numbersIn(text) {
      const numbers: number[] = [];
      for (const line of text.split(/\r\n|\n|\r/)) {
        if (line.length > 300) continue;
        const bare = line.replace(TITLE_MARKUP, "");
        const found = read(bare) ?? (bare.startsWith("[") ? read(bare.slice(1)) : undefined);
        // `오늘의 토막글 1000개를 채우자` is a wish.
        if (found !== undefined && !/^\p{L}/u.test(found.rest)) numbers.push(found.number);
      }
      return numbers;
    },
  };
}

function literal(text = ""): string {
  return text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
}
