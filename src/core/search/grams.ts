import { initialNumber, type UnitClass } from "../text/hangul.ts";

/**
 * The keys under which a text is found. Two kinds of them, in one space of 32 bits:
 * - every pair of code units that stand side by side in a word, `first << 16 | second`, and the last one with nothing
 *   after it (second 0), so that every code unit is the first of some pair;
 * - every row of four initials (초성) as five bits each, 0 for what is behind the row's end: below 2^20, where pairs
 *   have nothing but control characters.
 * White space is in no key, for no word of a query has any.
 */
export function addGrams(text: string, add: (key: number) => void): void {
  let before = 0;
  let row = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = isWhiteSpace(code);
    if (before !== 0) add(pairKey(before, isSpace ? 0 : code));
    before = isSpace ? 0 : code;
    const initial = initialNumber(code);
    if (initial === 0) {
      if (row !== 0) endRow(row, add);
      row = 0;
    } else {
      row = ((row << BITS) | initial) & ROW_MASK;
      if (row >>> (BITS * (ROW - 1)) !== 0) add(row);
    }
  }
  if (before !== 0) add(pairKey(before, 0));
  if (row !== 0) endRow(row, add);
}

/** What is left of a row when it ends: its last three, two and one, each with nothing behind. */
function endRow(row: number, add: (key: number) => void): void {
  let rest = row;
  for (let length = ROW - 1; length > 0; length--) {
    rest &= (1 << (BITS * length)) - 1;
    const first = rest >>> (BITS * (length - 1));
    if (first !== 0) add(rest << (BITS * (ROW - length)));
  }
}

const BITS = 5;
const ROW = 4;
const ROW_MASK = (1 << (BITS * ROW)) - 1;

/** Pairs that begin with a control character share their keys with rows, or have none. */
function isTold(key: number): boolean {
  return key >= pairKey(0x20, 0) || (key > 0 && key <= ROW_MASK);
}

function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** As `\s` of a regular expression has it. */
function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  if (code < 0x2000) return code === 0x1680;
  return code <= 0x200a || (code < 0x3001 ? WIDE_SPACES.has(code) : code === 0xfeff);
}

const WIDE_SPACES = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

/** Keys from the first to the last; with `seconds`, only those whose second code unit is one of these. */
export interface KeyRange {
  readonly first: number;
  readonly last: number;
  readonly seconds?: UnitClass;
}

/** Each group of ranges has a key in every text that holds the sequence. A text may have them all and yet not hold it. */
export function keysOf(sequence: readonly UnitClass[]): readonly (readonly KeyRange[])[] {
  const [only, ...more] = sequence;
  if (only === undefined) return [];
  if (more.length === 0) {
    const ranges = only.map(([first, last]) => ({ first: pairKey(first, 0), last: pairKey(last, 0xffff) }));
    return ranges.every(({ first }) => isTold(first)) ? [ranges] : [];
  }
  return [...pairsOf(sequence), ...rowsOf(sequence)].filter((ranges) => ranges.every(({ first }) => isTold(first)));
}

function pairsOf(sequence: readonly UnitClass[]): readonly (readonly KeyRange[])[] {
  const groups: KeyRange[][] = [];
  for (let index = 0; index + 1 < sequence.length; index++) {
    const left = sequence[index] ?? [];
    const right = sequence[index + 1] ?? [];
    // Rows of initials tell as much of two consonants, with fewer keys to look at.
    if (isWide(left) && rowNumber(right) !== 0) continue;
    groups.push(
      left.flatMap(([first, last]): KeyRange[] =>
        first === last
          ? right.map(([from, to]) => ({ first: pairKey(first, from), last: pairKey(first, to) }))
          : [{ first: pairKey(first, 0), last: pairKey(last, 0xffff), seconds: right }],
      ),
    );
  }
  return groups;
}

/** The rows of initials of a sequence, where it has a consonant that stands for many syllables. */
function rowsOf(sequence: readonly UnitClass[]): readonly (readonly KeyRange[])[] {
  const groups: KeyRange[][] = [];
  let start = 0;
  for (let end = 0; end <= sequence.length; end++) {
    if (end < sequence.length && rowNumber(sequence[end] ?? []) !== 0) continue;
    const row = sequence.slice(start, end);
    start = end + 1;
    if (row.length < 2) continue;
    for (let from = 0; from === 0 || from + ROW <= row.length; from++) {
      const window = row.slice(from, from + ROW);
      if (window.some(isWide)) groups.push([rowRange(window)]);
    }
  }
  return groups;
}

function rowRange(window: readonly UnitClass[]): KeyRange {
  const key = window.reduce((row, unit) => (row << BITS) | rowNumber(unit), 0);
  const open = BITS * (ROW - window.length);
  return { first: key << open, last: ((key + 1) << open) - 1 };
}

/** The initial that everything in the class begins with; 0 when there is none. */
function rowNumber(unit: UnitClass): number {
  const [head] = unit;
  const number = head === undefined ? 0 : initialNumber(head[0]);
  return unit.every(([first, last]) => initialNumber(first) === number && initialNumber(last) === number) ? number : 0;
}

/** More than the endings of one syllable, or of one with its compound vowels (과 for 고). */
function isWide(unit: UnitClass): boolean {
  return unit.some(([first, last]) => last - first >= 200);
}
