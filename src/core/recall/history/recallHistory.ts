import type { Note, NotePath } from "../../note/note.ts";
import { gistOf } from "./gist.ts";
import { KeptGists, type KeptGistsDeps } from "./keptGists.ts";
import { maybeRenamed, noteHistories } from "./noteHistories.ts";
import { type History, parseHistory } from "./parseHistory.ts";
import type { RecallEvent } from "./recallEvent.ts";
import { addition } from "./renderEvent.ts";

/** Where a history is kept. */
export interface HistoryStore {
  /** All of it; `undefined` where nothing was kept yet. @throws when it cannot be read */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Adds to its end what `compose` makes of its last lines, whatever others have added meanwhile.
   * @throws when it cannot be written; then nothing was added
   */
  append(compose: (lastLines: string) => string): Promise<void>;
}

type NoteHistories = ReadonlyMap<string, readonly RecallEvent[]>;

export interface HistoryOptions {
  /** How many notes to read at a time. */
  readonly concurrency: number;
  /** For the stamps of new events. */
  readonly timeZone: string;
  /** Told of the number of damaged lines, once for each number. */
  onDamage(count: number): void;
  /** Where gists are kept from one time to the next; they are made anew without. */
  readonly keep?: KeptGistsDeps;
}

const decoder = new TextDecoder();

/** The history of a notebook, read once and again when it has changed. */
export class RecallHistory {
  readonly #store: HistoryStore;
  readonly #options: HistoryOptions;
  readonly #gists = new WeakMap<Note, string>();
  readonly #keptGists: KeptGists | undefined;
  #reading: Promise<History> | undefined;
  #adding: Promise<void> = Promise.resolve();
  #toldDamage = 0;
  /** What was found out last, and of what. */
  #known:
    | {
        readonly events: readonly RecallEvent[];
        readonly notes: readonly Note[];
        readonly histories: Promise<NoteHistories>;
      }
    | undefined;

  constructor(store: HistoryStore, options: HistoryOptions) {
    this.#store = store;
    this.#options = options;
    this.#keptGists = options.keep && new KeptGists(options.keep);
  }

  /** Everything that happened. @throws when the file is there and cannot be read */
  read(): Promise<History> {
    const reading = this.#reading ?? this.#readAnew();
    this.#reading = reading;
    reading.catch(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    return reading;
  }

  async #readAnew(): Promise<History> {
    const bytes = await this.#store.read();
    const history = await parseHistory(decoder.decode(bytes ?? new Uint8Array()));
    const count = history.damaged.length;
    if (count > this.#toldDamage) this.#options.onDamage(count);
    this.#toldDamage = count;
    return history;
  }

  /** The file may be another now. */
  forget(): void {
    this.#reading = undefined;
  }

  /** Adds events, after those added before. They are on disk when it resolves. @throws when they cannot be written */
  add(events: readonly RecallEvent[]): Promise<void> {
    const { timeZone } = this.#options;
    const adding = this.#adding.then(async () => {
      await this.#store.append((lastLines) => addition(lastLines, events, timeZone));
      this.forget();
    });
    // What fails is told to whoever asked for it; the next one tries anew.
    this.#adding = adding.catch(() => undefined);
    return adding;
  }

  /** What happened to each note, by its id, also under names it had before. Texts are read only where a note has gone. */
  async ofNotes(notes: readonly Note[], readText: (path: NotePath) => Promise<string>): Promise<NoteHistories> {
    const { events } = await this.read();
    if (events.length === 0) return new Map();
    // Several ask after each change, of the same notes.
    const known = this.#known;
    if (known?.events === events && known.notes === notes) return known.histories;
    const histories = this.#findOut(events, notes, readText);
    this.#known = { events, notes, histories };
    return histories;
  }

  async #findOut(
    events: readonly RecallEvent[],
    notes: readonly Note[],
    readText: (path: NotePath) => Promise<string>,
  ): Promise<NoteHistories> {
    await this.#readGists(maybeRenamed(events, notes), readText);
    return noteHistories(events, notes, (note) => this.#gists.get(note));
  }

  async #readGists(notes: readonly Note[], readText: (path: NotePath) => Promise<string>): Promise<void> {
    const unknown = notes.filter((note) => !this.#gists.has(note));
    if (unknown.length === 0) return;
    for (const [note, gist] of (await this.#keptGists?.of(unknown)) ?? []) this.#gists.set(note, gist);
    const unread = unknown.filter((note) => !this.#gists.has(note));
    const newOnes = unread.length;
    const failed = new Set<Note>();
    const readOn = async (): Promise<void> => {
      for (let note = unread.pop(); note !== undefined; note = unread.pop()) {
        const isReadable = note.problem === undefined || note.problem.reason === "broken-front-matter";
        // A note that has gone meanwhile, or cannot be read, is found by nothing.
        const text = isReadable ? await readText(note.path).catch(() => undefined) : undefined;
        if (text === undefined) failed.add(note);
        this.#gists.set(note, text === undefined ? "" : gistOf(note, text));
      }
    };
    await Promise.all(Array.from({ length: this.#options.concurrency }, readOn));
    // The next window may be luckier with those.
    const read = notes.filter((note) => !failed.has(note));
    await this.#keptGists?.keep(new Map(read.map((note) => [note, this.#gists.get(note) ?? ""])), newOnes);
  }
}
