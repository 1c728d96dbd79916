import { eachPosting, type Segment } from "./segment.ts";

/** A segment and what becomes of its texts: each one's new number, or -1 for one that is left out. Numbers stay in order. */
export interface MergePart {
  readonly segment: Segment;
  readonly numbers: Int32Array;
}

/** How many postings are moved before others get the thread. */
const SLICE = 500_000;

/** One segment of two; all numbers of the first part are below those of the second. */
export async function mergeSegments(
  first: MergePart,
  second: MergePart,
  textCount: number,
  pause: () => Promise<void>,
): Promise<Segment> {
  const [a, b] = [first.segment.keys, second.segment.keys];
  const keys = new Uint32Array(a.length + b.length);
  const starts = new Uint32Array(keys.length + 1);
  // A difference is below 2^14, and no byte of a part holds more than one posting.
  const bytes = new Uint8Array(2 * (first.segment.postings.length + second.segment.postings.length));
  let [atA, atB, count, length, done] = [0, 0, 0, 0, 0];
  let before = 0;
  const append = (part: MergePart, at: number): void =>
    eachPosting(part.segment, at, (posting) => {
      const number = part.numbers[posting >>> 1] ?? -1;
      if (number < 0) return;
      const moved = number * 2 + (posting & 1);
      const step = moved - before;
      before = moved;
      done++;
      if (step >= 0x80) {
        bytes[length++] = (step & 0x7f) | 0x80;
        bytes[length++] = step >>> 7;
      } else bytes[length++] = step;
    });
  while (atA < a.length || atB < b.length) {
    const key = Math.min(a[atA] ?? Number.POSITIVE_INFINITY, b[atB] ?? Number.POSITIVE_INFINITY);
    const start = length;
    before = 0;
    if (a[atA] === key) append(first, atA++);
    if (b[atB] === key) append(second, atB++);
    if (length > start) {
      keys[count] = key;
      starts[count++] = start;
    }
    if (done < SLICE) continue;
    done = 0;
    await pause();
  }
  starts[count] = length;
  return {
    textCount,
    keys: keys.slice(0, count),
    starts: starts.slice(0, count + 1),
    postings: bytes.slice(0, length),
  };
}
