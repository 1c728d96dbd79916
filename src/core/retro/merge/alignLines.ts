/** A line of one list that stands for a line of the other, both by index. */
export interface AlignedLine {
  readonly left: number;
  readonly right: number;
}

/** How many pairs of equal lines are looked at in one go: some milliseconds' work. */
const MAX_PAIRS = 200_000;
const MAX_DEPTH = 8;

/**
 * A longest common sequence of two lists of lines, in order (Hunt and Szymanski, 1977, on what lies between a common
 * beginning and end). Where lines repeat so often that it would take the square of their number, the rarer ones are aligned
 * first and the others between those: as good for a text that people wrote, though not always the longest.
 */
export function alignLines(left: readonly string[], right: readonly string[], depth = 0): readonly AlignedLine[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let tail = 0;
  const most = Math.min(left.length, right.length) - start;
  while (tail < most && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return [
    ...Array.from({ length: start }, (_, at) => ({ left: at, right: at })),
    ...alignMiddle(left, right, { start, leftEnd: left.length - tail, rightEnd: right.length - tail }, depth),
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
  middle: Middle,
  depth: number,
): readonly AlignedLine[] {
  const { start, leftEnd, rightEnd } = middle;
  // From the last one back, so that no line of the left is used twice.
  const placesOf = new Map<string, number[]>();
  for (let at = rightEnd - 1; at >= start; at--) {
    const line = right[at] ?? "";
    const places = placesOf.get(line);
    if (places === undefined) placesOf.set(line, [at]);
    else places.push(at);
  }
  if (!keepRarest(placesOf, left, middle)) return longestOf(placesOf, left, middle);
  const anchors = depth < MAX_DEPTH ? longestOf(placesOf, left, middle) : [];
  if (anchors.length === 0) return inTurn(left, right, middle);
  const aligned: AlignedLine[] = [];
  let from: AlignedLine = { left: start, right: start };
  for (const anchor of [...anchors, { left: leftEnd, right: rightEnd }]) {
    const between = alignLines(left.slice(from.left, anchor.left), right.slice(from.right, anchor.right), depth + 1);
    for (const pair of between) aligned.push({ left: from.left + pair.left, right: from.right + pair.right });
    if (anchor.left < leftEnd) aligned.push(anchor);
    from = { left: anchor.left + 1, right: anchor.right + 1 };
  }
  return aligned;
}

/** Leaves no more places than make {@link MAX_PAIRS}, those of the lines that repeat least. @returns whether some went */
function keepRarest(placesOf: Map<string, number[]>, left: readonly string[], { start, leftEnd }: Middle): boolean {
  const pairs = new Map<string, number>();
  let all = 0;
  for (let at = start; at < leftEnd; at++) {
    const line = left[at] ?? "";
    const count = placesOf.get(line)?.length ?? 0;
    pairs.set(line, (pairs.get(line) ?? 0) + count);
    all += count;
  }
  if (all <= MAX_PAIRS) return false;
  let kept = 0;
  for (const [line, count] of [...pairs].sort(([, one], [, other]) => one - other)) {
    kept += count;
    if (kept > MAX_PAIRS) placesOf.delete(line);
  }
  return true;
}

/** Each line of the left with the next equal one of the right, where there is one. */
function inTurn(
  left: readonly string[],
  right: readonly string[],
  { start, leftEnd, rightEnd }: Middle,
): readonly AlignedLine[] {
  const aligned: AlignedLine[] = [];
  const last = new Map<string, number>();
  for (let at = start; at < rightEnd; at++) last.set(right[at] ?? "", at);
  let next = start;
  for (let at = start; at < leftEnd; at++) {
    if ((last.get(left[at] ?? "") ?? -1) < next) continue;
    while (right[next] !== left[at]) next++;
    aligned.push({ left: at, right: next++ });
  }
  return aligned;
}

function longestOf(
  placesOf: ReadonlyMap<string, readonly number[]>,
  left: readonly string[],
  { start, leftEnd }: Middle,
): readonly AlignedLine[] {
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
