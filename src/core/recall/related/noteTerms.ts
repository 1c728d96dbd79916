import type { Note } from "../../note/note.ts";
import { proseOf } from "../../note/prose.ts";
import { headingSpans, noteText } from "../../search/noteText.ts";
import { type Term, termsOf } from "./terms.ts";

/** Of a note's terms so many are looked for: those of its title and headings, then the most used. */
const MOST_TERMS = 48;
/** Of a very long note the beginning says what it is about. */
const LONGEST_TEXT = 40_000;
/** What a word weighs by where it stands in the note. */
const IN_TITLE = 3;
const IN_HEADING = 2;

export interface WeightedTerm extends Term {
  readonly weight: number;
}

/** The terms of a note's title and of what it says in words. */
export function noteTerms({ title }: Pick<Note, "title">, body: string): ReadonlyMap<string, Term> {
  return new Map([...termsOf(title), ...proseTerms(body)]);
}

function proseTerms(body: string): ReadonlyMap<string, Term> {
  return termsOf(proseOf(body.slice(0, LONGEST_TEXT)));
}

/** The terms that say what a note is about, heaviest first. @param text of the whole file */
export function weightedTerms(note: Note, text: string): readonly WeightedTerm[] {
  const { body, folded } = noteText(note, text);
  const said = proseTerms(body);
  const inTitle = termsOf(note.title);
  const inHeadings = termsOf(
    headingSpans(folded)
      .map(([start, end]) => folded.slice(start, end))
      .join("\n"),
  );
  const all = new Map([...inTitle, ...said]);
  return [...all.values()]
    .map((term) => {
      const place = inTitle.has(term.key) ? IN_TITLE : inHeadings.has(term.key) ? IN_HEADING : 1;
      return { ...term, weight: place * (1 + Math.log(said.get(term.key)?.count ?? 1)) };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
}
