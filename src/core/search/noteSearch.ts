import type { Day } from "../calendar/day.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Cancellation, Files } from "../notebook/files.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";
import { pause } from "../pause.ts";
import { Catalogue } from "./catalogue.ts";
import { passesFilters } from "./filterNotes.ts";
import { LookedInto } from "./lookedInto.ts";
import { type MatchedLine, matchText, type TextMatch } from "./matchText.ts";
import type { NoteText } from "./noteText.ts";
import { isEmptyQuery, readSearchQuery, type SearchQuery, type SearchWord } from "./searchQuery.ts";
import { TextIndex } from "./textIndex.ts";
import { TextIndexer } from "./textIndexer.ts";
import { TextStore, type TextStoreDeps } from "./textStore.ts";

/** Where the words of a query are found, best first. A note with words in several places counts as the last of them. */
export type SearchLevel = "title" | "tag" | "heading" | "body";

export interface SearchHit {
  readonly note: Note;
  readonly level: SearchLevel;
  /** For a heading or a body: the line that shows the match. */
  readonly line?: MatchedLine;
}

export interface SearchOptions {
  readonly today: Day;
  /** How many notes are found at most. */
  readonly limit: number;
  readonly cancellation: Cancellation;
  /** Looks into every text that is not in the index yet, however many they are. */
  readonly thorough?: boolean;
  /** What is found in titles and tags, before any text is read. */
  onNamed?(hits: readonly SearchHit[]): void;
}

export interface NoteSearchDeps {
  readonly files: Files;
  readonly index: NotebookIndex;
  /** How many files are read at a time. */
  readonly concurrency: number;
  readonly cancellation: Cancellation;
  /** Where the index of texts is kept from one time to the next; it is made anew without. */
  readonly keep?: Pick<TextStoreDeps, "cache" | "stampOf">;
}

/** Files put into the catalogue between two pauses. */
const FILES_IN_ONE_GO = 2_000;

/** Notes held against the marks and filters between two pauses. */
const NOTES_IN_ONE_GO = 25_000;

/** So many notes that are not in the index yet are looked into by every search; more would keep it waiting. */
const FEW = 64;

/** Marks of a note for one word. */
const TITLE = 1;
const TAG = 2;
const HEADING = 4;
const TEXT = 8;

/** Finds notes by what stands in them: exactly, newest first at each level. Titles and tags are in memory, texts in an index. */
export class NoteSearch {
  readonly texts: TextIndex;
  readonly indexer: TextIndexer;
  readonly catalogue = new Catalogue();
  readonly #index: NotebookIndex;
  readonly #lookedInto: LookedInto;
  readonly #concurrency: number;
  readonly #store: TextStore | undefined;
  #restoring: Promise<void> | undefined;
  #isRestored = false;
  #readings = 0;
  /** The catalogue's numbers, newest first, undated last; made anew after a change. */
  #order: Int32Array | undefined;

  private constructor({ files, index, concurrency, cancellation, keep }: NoteSearchDeps) {
    this.#index = index;
    this.#concurrency = concurrency;
    this.#lookedInto = new LookedInto(files);
    this.texts = new TextIndex(this.catalogue);
    this.indexer = new TextIndexer({
      files,
      catalogue: this.catalogue,
      index: this.texts,
      concurrency,
      cancellation,
    });
    this.#store = keep && new TextStore({ ...keep, catalogue: this.catalogue, index: this.texts });
  }

  /** A search over all notes of an index, which is made with pauses; changes meanwhile have to be followed after it. */
  static async over(deps: NoteSearchDeps): Promise<NoteSearch> {
    const search = new NoteSearch(deps);
    let count = 0;
    for (const path of [...deps.index.paths()]) {
      search.catalogue.replace(path, deps.index.notesIn(path));
      if (++count % FILES_IN_ONE_GO === 0) await pause();
    }
    return search;
  }

  /** Takes in what changed, once the notebook's index has it. Texts are read when {@link readTexts} is called. */
  follow(paths: Iterable<NotePath>): void {
    for (const path of paths) {
      this.#lookedInto.forget(path);
      this.catalogue.replace(path, this.#index.notesIn(path));
    }
    this.#order = undefined;
  }

  /** A note's text as it is on disk; `undefined` when it cannot be read. */
  textOf(note: Note): Promise<NoteText | undefined> {
    return this.#lookedInto.textOf(note);
  }

  /** The share of texts that can be searched, 0–1, while so many are not yet that a search leaves them out; else undefined. */
  get progress(): number | undefined {
    return this.#readings === 0 ? undefined : this.#isRestored ? this.indexer.progress : 0;
  }

  /** Brings the index of texts up to date, in the background: first what is kept of it, then the newest notes. */
  async readTexts(): Promise<void> {
    const restoring = !this.#isRestored;
    if (restoring) this.#readings++;
    this.#restoring ??= this.#store?.restore() ?? Promise.resolve();
    await this.#restoring;
    this.#isRestored = true;
    const paths = this.#unread();
    const isLong = paths.length > FEW;
    if (isLong) this.#readings++;
    if (restoring) this.#readings--;
    try {
      await this.indexer.read(paths);
    } finally {
      if (isLong) this.#readings--;
    }
    if (!this.indexer.isRunning) await this.#store?.save();
  }

  #unread(): readonly NotePath[] {
    const paths: NotePath[] = [];
    for (const number of this.#newestFirst()) {
      const note = this.catalogue.noteAt(number);
      if (note !== undefined && !this.texts.has(number)) paths.push(note.path);
    }
    return paths;
  }

  async search(input: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    const query = readSearchQuery(input, options.today);
    if (query.words.length === 0) return this.#filtered(query, options);
    return this.#found(query, options);
  }

