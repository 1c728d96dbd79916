import type { NotePath } from "../note/note.ts";
import type { CacheStore } from "../notebook/cacheStore.ts";
import { type Stamp, stampText } from "../notebook/stamp.ts";
import { pause } from "../pause.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Segment } from "./segment.ts";
import { decodeSegment, encodeSegment, type TextOrigin } from "./segmentFormat.ts";
import type { TextIndex } from "./textIndex.ts";

export interface TextStoreDeps {
  readonly cache: CacheStore;
  readonly catalogue: Catalogue;
  readonly index: TextIndex;
  /** What is known of a file as the notebook has read it; nothing is kept of a file without. */
  stampOf(path: NotePath): Stamp | undefined;
}

/** Fewer texts are sooner read again than kept. */
const WORTH_KEEPING = 256;

const nameAt = (place: number): string => `texts-${place}`;

/**
 * Keeps the index of texts from one window to the next, a segment in a file. A text counts only for the very note and file it
 * was made of; what does not fit, as what another window wrote meanwhile may, is left out and read anew.
 */
export class TextStore {
  readonly #deps: TextStoreDeps;
  /** What lies in the cache, in the order of its names. */
  #kept: readonly Segment[] = [];

  constructor(deps: TextStoreDeps) {
    this.#deps = deps;
  }

  /** Fills the index with what is kept and still true. */
  async restore(): Promise<void> {
    const { cache, index } = this.#deps;
    const kept: Segment[] = [];
    for (let place = 0; ; place++) {
      const bytes = await cache.read(nameAt(place));
      const decoded = bytes && decodeSegment(bytes);
      if (decoded === undefined) break;
      const { segment, origins } = decoded;
      kept.push(segment);
      const numbers = Int32Array.from(origins, (origin) => this.#numberOf(origin));
      if (numbers.some((number) => number >= 0)) await index.add({ segment, numbers }, pause);
      else await pause();
    }
    this.#kept = kept;
  }

  /** Keeps the segments that are not kept yet, where there is enough in them. */
  async save(): Promise<void> {
    const { cache, index } = this.#deps;
    const segments = index.segments.filter(({ numbers }) => numbers.length >= WORTH_KEEPING);
    const kept: Segment[] = [];
    for (const [place, { segment, numbers }] of segments.entries()) {
      kept.push(segment);
      if (this.#kept[place] === segment) continue;
      await cache.write(nameAt(place), encodeSegment({ segment, origins: this.#originsOf(numbers) }));
      await pause();
    }
    // What follows is of segments that were merged: the first empty one ends the row.
    if (this.#kept.length > kept.length) await cache.write(nameAt(kept.length), new Uint8Array());
    this.#kept = kept;
  }

  #originsOf(numbers: Int32Array): readonly (TextOrigin | undefined)[] {
    const { catalogue, stampOf } = this.#deps;
    return Array.from(numbers, (number) => {
      const note = catalogue.noteAt(number);
      const stamp = note && stampOf(note.path);
      if (note === undefined || stamp === undefined) return undefined;
      const { path, range } = note;
      return { path, stamp: stampText(stamp), ...(range && { start: range.start, end: range.end }) };
    });
  }

  /** The note a kept text is of; -1 when it is no more, is not the same, or has a text already. */
  #numberOf(origin: TextOrigin | undefined): number {
    const { catalogue, index, stampOf } = this.#deps;
    const stamp = origin && stampOf(origin.path);
    if (origin === undefined || stamp === undefined || stampText(stamp) !== origin.stamp) return -1;
    const number = catalogue.numbersIn(origin.path).find((candidate) => {
      const range = catalogue.noteAt(candidate)?.range;
      return range?.start === origin.start && range?.end === origin.end;
    });
    return number === undefined || index.has(number) ? -1 : number;
  }
}
