import { addGrams } from "./grams.ts";
import { SEGMENT_TEXTS, type Segment } from "./segment.ts";

/** Different keys a segment may have. */
const NUMBERS = 2 ** 21;

/** Room for what two kinds of keys of one text may add to a segment that is not full yet. */
export const LONGEST_TEXT = NUMBERS / 8;

/** About 64 MB while a segment is built. */
const MOST_LOGGED = 16_000_000;

/** How much work is done before {@link SegmentBuilder.seal} lets others have the thread: some ten milliseconds. */
const SLICE = 500_000;

/**
 * Takes the keys of texts one text after the other, then puts them in order at once. Keys get numbers by an open hash table;
 * what is logged is the key's number and the posting.
 */
export class SegmentBuilder {
  #textCount = 0;
  #keyCount = 0;
  #table = new Int32Array(1 << 12).fill(-1);
  #keys = new Uint32Array(1 << 11);
  #lastPosting = new Int32Array(1 << 11);
  #counts = new Uint32Array(1 << 11);
  #log = new Uint32Array(1 << 12);
  #logged = 0;
  /** Where the log of each posting begins, and which posting it is. */
  readonly #runs: { readonly posting: number; readonly start: number }[] = [];

  get textCount(): number {
    return this.#textCount;
  }

  /** Whether it is to be sealed before more is added. */
  get isFull(): boolean {
    return this.#textCount >= SEGMENT_TEXTS || this.#keyCount >= NUMBERS / 2 || this.#logged >= MOST_LOGGED;
  }

  /**
   * Adds a text as the next number.
   * @param headings the lines of it that are headings
   */
  add(text: string, headings: string): void {
    const number = this.#textCount++;
    this.#noteAll(headings, number * 2);
    this.#noteAll(text, number * 2 + 1);
  }

  /** The segment of what was added; takes a pause with `pause` where it is long. */
  async seal(pause: () => Promise<void>): Promise<Segment> {
    const order = await this.#keysInOrder(pause);
    const starts = new Uint32Array(this.#keyCount + 1);
    const byNumber = new Uint32Array(this.#keyCount);
    let total = 0;
    for (let index = 0; index < order.length; index++) {
      const number = order[index] ?? 0;
      byNumber[number] = total;
      total += this.#counts[number] ?? 0;
    }
    await pause();
    const sorted = await this.#distribute(byNumber, total, pause);
    const postings = await this.#encode(order, sorted, starts, pause);
    const keys = new Uint32Array(order.length);
    for (let index = 0; index < order.length; index++) keys[index] = this.#keys[order[index] ?? 0] ?? 0;
    return { textCount: this.#textCount, keys, starts, postings };
  }

  #noteAll(text: string, posting: number): void {
    this.#runs.push({ posting, start: this.#logged });
    // One function for all texts: the engine puts it in line only where no other is called from the same place.
    addGrams(text, (key) => this.#note(key, posting));
  }

  #note(key: number, posting: number): void {
    const number = this.#numberOf(key);
    if (this.#lastPosting[number] === posting) return;
    this.#lastPosting[number] = posting;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    if (this.#logged === this.#log.length) this.#log = grown(this.#log, new Uint32Array(this.#log.length * 2));
    this.#log[this.#logged++] = number;
  }

  #numberOf(key: number): number {
    const mask = this.#table.length - 1;
    let at = hash(key) & mask;
    for (;;) {
      const number = this.#table[at] ?? -1;
      if (number < 0) break;
      if (this.#keys[number] === key) return number;
      at = (at + 1) & mask;
    }
    const number = this.#keyCount++;
    if (number === this.#keys.length) this.#growKeys();
    this.#keys[number] = key;
    this.#lastPosting[number] = -1;
    this.#counts[number] = 0;
    this.#table[at] = number;
    if (this.#keyCount * 2 > this.#table.length) this.#growTable();
    return number;
  }

  #growKeys(): void {
    const size = this.#keys.length * 2;
    this.#keys = grown(this.#keys, new Uint32Array(size));
    this.#lastPosting = grown(this.#lastPosting, new Int32Array(size));
    this.#counts = grown(this.#counts, new Uint32Array(size));
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let number = 0; number < this.#keyCount; number++) {
      let at = hash(this.#keys[number] ?? 0) & mask;
      while ((table[at] ?? -1) >= 0) at = (at + 1) & mask;
      table[at] = number;
    }
    this.#table = table;
  }

  /** The numbers of the keys, in the order of the keys. */
  async #keysInOrder(pause: () => Promise<void>): Promise<Uint32Array> {
    // Sorted as one number each, which typed arrays do fastest: 32 bits of key, 21 of number.
    const pairs = new Float64Array(this.#keyCount);
    for (let number = 0; number < this.#keyCount; number++)
      pairs[number] = (this.#keys[number] ?? 0) * NUMBERS + number;
    pairs.sort();
    await pause();
    const order = new Uint32Array(pairs.length);
    for (let index = 0; index < order.length; index++) order[index] = (pairs[index] ?? 0) % NUMBERS;
    return order;
  }

  /** The postings of the log, those of one key side by side. */
  async #distribute(places: Uint32Array, total: number, pause: () => Promise<void>): Promise<Uint32Array> {
    const sorted = new Uint32Array(total);
    let done = 0;
    for (const [index, { posting, start }] of this.#runs.entries()) {
      const end = this.#runs[index + 1]?.start ?? this.#logged;
      for (let at = start; at < end; at++) {
        const number = this.#log[at] ?? 0;
        const place = places[number] ?? 0;
        sorted[place] = posting;
        places[number] = place + 1;
      }
      done += end - start;
      if (done < SLICE) continue;
      done = 0;
      await pause();
    }
    return sorted;
  }

  async #encode(
    order: Uint32Array,
    sorted: Uint32Array,
    starts: Uint32Array,
    pause: () => Promise<void>,
  ): Promise<Uint8Array> {
    // A difference is below 2^14: two bytes.
    const bytes = new Uint8Array(sorted.length * 2);
    let length = 0;
    let from = 0;
    let done = 0;
    for (let index = 0; index < order.length; index++) {
      starts[index] = length;
      const to = from + (this.#counts[order[index] ?? 0] ?? 0);
      let before = 0;
      for (; from < to; from++) {
        const posting = sorted[from] ?? 0;
        const step = posting - before;
        before = posting;
        if (step < 0x80) bytes[length++] = step;
        else {
          bytes[length++] = (step & 0x7f) | 0x80;
          bytes[length++] = step >>> 7;
        }
        done++;
      }
      if (done < SLICE) continue;
      done = 0;
      await pause();
    }
    starts[order.length] = length;
    return bytes.slice(0, length);
  }
}

function grown<Numbers extends Uint32Array | Int32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** Spreads neighbouring keys over the table (multiplicative hashing). */
function hash(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e37_79b1) >>> 7;
}
