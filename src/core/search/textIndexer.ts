import type { NotePath } from "../note/note.ts";
import type { Cancellation, Files } from "../notebook/files.ts";
import { pause } from "../pause.ts";
import { decodeText } from "../text/decode.ts";
import type { Catalogue } from "./catalogue.ts";
import { headingLines, noteText } from "./noteText.ts";
import { LONGEST_TEXT, SegmentBuilder } from "./segmentBuilder.ts";
import type { TextIndex } from "./textIndex.ts";

/** Files between two pauses: a few milliseconds. */
const FILES_IN_ONE_GO = 32;

export interface TextIndexerDeps {
  readonly files: Files;
  readonly catalogue: Catalogue;
  readonly index: TextIndex;
  /** How many files are read at a time. */
  readonly concurrency: number;
  readonly cancellation: Cancellation;
}

/** Reads files into the text index, in the background: with pauses, one run at a time. */
export class TextIndexer {
  readonly #deps: TextIndexerDeps;
  readonly #pending = new Set<NotePath>();
  /** The same in order. A set is slow to tell its first member again and again. */
  #queue: NotePath[] = [];
  #next = 0;
  #running: Promise<void> | undefined;
  #builder = new SegmentBuilder();
  #numbers: number[] = [];
  #asked = 0;

  constructor(deps: TextIndexerDeps) {
    this.#deps = deps;
  }

  /** Of the files asked for since the index was last complete, how many are in it: 0–1; 1 when nothing is left to do. */
  get progress(): number {
    return this.#asked === 0 ? 1 : 1 - this.#pending.size / this.#asked;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Reads these files, those asked for last after the rest. Resolves when nothing is left to read. */
  read(paths: Iterable<NotePath>): Promise<void> {
    for (const path of paths) {
      if (this.#pending.has(path)) continue;
      this.#asked++;
      this.#pending.add(path);
      this.#queue.push(path);
    }
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#asked = this.#pending.size;
      this.#queue = [...this.#pending];
      this.#next = 0;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { concurrency, cancellation } = this.#deps;
    // Whoever asked goes on first.
    await pause();
    while (this.#pending.size > 0 && !cancellation.aborted) {
      await Promise.all(Array.from({ length: Math.min(concurrency, this.#pending.size) }, () => this.#readOn()));
      await this.#seal();
    }
  }

  async #readOn(): Promise<void> {
    const { files, cancellation } = this.#deps;
    for (let count = 1; !cancellation.aborted; count++) {
      const path = this.#queue[this.#next];
      if (path === undefined) return;
      this.#next++;
      this.#pending.delete(path);
      const bytes = await readFile(files, path);
      if (bytes !== undefined) this.#add(path, bytes);
      if (this.#builder.isFull) await this.#seal();
      else if (count % FILES_IN_ONE_GO === 0) await pause();
    }
  }

  #add(path: NotePath, bytes: Uint8Array): void {
    const { catalogue } = this.#deps;
    const { text } = decodeText(bytes);
    for (const number of catalogue.numbersIn(path)) {
      const note = catalogue.noteAt(number);
      if (note === undefined || note.problem?.reason === "too-large") continue;
      const { folded } = noteText(note, text);
      if (folded.length > LONGEST_TEXT) continue;
      this.#builder.add(folded, headingLines(folded));
      this.#numbers.push(number);
    }
  }

  async #seal(): Promise<void> {
    const builder = this.#builder;
    const numbers = Int32Array.from(this.#numbers);
    if (numbers.length === 0) return;
    this.#builder = new SegmentBuilder();
    this.#numbers = [];
    await this.#deps.index.add({ segment: await builder.seal(pause), numbers }, pause);
  }
}

/** A file that cannot be read has no text to find; the note shows what is wrong with it. */
async function readFile(files: Files, path: NotePath): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
