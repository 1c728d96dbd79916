import { normalizeTag, sameTag } from "../note/frontMatter/tags.ts";
import type { Note } from "../note/note.ts";

export interface TagGroup<T> {
  readonly heading: string;
  readonly members: readonly T[];
}

/** The group of the notes without a tag. */
export const UNTAGGED = "태그 없음";
const byKorean = new Intl.Collator("ko", { numeric: true });

/**
 * The notes by their first tag, each group in the order given: the tags in Korean order, then the notes without one. Two
 * spellings of a tag are one group, named as in the first of its notes.
 */
export function tagGroups<T extends { readonly note: Note }>(notes: readonly T[]): readonly TagGroup<T>[] {
  const groups: { heading: string; members: T[] }[] = [];
  const untagged: T[] = [];
  for (const item of notes) {
    const tag = normalizeTag(item.note.tags[0] ?? "");
    const group = groups.find(({ heading }) => sameTag(heading, tag));
    if (tag === "") untagged.push(item);
    else if (group === undefined) groups.push({ heading: tag, members: [item] });
    else group.members.push(item);
  }
  groups.sort((a, b) => byKorean.compare(a.heading, b.heading) || (a.heading < b.heading ? -1 : 1));
  return untagged.length === 0 ? groups : [...groups, { heading: UNTAGGED, members: untagged }];
}
