import { tagKey } from "../../note/frontMatter/tags.ts";
import { type Note, noteId } from "../../note/note.ts";
import type { Cancellation } from "../../notebook/files.ts";
import { byDate } from "../../notebook/order.ts";
import { pause } from "../../pause.ts";
import type { NoteSearch } from "../../search/noteSearch.ts";
import { exactPattern } from "../../text/hangul.ts";
import { noteTerms, weightedTerms } from "./noteTerms.ts";
import { hasTerm, termsOf } from "./terms.ts";

/** A note that has to do with another, and what they share, the rarest first. */
export interface RelatedNote {
  readonly note: Note;
  /** As the other note spells them. */
  readonly tags: readonly string[];
  /** As the other note has them. */
  readonly terms: readonly string[];
}

export interface RelatedRequest {
  readonly note: Note;
  /** Of its whole file, as the person sees it now. */
  readonly text: string;
  readonly limit: number;
  readonly cancellation: Cancellation;
  /** Tags that say nothing of what a note is about, such as those of favourites. */
  readonly ignoredTags?: readonly string[];
  /** Notes that are never meant. */
  isLeftOut?(note: Note): boolean;
}

/** Terms and texts between two pauses: a few milliseconds each. */
const TERMS_IN_ONE_GO = 4;
const TEXTS_IN_ONE_GO = 4;
/** So many of the likeliest notes are read, for each that is asked for. */
const READ_FOR_ONE = 4;
/** A term or tag of more notes than this share relates none to another; in a small notebook, of more than a few. */
const RARE_SHARE = 0.1;
const RARE_AT_LEAST = 5;

/** A tag is the person's own word for what a note is about. */
const AS_TAG = 2.5;
/** What is far below the best is there by chance. */
const SHARE_OF_BEST = 0.15;

/** Marks of a note for one term. */
const TITLE = 1;
const HEADING = 2;
const TEXT = 4;

interface Clue {
  readonly shown: string;
  readonly key: string;
  /** How much sharing it tells: its rarity (idf) by its weight in the note. */
  readonly value: number;
  readonly kind: "tag" | "term";
}

/**
 * The notes that have to do with a note, by rare tags and words they share, best first. The index of texts tells which
 * notes may have a word; only the likeliest are read. Needs {@link NoteSearch.readTexts} to have ended: what is not in
 * the index is found by its title and tags alone.
 */
export async function findRelated(search: NoteSearch, request: RelatedRequest): Promise<readonly RelatedNote[]> {
  const { note, cancellation, limit } = request;
  const { catalogue } = search;
  const own = catalogue.numberOf(note);
  /** What each note may share, by the catalogue's numbers. */
  const clues = new Map<number, Clue[]>();
  const isMeant = (number: number): boolean => {
    const other = catalogue.noteAt(number);
    return other !== undefined && number !== own && isRelatable(other, request);
  };
  const take = (numbers: readonly number[], clue: Omit<Clue, "value">, weight: number, count: number): void => {
    // The note itself is one of them.
    const most = Math.max(RARE_AT_LEAST, count * RARE_SHARE);
    if (numbers.length > most) return;
    const value = weight * Math.log(1 + count / (1 + numbers.length));
    for (const number of numbers) {
      if (!isMeant(number)) continue;
      const known = clues.get(number);
      if (known === undefined) clues.set(number, [{ ...clue, value }]);
      else known.push({ ...clue, value });
    }
  };

  const count = countNotes(search);
  const ignored = new Set(request.ignoredTags?.map(tagKey));
  const tags = note.tags.filter((tag) => !ignored.has(tagKey(tag)));
  for (const { tag, numbers } of notesByTag(search, tags)) {
    take(numbers, { shown: tag, key: tagKey(tag), kind: "tag" }, AS_TAG, count);
  }
  await pause();
  for (const [index, term] of weightedTerms(note, request.text).entries()) {
    if (index % TERMS_IN_ONE_GO === TERMS_IN_ONE_GO - 1) await pause();
    if (cancellation.aborted) return [];
    take(notesWithTerm(search, term.key), { shown: term.shown, key: term.key, kind: "term" }, term.weight, count);
  }
  const likely = [...clues]
    .flatMap(([number, found]) => {
      const other = catalogue.noteAt(number);
      return other === undefined ? [] : [{ note: other, clues: found, score: sumOf(found) }];
    })
    .sort((a, b) => b.score - a.score || byDate(b.note, a.note))
    .slice(0, limit * READ_FOR_ONE);
  await pause();
  const sure: { readonly note: Note; readonly clues: readonly Clue[]; readonly score: number }[] = [];
  for (const [index, { note: other, clues: found }] of likely.entries()) {
    if (index % TEXTS_IN_ONE_GO === TEXTS_IN_ONE_GO - 1) await pause();
    if (cancellation.aborted) return [];
    const shared = await confirmed(search, other, found);
    const { length: terms } = shared.filter(({ kind }) => kind === "term");
    // One word in common is chance, unless it is a tag or what the other note is called.
    const isSure = shared.length > terms || terms > 1 || shared.some(({ key }) => hasTerm(termsOf(other.title), key));
    if (isSure && shared.length > 0) sure.push({ note: other, clues: shared, score: sumOf(shared) });
  }
  sure.sort((a, b) => b.score - a.score || byDate(b.note, a.note));
  const least = (sure[0]?.score ?? 0) * SHARE_OF_BEST;
  return sure
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ note: other, clues: found }) => ({
      note: other,
      tags: shownOf(found, "tag"),
      terms: shownOf(found, "term"),
    }));
}

