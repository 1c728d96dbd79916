import { monthOfNote, type Note } from "../note/note.ts";
import { byDate } from "./order.ts";

/** A 토막글 that has a number. */
export type NumberedNote = Note & { readonly number: number };

/**
 * The numbered 토막글 in the order of their dates. Among entries whose dates tell no order (of one day, of a month whose
 * day is not known, without a date) the numbers they have decide, so that numbers in order stay as they are.
 */
export function entriesInOrder(notes: readonly Note[]): readonly NumberedNote[] {
  const entries = notes.filter(isNumbered).sort(byNumberThenDate);
  const dated = entries.filter((note) => monthOfNote(note) !== undefined);
  const months = [...new Set(dated.map(monthOfNote))].sort();
  const inOrder = months.flatMap((month) => {
    const members = dated.filter((note) => monthOfNote(note) === month);
    const ofDays = members.filter(hasDay).sort((a, b) => compareText(a.date?.text, b.date?.text));
    return mergedByNumber(
      ofDays,
      members.filter((note) => !hasDay(note)),
    );
  });
  return mergedByNumber(
    inOrder,
    entries.filter((note) => monthOfNote(note) === undefined),
  );
}

export function isNumbered(note: Note): note is NumberedNote {
  return note.kind === "tomak" && note.number !== undefined;
}

export function hasDay({ date }: Note): boolean {
  return date?.precision === "day";
}

function byNumberThenDate(a: NumberedNote, b: NumberedNote): number {
  return a.number - b.number || byDate(a, b);
}

function compareText(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `ordered` as it is, with each of `loose` (by number) before the first that has a higher number. */
function mergedByNumber(ordered: readonly NumberedNote[], loose: readonly NumberedNote[]): readonly NumberedNote[] {
  const merged: NumberedNote[] = [];
  let next = 0;
  for (const note of ordered) {
    for (let other = loose[next]; other !== undefined && other.number < note.number; other = loose[next]) {
      merged.push(other);
      next++;
    }
    merged.push(note);
  }
  return [...merged, ...loose.slice(next)];
}
