import type { Note, NotePath } from "../note/note.ts";
import { nfc } from "../text/nfc.ts";

/** Sorts after every date, so that undated notes come last. */
const NO_DATE = "~";

/** By day, then by what tells the order within it: the time written, the place in its month, the number, the path. */
export function byDate(a: Note, b: Note): number {
  return byDateBut(a, b) || compareParts(pathParts(a.path), pathParts(b.path)) || byPlace(a, b);
}

/** The same order for many notes at once: what a path is compared by is worked out once for each. */
export function sortedByDate(notes: readonly Note[]): Note[] {
  const known = new Map<NotePath, PathParts>();
  const partsOf = (path: NotePath): PathParts => {
    let parts = known.get(path);
    if (parts === undefined) {
      parts = pathParts(path);
      known.set(path, parts);
    }
    return parts;
  };
  return [...notes].sort((a, b) => byDateBut(a, b) || compareParts(partsOf(a.path), partsOf(b.path)) || byPlace(a, b));
}

function byDateBut(a: Note, b: Note): number {
  return (
    compareText(a.date?.text ?? NO_DATE, b.date?.text ?? NO_DATE) ||
    (a.order ?? 0) - (b.order ?? 0) ||
    (a.writtenAt ?? 0) - (b.writtenAt ?? 0) ||
    (a.number ?? 0) - (b.number ?? 0)
  );
}

function byPlace(a: Note, b: Note): number {
  return compareText(a.path, b.path) || (a.range?.start ?? 0) - (b.range?.start ?? 0);
}

/** The order that paths alone give. */
export function comparePaths(a: NotePath, b: NotePath): number {
  return compareParts(pathParts(a), pathParts(b)) || compareText(a, b);
}

/** 토막글 in the order a retro lists them: by number, those without one by day after the rest. */
export function byNumber(a: Note, b: Note): number {
  return (a.number ?? Number.POSITIVE_INFINITY) === (b.number ?? Number.POSITIVE_INFINITY)
    ? byDate(a, b)
    : (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY);
}

interface PathParts {
  readonly stem: string;
  readonly count: number;
}

/** `제목.md` before `제목-2.md` before `제목-10.md`; by code unit of the composed name otherwise, so that every machine agrees. */
function compareParts(a: PathParts, b: PathParts): number {
  return compareText(a.stem, b.stem) || a.count - b.count;
}

function pathParts(path: NotePath): PathParts {
  const composed = nfc(path);
  const match = /-(\d{1,4})\.[^./]+$/.exec(composed);
  return match
    ? { stem: composed.slice(0, match.index), count: Number(match[1]) }
    : { stem: composed.replace(/\.[^./]+$/, ""), count: 1 };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
