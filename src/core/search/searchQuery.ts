import type { Day } from "../calendar/day.ts";
import type { NoteKind } from "../note/note.ts";
import { type HangulPattern, hangulPattern, searchable } from "../text/hangul.ts";
import { type DateFilter, readDateWord } from "./dateWord.ts";
import { kindsCalled } from "./kindWord.ts";

/** One word of a query, as a text is matched with it. */
export interface SearchWord extends HangulPattern {
  /** As typed, {@link searchable}. */
  readonly text: string;
  /** Finds the first match in a searchable text. */
  readonly regExp: RegExp;
}

/** What is asked for. Every part of it has to hold for a note. */
export interface SearchQuery {
  /** Anywhere in the title, a tag, or the text. */
  readonly words: readonly SearchWord[];
  /** In one of the tags. */
  readonly tags: readonly SearchWord[];
  /** `undefined` for any; one of them otherwise. */
  readonly kinds: ReadonlySet<NoteKind> | undefined;
  readonly dates: readonly DateFilter[];
}

const KIND_WORD = /^(?:종류|kind):(.*)$/;

/** Longer than anything a person types to find a note; the rest of a pasted page is left out. */
const LONGEST = 200;

/**
 * Reads what a person types: words, `#태그`, `종류:til`, and days, months and years (`2025-05`, `5월`, `지난달`) in any
 * order, separated by spaces.
 * @param today the writer's day, for what is told by its distance from it
 */
export function readSearchQuery(input: string, today: Day): SearchQuery {
  const words: SearchWord[] = [];
  const tags: SearchWord[] = [];
  const dates: DateFilter[] = [];
  let kinds: ReadonlySet<NoteKind> | undefined;
  for (const part of searchable(input.slice(0, LONGEST)).split(/\s+/)) {
    const kind = KIND_WORD.exec(part)?.[1];
    const date = kind === undefined ? readDateWord(part, today) : undefined;
    if (part === "" || part === "#" || kind === "") continue;
    if (kind !== undefined) kinds = new Set([...(kinds ?? []), ...kindsCalled(kind)]);
    else if (date !== undefined) dates.push(date);
    else if (part.startsWith("#")) tags.push(searchWord(part.slice(1)));
    else words.push(searchWord(part));
  }
  return { words, tags, kinds, dates };
}

export function isEmptyQuery({ words, tags, kinds, dates }: SearchQuery): boolean {
  return words.length === 0 && tags.length === 0 && dates.length === 0 && kinds === undefined;
}

/** @param text {@link searchable} and not empty */
export function searchWord(text: string): SearchWord {
  const pattern = hangulPattern(text);
  return { ...pattern, text, regExp: new RegExp(pattern.source) };
}
