import type { Note } from "../note/note.ts";
import { nfc } from "../text/nfc.ts";

/** Sorts after every date, so that undated notes come last. */
const NO_DATE = "~";

/** By day, then by what tells the order within it: the time written, the place in its month, the number, the path. */
export function byDate(a: Note, b: Note): number {
  return (
    compareText(a.date?.text ?? NO_DATE, b.date?.text ?? NO_DATE) ||
    (a.order ?? 0) - (b.order ?? 0) ||
    (a.writtenAt ?? 0) - (b.writtenAt ?? 0) ||
    (a.number ?? 0) - (b.number ?? 0) ||
    comparePaths(a.path, b.path) ||
    (a.range?.start ?? 0) - (b.range?.start ?? 0)
  );
}

/** 토막글 in the order a retro lists them: by number, those without one by day after the rest. */
export function byNumber(a: Note, b: Note): number {
  return (a.number ?? Number.POSITIVE_INFINITY) === (b.number ?? Number.POSITIVE_INFINITY)
    ? byDate(a, b)
    : (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY);
}

/** `제목.md` before `제목-2.md` before `제목-10.md`; by code unit of the composed name otherwise, so that every machine agrees. */
export function comparePaths(a: string, b: string): number {
  const [stemA, countA] = splitCount(nfc(a));
  const [stemB, countB] = splitCount(nfc(b));
  return compareText(stemA, stemB) || countA - countB || compareText(a, b);
}

function splitCount(path: string): readonly [stem: string, count: number] {
  const match = /-(\d{1,4})\.[^./]+$/.exec(path);
  return match ? [path.slice(0, match.index), Number(match[1])] : [path.replace(/\.[^./]+$/, ""), 1];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
