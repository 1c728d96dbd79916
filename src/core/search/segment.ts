import type { UnitClass } from "../text/hangul.ts";
import type { KeyRange } from "./grams.ts";

/** Texts in a segment at most. */
export const SEGMENT_TEXTS = 4_096;

/**
 * Some thousand texts and the keys each of them has, in typed arrays. A text is a number from 0 on in the order they were
 * added; in postings it is doubled, and odd where the key stands in the text, even where it stands in one of its headings.
 */
export interface Segment {
  readonly textCount: number;
  /** Sorted. */
  readonly keys: Uint32Array;
  /** Where the postings of each key begin; one more for the end. */
  readonly starts: Uint32Array;
  /** Differences from one posting to the next, seven bits in a byte, the lowest first. */
  readonly postings: Uint8Array;
}

/** A set of texts of a segment, in their headings and altogether: one bit for each. */
export interface TextSet {
  readonly headings: Uint32Array;
  readonly texts: Uint32Array;
}

/**
 * So many postings are looked at for one group of keys; where there are more, nearly every text has one of them, and the
 * answer is all texts. Keeps a single `ㅇ` from reading all of the index.
 */
const MOST_POSTINGS = 300_000;

export function allTexts(segment: Segment): TextSet {
  const words = wordsFor(segment);
  return { headings: new Uint32Array(words).fill(0xffff_ffff), texts: new Uint32Array(words).fill(0xffff_ffff) };
}

/** The texts that have a key of one of the ranges; perhaps more. */
export function textsWith(segment: Segment, ranges: readonly KeyRange[]): TextSet {
  const found = { headings: new Uint32Array(wordsFor(segment)), texts: new Uint32Array(wordsFor(segment)) };
  let left = MOST_POSTINGS;
  for (const { first, last, seconds } of ranges) {
    for (let at = lowerBound(segment.keys, first); at < segment.keys.length; at++) {
      const key = segment.keys[at] ?? 0;
      if (key > last) break;
      if (seconds !== undefined && !hasUnit(seconds, key & 0xffff)) continue;
      left -= collect(segment, at, found);
      if (left < 0) return allTexts(segment);
    }
  }
  return found;
}

export function intersect(into: TextSet, other: TextSet): void {
  for (let index = 0; index < into.texts.length; index++) {
    into.headings[index] = (into.headings[index] ?? 0) & (other.headings[index] ?? 0);
    into.texts[index] = (into.texts[index] ?? 0) & (other.texts[index] ?? 0);
  }
}

export function unite(into: TextSet, other: TextSet): void {
  for (let index = 0; index < into.texts.length; index++) {
    into.headings[index] = (into.headings[index] ?? 0) | (other.headings[index] ?? 0);
    into.texts[index] = (into.texts[index] ?? 0) | (other.texts[index] ?? 0);
  }
}

export function has(bits: Uint32Array, number: number): boolean {
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** Visits the postings of the key at a place in {@link Segment.keys}, lowest first. */
export function eachPosting({ starts, postings }: Segment, at: number, visit: (posting: number) => void): void {
  const end = starts[at + 1] ?? 0;
  let posting = 0;
  let shift = 0;
  let step = 0;
  for (let index = starts[at] ?? 0; index < end; index++) {
    const byte = postings[index] ?? 0;
    step |= (byte & 0x7f) << shift;
    if (byte >= 0x80) {
      shift += 7;
      continue;
    }
    posting += step;
    visit(posting);
    step = 0;
    shift = 0;
  }
}

/** @returns how many bytes were read */
function collect({ starts, postings }: Segment, at: number, { headings, texts }: TextSet): number {
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? 0;
  let posting = 0;
  let shift = 0;
  let step = 0;
  for (let index = start; index < end; index++) {
    const byte = postings[index] ?? 0;
    step |= (byte & 0x7f) << shift;
    if (byte >= 0x80) {
      shift += 7;
      continue;
    }
    posting += step;
    const bits = (posting & 1) === 1 ? texts : headings;
    const text = posting >>> 1;
    bits[text >>> 5] = (bits[text >>> 5] ?? 0) | (1 << (text & 31));
    step = 0;
    shift = 0;
  }
  return end - start;
}

function hasUnit(units: UnitClass, code: number): boolean {
  return units.some(([first, last]) => code >= first && code <= last);
}

function wordsFor({ textCount }: Segment): number {
  return Math.ceil(textCount / 32);
}

/** The first place whose key is not below `key`. */
function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
