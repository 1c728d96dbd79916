import type { Note } from "../note/note.ts";

/** The next 토막글's number: one more than the highest in any note or quoted in any retro post. */
export function nextNumber(notes: readonly Note[]): number {
  let highest = 0;
  for (const note of notes) highest = Math.max(highest, note.number ?? 0, note.retro?.numbers?.at(-1) ?? 0);
  return highest + 1;
}
