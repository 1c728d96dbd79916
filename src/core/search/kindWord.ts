import { KIND_LABELS, KIND_WORDS } from "../note/kind.ts";
import type { NoteKind } from "../note/note.ts";
import { indexOfHangul, searchable } from "../text/hangul.ts";

/**
 * The kinds that people call so, or begin to: `til`, `토막글`, `토`, `ㅌㅁㄱ`, `독서`. None when no kind is called so.
 * @param typed searchable, not empty
 */
export function kindsCalled(typed: string): readonly NoteKind[] {
  const names: readonly (readonly [string, NoteKind])[] = [
    ...KIND_WORDS,
    ...Object.entries(KIND_LABELS).flatMap(([kind, label]): [string, NoteKind][] => {
      const known = KIND_WORDS.get(kind);
      return known === undefined ? [] : [[searchable(label), known]];
    }),
  ];
  const exact = names.filter(([name]) => name === typed);
  const meant = exact.length > 0 ? exact : names.filter(([name]) => indexOfHangul(name, typed) === 0);
  return [...new Set(meant.map(([, kind]) => kind))];
}
