import { readFrontMatter } from "../note/frontMatter/read.ts";
import { nameSpot, tagFields } from "../note/frontMatter/tagItems.ts";
import { inlineTagSpots } from "../note/inlineTags.ts";

export interface TagAt {
  readonly tag: string;
  /** Its name, without quotes and `#`. */
  readonly start: number;
  readonly end: number;
}

/** The tag at an offset of a note, in its front matter or (where those count) its body. */
export function tagAt(text: string, offset: number, inlineTags: boolean): TagAt | undefined {
  const frontMatter = readFrontMatter(text);
  if (offset >= frontMatter.bodyStart) {
    const spots = inlineTags ? inlineTagSpots(text, frontMatter.bodyStart) : [];
    return spots.find(({ start, end }) => start - 1 <= offset && offset <= end);
  }
  for (const { items } of tagFields(text, frontMatter)) {
    for (const item of items) {
      if (offset < item.start || offset > item.end || item.tag === "") continue;
      const spot = nameSpot(text, item);
      if (spot !== undefined) return { tag: item.tag, ...spot };
    }
  }
  return undefined;
}
