import { nfc } from "../text/nfc.ts";

/** How a 토막글 is titled unless the setting says otherwise. */
const CUSTOMARY = /^오늘의\s*토막글\s*#?\s*(\d{1,6})(?!\d)/;

/** Reads the number of a 토막글 out of its title. */
export interface TomakTitle {
  /** N, or `undefined` when the title is not that of a 토막글. */
  numberIn(title: string): number | undefined;
  /** Every 토막글 number quoted at the start of a line, markup aside: what a retro post contains. */
  numbersIn(text: string): number[];
}

/**
 * Recognises the titles that `pattern` (the setting `tomaknote.tomak.title`, with `{{ number }}` in it) makes,
 * and the customary `오늘의 토막글 N` beside it, so that changing the setting orphans no older note.
 */
export function tomakTitleOf(pattern: string): TomakTitle {
  const parts = nfc(pattern).split(/\{\{-?\s*number\s*-?\}\}/);
  const own =
    parts.length === 2 ? new RegExp(`^${literal(parts[0])}\\s*(\\d{1,6})(?!\\d)\\s*${literal(parts[1])}`) : undefined;
  const numberIn = (title: string): number | undefined => {
    const text = nfc(title.slice(0, 200)).trim();
    const match = own?.exec(text) ?? CUSTOMARY.exec(text);
    return match ? Number(match[1]) : undefined;
  };
  return {
    numberIn,
    numbersIn(text) {
      const numbers: number[] = [];
      for (const line of text.split(/\r\n|\n|\r/)) {
        if (line.length > 300) continue;
        const number = numberIn(line.replace(/^[\s#>*_-]+/, ""));
        if (number !== undefined) numbers.push(number);
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
