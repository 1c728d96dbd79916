import type { NotePath } from "../note/note.ts";
import type { Cancellation, Files } from "../notebook/files.ts";
import { readEach } from "../notebook/loadNotes.ts";
import { pause } from "../pause.ts";
import { decodeText } from "../text/decode.ts";
import type { Catalogue } from "./catalogue.ts";
import { headingLines, noteText } from "./noteText.ts";
import { LONGEST_TEXT, SegmentBuilder } from "./segmentBuilder.ts";
import type { TextIndex } from "./textIndex.ts";

/** Files between two pauses: a few milliseconds. */
const FILES_IN_ONE_GO = 16;

/** Files that are told of as done together. */
const FILES_AT_ONCE = 256;

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
  /** What has yet to be taken in. */
  readonly #read: [NotePath, Uint8Array][] = [];
  /** What has yet to be put in order. */
  readonly #full: { readonly builder: SegmentBuilder; readonly numbers: Int32Array }[] = [];
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
    const { files, concurrency, cancellation } = this.#deps;
    // Whoever asked goes on first.
    await pause();
    while (this.#pending.size > 0 && !cancellation.aborted) {
      const some = this.#queue.slice(this.#next, this.#next + FILES_AT_ONCE);
      this.#next += some.length;
      // One that changes from now on is asked for again.
      for (const path of some) this.#pending.delete(path);
      await readEach(
        files,
        some,
        { concurrency, cancellation },
        (path, contents) => {
          // A file that cannot be read has no text to find; the note shows what is wrong with it.
          if (contents !== undefined && "bytes" in contents) this.#read.push([path, contents.bytes]);
        },
        () => this.#takeIn(),
      );
      await this.#takeIn();
      if (this.#pending.size === 0) this.#closeBuilder();
      await this.#sealFull();
    }
  }

  /** What was read goes into the index, some files at a time: each takes longer than reading it did. */
  async #takeIn(): Promise<void> {
    while (this.#read.length > 0 && !this.#deps.cancellation.aborted) {
      for (const [path, bytes] of this.#read.splice(0, FILES_IN_ONE_GO)) this.#add(path, bytes);
      await pause();
      await this.#sealFull();
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
      if (this.#builder.isFull) this.#closeBuilder();
    }
  }

  /** What comes next goes into another segment. */
  #closeBuilder(): void {
    if (this.#numbers.length === 0) return;
    this.#full.push({ builder: this.#builder, numbers: Int32Array.from(this.#numbers) });
    this.#builder = new SegmentBuilder();
    this.#numbers = [];
  }

  async #sealFull(): Promise<void> {
    for (let next = this.#full.shift(); next !== undefined; next = this.#full.shift()) {
      const { builder, numbers } = next;
      await this.#deps.index.add({ segment: await builder.seal(pause), numbers }, pause);
    }
  }
}
