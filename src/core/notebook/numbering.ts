import type { Note, NotePath } from "../note/note.ts";

/** The next 토막글's number: one more than the highest in any note or quoted in any retro post. */
export function nextNumber(notes: readonly Note[]): number {
  let highest = 0;
  for (const note of notes) highest = Math.max(highest, note.number ?? 0, note.retro?.numbers?.at(-1) ?? 0);
  return highest + 1;
}

/** Numbers that more than one 토막글 bears, lowest first. */
export function repeatedNumbers(
  notes: readonly Note[],
): readonly { readonly number: number; readonly paths: readonly NotePath[] }[] {
  const paths = new Map<number, NotePath[]>();
  for (const { number, path } of notes)
    if (number !== undefined) paths.set(number, [...(paths.get(number) ?? []), path]);
  return [...paths]
    .filter(([, found]) => found.length > 1)
    .map(([number, found]) => ({ number, paths: found }))
    .sort((a, b) => a.number - b.number);
}
