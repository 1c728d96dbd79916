import { type Note, noteId } from "../../note/note.ts";
import type { CacheStore } from "../../notebook/cacheStore.ts";
import { type Stamp, stampText } from "../../notebook/stamp.ts";
import { pause } from "../../pause.ts";
import { hashBytes } from "../../text/hashBytes.ts";

export interface KeptGistsDeps {
  readonly cache: CacheStore;
  /** What is known of a note's file as it lies on the disk; nothing is kept of a note without. */
  stampOf(note: Note): Stamp | undefined;
}

/** What a note and its file are known by, as long as both are the same. */
type Key = string;

const NAME = "gists";
/** Raised whenever a gist is made in another way, or what is below is written so. */
const FORMAT = "gists 1";
const IN_ONE_GO = 300;
/** Fewer texts are sooner read again than kept. */
const WORTH_KEEPING = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The gists of notes from one window to the next: where one note of the history is gone for good, the texts of all that it
 * may have become would be read again in each.
 */
export class KeptGists {
  readonly #deps: KeptGistsDeps;
  #kept: Promise<ReadonlyMap<Key, string>> | undefined;

  constructor(deps: KeptGistsDeps) {
    this.#deps = deps;
  }

  /** What is kept of these notes, and still true. */
  async of(notes: readonly Note[]): Promise<ReadonlyMap<Note, string>> {
    this.#kept ??= this.#read();
    const kept = await this.#kept;
    const found = new Map<Note, string>();
    await inGoes(notes, (note) => {
      const gist = kept.get(this.#keyOf(note) ?? "");
      if (gist !== undefined) found.set(note, gist);
    });
    return found;
  }

  /** Keeps these alone, if so many of them are new that it is worth it. */
  async keep(gists: ReadonlyMap<Note, string>, newOnes: number): Promise<void> {
    if (newOnes < WORTH_KEEPING) return;
    const kept = new Map<Key, string>();
    await inGoes([...gists], ([note, gist]) => {
      const key = this.#keyOf(note);
      if (key !== undefined) kept.set(key, gist);
    });
    this.#kept = Promise.resolve(kept);
    const lines = [...kept].map(([key, gist]) => `${key} ${gist}`);
    await this.#deps.cache.write(NAME, encoder.encode([FORMAT, ...lines].join("\n")));
  }

  async #read(): Promise<ReadonlyMap<Key, string>> {
    const bytes = await this.#deps.cache.read(NAME);
    const [format, ...lines] = decoder.decode(bytes ?? new Uint8Array()).split("\n");
    const kept = new Map<Key, string>();
    if (format !== FORMAT) return kept;
    await inGoes(lines, (line) => {
      const end = line.indexOf(" ");
      // What is damaged is under no key that is asked for.
      if (end > 0) kept.set(line.slice(0, end), line.slice(end + 1));
    });
    return kept;
  }

  #keyOf(note: Note): Key | undefined {
    const stamp = this.#deps.stampOf(note);
    if (stamp === undefined) return undefined;
    // A gist leaves out the title, wherever settings have the note's title from.
    const said = [noteId(note), note.range?.start, note.range?.end, note.title, stampText(stamp)];
    return hashBytes(encoder.encode(said.join("\n"))).toString(36);
  }
}

async function inGoes<T>(values: readonly T[], visit: (value: T) => void): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (index > 0 && index % IN_ONE_GO === 0) await pause();
    visit(value);
  }
}
