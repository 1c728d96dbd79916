import type { Catalogue } from "./catalogue.ts";
import { type KeyRange, keysOf } from "./grams.ts";
import { mergeSegments } from "./mergeSegments.ts";
import type { SearchWord } from "./searchQuery.ts";
import { allTexts, intersect, SEGMENT_TEXTS, type Segment, type TextSet, textsWith, unite } from "./segment.ts";

/** A segment and the note that each of its texts belongs to, by the catalogue's number; -1 for one that is out of date. */
export interface NumberedSegment {
  readonly segment: Segment;
  readonly numbers: Int32Array;
}

/** Which notes may have a word in their text. Notes that were read again leave their old texts behind until segments merge. */
export class TextIndex {
  readonly #catalogue: Catalogue;
  #segments: readonly NumberedSegment[] = [];
  #adding: Promise<void> = Promise.resolve();
  #isIndexed = new Uint8Array(1_024);

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  get segments(): readonly NumberedSegment[] {
    return this.#segments;
  }

  /** Whether the note's text is in a segment; any other has to be looked into. */
  has(number: number): boolean {
    return this.#isIndexed[number] === 1;
  }

  /** What the index holds besides the heap. */
  get byteLength(): number {
    return this.#segments.reduce(
      (sum, { numbers, segment: { keys, starts, postings } }) =>
        sum + numbers.byteLength + keys.byteLength + starts.byteLength + postings.byteLength,
      this.#isIndexed.byteLength,
    );
  }

  /** Adds a segment; small ones are merged, so that there are never many. */
  add(added: NumberedSegment, pause: () => Promise<void>): Promise<void> {
    // One after the other: two merges at a time could take the same segment.
    const done = this.#adding.then(() => this.#add(added, pause));
    this.#adding = done.catch(() => undefined);
    return done;
  }

  async #add(added: NumberedSegment, pause: () => Promise<void>): Promise<void> {
    this.#segments = [...this.#segments, added];
    this.#mark(added.numbers);
    for (;;) {
      const [first, second] = this.#segments.slice(-2);
      if (first === undefined || second === undefined || !isWorthMerging(first, second)) return;
      const merged = await this.#merge(first, second, pause);
      this.#segments = this.#segments.map((segment) => (segment === first ? merged : segment));
      this.#segments = this.#segments.filter((segment) => segment !== second);
    }
  }

  /** Marks the notes that may have the word: in a heading, anywhere in the text. */
  mark(word: Pick<SearchWord, "sequences">, marks: Uint8Array, inHeading: number, inText: number): void {
    const alternatives = word.sequences.map(keysOf);
    for (const { segment, numbers } of this.#segments) {
      const { headings, texts } = textsOf(segment, alternatives);
      eachBit(texts, numbers, (number) => {
        marks[number] = (marks[number] ?? 0) | inText;
      });
      eachBit(headings, numbers, (number) => {
        marks[number] = (marks[number] ?? 0) | inHeading;
      });
    }
  }

  #mark(numbers: Int32Array): void {
    if (this.#isIndexed.length < this.#catalogue.size) {
      const grown = new Uint8Array(this.#catalogue.size * 2);
      grown.set(this.#isIndexed);
      this.#isIndexed = grown;
    }
    for (const number of numbers) if (number >= 0) this.#isIndexed[number] = 1;
  }

  async #merge(first: NumberedSegment, second: NumberedSegment, pause: () => Promise<void>): Promise<NumberedSegment> {
    const kept: number[] = [];
    const keep = ({ numbers }: NumberedSegment): Int32Array =>
      numbers.map((number) =>
        number < 0 || this.#catalogue.noteAt(number) === undefined ? -1 : kept.push(number) - 1,
      );
    const parts = [first, second].map((part) => ({ segment: part.segment, numbers: keep(part) }));
    const [a, b] = parts;
    if (a === undefined || b === undefined) throw new Error("two parts were made");
    return { segment: await mergeSegments(a, b, kept.length, pause), numbers: Int32Array.from(kept) };
  }
}

/** Whenever the later one is at least half of the earlier, so that there are only as many as the size has digits. */
function isWorthMerging(first: NumberedSegment, second: NumberedSegment): boolean {
  const [a, b] = [first.numbers.length, second.numbers.length];
  return a + b <= SEGMENT_TEXTS && b * 2 >= a;
}

function textsOf(segment: Segment, alternatives: readonly (readonly (readonly KeyRange[])[])[]): TextSet {
  let found: TextSet | undefined;
  for (const groups of alternatives) {
    let texts: TextSet | undefined;
    for (const ranges of groups) {
      const some = textsWith(segment, ranges);
      if (texts === undefined) texts = some;
      else intersect(texts, some);
    }
    texts ??= allTexts(segment);
    if (found === undefined) found = texts;
    else unite(found, texts);
  }
  return found ?? allTexts(segment);
}

function eachBit(bits: Uint32Array, numbers: Int32Array, visit: (number: number) => void): void {
  for (let index = 0; index < bits.length; index++) {
    let word = bits[index] ?? 0;
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word);
      word &= word - 1;
      const number = numbers[index * 32 + bit];
      if (number !== undefined && number >= 0) visit(number);
    }
  }
}