  async #filtered(query: SearchQuery, { limit, cancellation }: SearchOptions): Promise<readonly SearchHit[]> {
    const hits: SearchHit[] = [];
    let looked = 0;
    for (const number of this.#newestFirst()) {
      if (++looked % NOTES_IN_ONE_GO === 0) await pause();
      if (cancellation.aborted) return [];
      const note = this.catalogue.noteAt(number);
      if (note === undefined || !(isEmptyQuery(query) || passesFilters(note, query))) continue;
      hits.push({ note, level: query.tags.length > 0 ? "tag" : "title" });
      if (hits.length >= limit) break;
    }
    return hits;
  }

  async #found(query: SearchQuery, options: SearchOptions): Promise<readonly SearchHit[]> {
    const { limit, cancellation } = options;
    const marks: Uint8Array[] = [];
    for (const word of query.words) {
      marks.push(this.#marksOf(word));
      // A keystroke that came meanwhile is heard here.
      await pause();
      if (cancellation.aborted) return [];
    }
    const { titled, tagged, inHeading, inText } = await this.#candidates(query, marks, options);
    if (cancellation.aborted) return [];
    const hits = [...titled, ...tagged].slice(0, limit);
    if (hits.length === limit) return hits;
    options.onNamed?.(hits);
    const looked = new Map<number, TextMatch | undefined>();
    for (const [numbers, level] of [
      [inHeading, "heading"],
      [inText, "body"],
    ] as const) {
      await this.#lookInto(numbers, looked, query, marks, cancellation, (note, match) => {
        if (match.level === level) hits.push({ note, level, line: match.line });
        return hits.length < limit;
      });
      if (hits.length === limit || cancellation.aborted) break;
    }
    return hits;
  }

  #marksOf(word: SearchWord): Uint8Array {
    const marks = new Uint8Array(this.catalogue.size);
    this.catalogue.markTitles(word, marks, TITLE);
    this.catalogue.markTags(word, marks, TAG);
    this.texts.mark(word, marks, HEADING, TEXT);
    return marks;
  }

  /** Notes that the marks let through, by the level they are on or may be on, each newest first. */
  async #candidates(query: SearchQuery, marks: readonly Uint8Array[], options: SearchOptions) {
    const { limit, cancellation, thorough = false } = options;
    const titled: SearchHit[] = [];
    const tagged: SearchHit[] = [];
    const inHeading: number[] = [];
    const inText: number[] = [];
    let unknown = 0;
    let looked = 0;
    for (const number of this.#newestFirst()) {
      if (++looked % NOTES_IN_ONE_GO === 0) await pause();
      if (cancellation.aborted) break;
      const isKnown = this.texts.has(number);
      if (!isKnown) unknown++;
      const open = !isKnown && (thorough || unknown <= FEW) ? HEADING | TEXT : 0;
      const level = levelOf(marks, number, open);
      if (level === 0) continue;
      const note = this.catalogue.noteAt(number);
      if (note === undefined || !passesFilters(note, query)) continue;
      if (level === TITLE) titled.push({ note, level: "title" });
      else if (level === TAG) tagged.push({ note, level: "tag" });
      else {
        if (level === HEADING) inHeading.push(number);
        inText.push(number);
      }
      if (titled.length === limit) break;
    }
    return { titled, tagged, inHeading, inText };
  }

  /** Reads candidates in order, some at a time, and shows each match until `take` has enough. */
  async #lookInto(
    numbers: readonly number[],
    looked: Map<number, TextMatch | undefined>,
    query: SearchQuery,
    marks: readonly Uint8Array[],
    cancellation: Cancellation,
    take: (note: Note, match: TextMatch) => boolean,
  ): Promise<void> {
    for (let from = 0; from < numbers.length && !cancellation.aborted; from += this.#concurrency) {
      const batch = numbers.slice(from, from + this.#concurrency);
      await Promise.all(
        batch.map(async (number) => {
          const note = this.catalogue.noteAt(number);
          if (note === undefined || looked.has(number)) return;
          const text = await this.#lookedInto.textOf(note);
          const wanted = query.words.filter((_, index) => ((marks[index]?.[number] ?? 0) & (TITLE | TAG)) === 0);
          looked.set(number, text && matchText(text, wanted, query.words));
        }),
      );
      for (const number of batch) {
        const note = this.catalogue.noteAt(number);
        const match = looked.get(number);
        if (note !== undefined && match !== undefined && !take(note, match)) return;
      }
      await pause();
    }
  }

  #newestFirst(): Int32Array {
    if (this.#order !== undefined) return this.#order;
    const notes = this.#index.notes();
    const order = new Int32Array(notes.length);
    const firstUndated = notes.findLastIndex(({ date }) => date !== undefined) + 1;
    let count = 0;
    const push = (note: Note | undefined): void => {
      const number = note && this.catalogue.numberOf(note);
      if (number !== undefined) order[count++] = number;
    };
    for (let index = firstUndated - 1; index >= 0; index--) push(notes[index]);
    for (let index = firstUndated; index < notes.length; index++) push(notes[index]);
    this.#order = order.subarray(0, count);
    return this.#order;
  }
}

/** The last of the levels that the words are found on, each on its best: 0 when one is found nowhere. */
function levelOf(marks: readonly Uint8Array[], number: number, open: number): number {
  let level = 0;
  for (const ofWord of marks) {
    const mark = (ofWord[number] ?? 0) | open;
    if (mark === 0) return 0;
    // Levels are bits in their order, so the best is the lowest.
    level = Math.max(level, mark & -mark);
  }
  return level;
}
