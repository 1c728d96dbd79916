import type { RelatedNote } from "./findRelated.ts";

/** How many words are told; more say no more. */
const MOST_SHOWN = 3;

/** Why two notes have to do with each other: `같은 태그: Redis · 함께 나온 말: 만료, TTL`. */
export function describeRelation({ tags, terms }: Pick<RelatedNote, "tags" | "terms">): string {
  const parts = [
    tags.length > 0 && `같은 태그: ${tags.slice(0, MOST_SHOWN).join(", ")}`,
    terms.length > 0 && `함께 나온 말: ${terms.slice(0, MOST_SHOWN).join(", ")}`,
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
