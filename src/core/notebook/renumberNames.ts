import { dateOf } from "../note/dateEvidence/dateOf.ts";
import { numberedPath } from "../note/fileName.ts";
import type { NotePath } from "../note/note.ts";
import { nameKey, nfc } from "../text/nfc.ts";

export interface Rename {
  readonly from: NotePath;
  readonly to: NotePath;
}

/** A number as the old one was written: `095` → `096`. */
export function writtenLike(digits: string, number: number): string {
  return digits.startsWith("0") ? String(number).padStart(digits.length, "0") : String(number);
}

/**
 * The path with the number in the file's name changed: digits that are the number, after 토막글 or else the last such,
 * and no part of the date that the path says. The path itself when its name has no such digits.
 */
export function renumberedPath(path: NotePath, from: number, to: number): NotePath {
  const name = path.lastIndexOf("/") + 1;
  const stem = path.slice(name, path.lastIndexOf("."));
  const found = [...stem.matchAll(/\d+/g)].filter(({ 0: digits }) => Number(digits) === from).reverse();
  const isAfterWord = ({ index }: RegExpExecArray) => /토막글?[-_. #]{0,3}$/.test(nfc(stem.slice(0, index)));
  for (const run of [...found.filter(isAfterWord), ...found.filter((other) => !isAfterWord(other))]) {
    const start = name + run.index;
    const changed = path.slice(0, start) + writtenLike(run[0], to) + path.slice(start + run[0].length);
    if (dateInPath(changed) === dateInPath(path)) return changed;
  }
  return path;
}

function dateInPath(path: NotePath): string | undefined {
  return dateOf({ path, head: "", field: () => undefined, rule: { timeZone: "UTC", dayStartsAt: 0 } })?.text;
}

/**
 * The renames in which no file takes a name that any file has now, so that they can be done, and undone, in any order. Where
 * the wanted name is one of those, even of a file that gets another, `-2` is added as for any second file of a name.
 * Swapping names by way of a third is not for the editor: its undo stops halfway.
 */
export function freeRenames(wanted: readonly Rename[], paths: Iterable<NotePath>): readonly Rename[] {
  const taken = new Set([...paths].map(nameKey));
  return wanted.flatMap(({ from, to: name }) => {
    if (from === name) return [];
    let to = name;
    for (let count = 2; taken.has(nameKey(to)); count++) to = numberedPath(name, count);
    if (dateInPath(to) !== dateInPath(from)) return [];
    taken.add(nameKey(to));
    return [{ from, to }];
  });
}