/** Retros and posts are made of other notes, and what is left out of months (templates, lists) is about all of them. */
function isRelatable(note: Note, { isLeftOut, note: own }: RelatedRequest): boolean {
  if (note.kind === "retro" || note.kind === "post" || note.leftOut !== undefined) return false;
  return noteId(note) !== noteId(own) && isLeftOut?.(note) !== true;
}

function countNotes({ catalogue }: NoteSearch): number {
  let count = 0;
  for (let number = 0; number < catalogue.size; number++) if (catalogue.noteAt(number) !== undefined) count++;
  return count;
}

function notesByTag(
  { catalogue }: NoteSearch,
  tags: readonly string[],
): readonly { readonly tag: string; readonly numbers: readonly number[] }[] {
  const byKey = new Map(tags.map((tag) => [tagKey(tag), { tag, numbers: [] as number[] }]));
  if (byKey.size === 0) return [];
  for (let number = 0; number < catalogue.size; number++) {
    const keys = new Set(catalogue.noteAt(number)?.tags.map(tagKey));
    for (const key of keys) byKey.get(key)?.numbers.push(number);
  }
  return [...byKey.values()];
}

function notesWithTerm({ catalogue, texts }: NoteSearch, key: string): readonly number[] {
  const pattern = exactPattern(key);
  const marks = new Uint8Array(catalogue.size);
  catalogue.markTitles(pattern, marks, TITLE);
  texts.mark(pattern, marks, HEADING, TEXT);
  const numbers: number[] = [];
  for (let number = 0; number < marks.length; number++) {
    if (marks[number] !== 0 && catalogue.noteAt(number) !== undefined) numbers.push(number);
  }
  return numbers;
}

/** What of the clues holds in the note's text as it is: the index also finds words that merely have the same pairs of letters. */
async function confirmed(search: NoteSearch, note: Note, clues: readonly Clue[]): Promise<readonly Clue[]> {
  if (clues.every(({ kind }) => kind === "tag")) return clues;
  const text = await search.textOf(note);
  const terms = noteTerms(note, text?.body ?? "");
  return clues.filter(({ kind, key }) => kind === "tag" || hasTerm(terms, key));
}

function sumOf(clues: readonly Clue[]): number {
  return clues.reduce((sum, { value }) => sum + value, 0);
}

/** A tag that is a word of the note as well is told once. */
function shownOf(clues: readonly Clue[], kind: Clue["kind"]): readonly string[] {
  const tags = new Set(clues.filter((clue) => clue.kind === "tag").map(({ key }) => key));
  return clues
    .filter((clue) => clue.kind === kind && (kind === "tag" || !tags.has(clue.key)))
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
    .map(({ shown }) => shown);
}
