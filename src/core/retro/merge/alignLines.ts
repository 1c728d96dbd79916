/** A line of one list that stands for a line of the other, both by index. */
export interface AlignedLine {
  readonly left: number;
  readonly right: number;
}

/**
 * A longest common sequence of two lists of lines, in order (Hunt and Szymanski, 1977, on what lies between a common
 * beginning and end). Thousands of equal lines, as fences are, cost no more than a square of their number.
 */
export function alignLines(left: readonly string[], right: readonly string[]): readonly AlignedLine[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let tail = 0;
  const most = Math.min(left.length, right.length) - start;
  while (tail < most && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return [
    ...Array.from({ length: start }, (_, at) => ({ left: at, right: at })),
    ...alignMiddle(left, right, { start, leftEnd: left.length - tail, rightEnd: right.length - tail }),
    ...Array.from({ length: tail }, (_, at) => ({ left: left.length - tail + at, right: right.length - tail + at })),
  ];
}

interface Middle {
  readonly start: number;
  readonly leftEnd: number;
  readonly rightEnd: number;
}

interface Link extends AlignedLine {
  readonly before: Link | undefined;
}

function alignMiddle(
  left: readonly string[],
  right: readonly string[],
  { start, leftEnd, rightEnd }: Middle,
): readonly AlignedLine[] {
  // From the last one back, so that no line of the left is used twice.
  const placesOf = new Map<string, number[]>();
  for (let at = rightEnd - 1; at >= start; at--) {
    const line = right[at] ?? "";
    const places = placesOf.get(line);
    if (places === undefined) placesOf.set(line, [at]);
    else places.push(at);
  }
  /** By length less one: the sequence of that length that ends earliest on the right. */
  const ends: Link[] = [];
  for (let at = start; at < leftEnd; at++) {
    for (const place of placesOf.get(left[at] ?? "") ?? []) {
      const length = firstFrom(ends, place);
      if (ends[length]?.right !== place) ends[length] = { left: at, right: place, before: ends[length - 1] };
    }
  }
  const aligned: AlignedLine[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) aligned.push(link);
  return aligned.reverse();
}

/** Index of the first that ends at `place` or behind it. */
function firstFrom(ends: readonly Link[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.right ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
