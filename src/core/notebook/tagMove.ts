import type { TagRename } from "../note/frontMatter/renameTags.ts";

/**
 * What becomes of tags when some get the name `to`: those themselves and the tags below them (`spring` → `framework/spring`
 * takes `spring/boot` along). What is at or below `to` already stays, so that moving again changes nothing.
 */
export function tagMove(from: Iterable<string>, to: string): TagRename {
  const sources = new Set(from);
  return (tag) => {
    if (sources.has(tag) && tag === to) return to;
    if (tag === to || tag.startsWith(`${to}/`)) {
      // `a/b` → `a` takes all that is below `a/b`, though it is below `a` as well.
      if (![...sources].some((source) => isBelow(source, to) && isAtOrBelow(tag, source))) return undefined;
    }
    let at = tag.length;
    while (at > 0) {
      const ancestor = tag.slice(0, at);
      if (sources.has(ancestor)) return to + tag.slice(at);
      at = tag.lastIndexOf("/", at - 1);
    }
    return undefined;
  };
}

/** Every tag as it is read, which is composed: what changes is a spelling in letters taken apart (NFD). */
export const composedTag: TagRename = (tag) => (/[가-힣]/.test(tag) ? tag : undefined);

/** Whether a tag is this one or one of those below it. */
export function isAtOrBelow(tag: string, parent: string): boolean {
  return tag === parent || isBelow(tag, parent);
}

function isBelow(tag: string, parent: string): boolean {
  return tag.startsWith(`${parent}/`);
}
