import { readFrontMatter } from "../note/frontMatter/read.ts";
import { renderTagAt, tagPlaceAt } from "../note/frontMatter/tagPlace.ts";
import { readTags } from "../note/frontMatter/tags.ts";
import { canBeInline } from "../note/inlineTagName.ts";
import { inlineTagPlaceAt } from "../note/inlineTagPlace.ts";
import { indexOfHangul, searchable } from "../text/hangul.ts";
import type { CountedTag } from "./tagSpellings.ts";

export interface TagProposal extends CountedTag {
  /** What is written for the tag: in quotes where it needs them. */
  readonly text: string;
}

export interface TagProposals {
  /** What a proposal takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Most used first. */
  readonly proposals: readonly TagProposal[];
}

export interface TypingNote {
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
  /** Whether `#tags` of the body count. */
  readonly inlineTags: boolean;
  /** Whether the person asked, rather than typed a `#` that may yet become a heading. */
  readonly isAsked: boolean;
}

const MOST = 200;

/** The known tags that fit what is typed at a place of tags; `undefined` where no tag is typed. `counts`: most used first. */
export function tagProposals(
  { text, offset, inlineTags, isAsked }: TypingNote,
  counts: readonly CountedTag[],
): TagProposals | undefined {
  const place = tagPlaceAt(text, offset);
  if (place !== undefined) {
    const own = text
      .slice(place.start, place.end)
      .replace(/^["'#\s]+|["'\s]+$/g, "")
      .normalize("NFC");
    const present = new Set(readTags(readFrontMatter(text)).filter((tag) => tag !== own));
    const fitting = counts.filter(({ tag }) => !present.has(tag));
    return {
      start: place.start,
      end: place.end,
      proposals: proposalsOf(fitting, place.typed, (tag) => renderTagAt(place, tag)),
    };
  }
  const inline = inlineTags ? inlineTagPlaceAt(text, offset) : undefined;
  if (inline === undefined || (inline.mayBeHeading && !isAsked)) return undefined;
  const written = (tag: string) => (canBeInline(tag) ? tag : undefined);
  return { start: inline.start, end: inline.end, proposals: proposalsOf(counts, inline.typed, written) };
}

function proposalsOf(
  counts: readonly CountedTag[],
  typed: string,
  write: (tag: string) => string | undefined,
): readonly TagProposal[] {
  const proposals: TagProposal[] = [];
  const wanted = searchable(typed);
  for (const { tag, count } of counts) {
    // The word itself is no proposal: it is what was typed.
    if (tag === typed || indexOfHangul(searchable(tag), wanted) < 0) continue;
    const text = write(tag);
    if (text !== undefined) proposals.push({ tag, count, text });
    if (proposals.length === MOST) break;
  }
  return proposals;
}
