import type { Note, NotePath } from "../note/note.ts";
import type { NoteRules } from "../note/readNote.ts";
import { pause } from "../pause.ts";
import { type CachedFile, decodeCache, encodeCache } from "./cacheFormat.ts";
import type { CacheStore } from "./cacheStore.ts";
import {
  type CatchUpOptions,
  catchUp,
  type FileChanges,
  NotebookUnreachable,
  readChanged,
  type Survey,
  survey,
} from "./catchUp.ts";
import { type DiskChanges, filesToLookAt } from "./diskChanges.ts";
import type { Files } from "./files.ts";
import type { LoadOptions } from "./loadNotes.ts";
import { NotebookIndex } from "./notebookIndex.ts";
import type { Stamp } from "./stamp.ts";

/** What changed in the index at one go. */
export interface NotebookChange {
  readonly read: ReadonlySet<NotePath>;
  readonly removed: ReadonlySet<NotePath>;
}

export interface RecordsPorts {
  readonly files: Files;
  readonly cache: CacheStore;
  readonly rules: NoteRules;
  /** All that decides how a file is read into notes; a cache made under another one is not used. */
  readonly readingKey: string;
}

const CACHE_NAME = "notes";
const FILES_IN_ONE_GO = 1_000;

/**
 * A notebook's index with what is known of its files: shown from the cache, brought in step with the disk, kept in the
 * cache again. The disk always wins; what is wrong or missing in a cache costs reading, never a wrong note.
 */
export class NotebookRecords {
  readonly index = new NotebookIndex();
  readonly #ports: RecordsPorts;
  readonly #stamps = new Map<NotePath, Stamp>();
  #survey: Promise<Survey> | undefined;
  #unsaved = 0;

  constructor(ports: RecordsPorts) {
    this.#ports = ports;
  }

  /** What was known of a file when its notes were read. */
  stampOf(path: NotePath): Stamp | undefined {
    return this.#stamps.get(path);
  }

  /** How many files are other than in the cache as it was last read or written. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /**
   * Fills an empty index from the cache; answers whether that gave any notes. Meanwhile the disk is asked already, for
   * {@link catchUp} to compare.
   */
  async restore(options: LoadOptions): Promise<boolean> {
    const { files, cache } = this.#ports;
    const bytes = await cache.read(CACHE_NAME);
    if (bytes === undefined) return false;
    this.#survey = survey(files, true, options);
    // What it fails with is met where it is waited for.
    this.#survey.catch(() => undefined);
    await decodeCache(bytes, this.#ports.readingKey, (cached) => {
      this.index.apply({ read: new Map(cached.map(({ path, notes }) => [path, notes])) });
      for (const { path, stamp } of cached) this.#stamps.set(path, stamp);
    });
    return this.index.fileCount > 0;
  }

  /**
   * Brings all in step with the disk. When it was cancelled, what was done until then stays and need not be done again.
   * @throws NotebookUnreachable and leaves all as it was
   */
  async catchUp(options: CatchUpOptions): Promise<NotebookChange & Pick<FileChanges, "isComplete">> {
    const { files, rules } = this.#ports;
    const begun = this.#survey ?? survey(files, this.#stamps.size > 0, options);
    this.#survey = undefined;
    const known = { stamps: this.#stamps, indexed: this.index.paths() };
    const changes = await catchUp(files, await begun, known, rules, options);
    const read = new Map([...changes.read].filter(([path, notes]) => !this.#isKnownUnreadable(path, notes)));
    return { ...(await this.#apply({ ...changes, read })), isComplete: changes.isComplete };
  }

  /** A file that cannot be read has no stamp and is tried each time. */
  #isKnownUnreadable(path: NotePath, [note]: readonly Note[]): boolean {
    const known = this.index.statedIn(path)[0]?.problem;
    return note?.problem?.reason === "unreadable" && known?.reason === "unreadable";
  }

  /**
   * Brings in step what the disk told of, as one change.
   * @throws NotebookUnreachable when all is gone because the notebook's folder is
   */
  async follow(told: DiskChanges, options: CatchUpOptions): Promise<NotebookChange> {
    const { files, rules } = this.#ports;
    const { toRead, removed } = await filesToLookAt(told, this.index, files, options.cancellation);
    // An event says more than a stamp: all it names is read.
    const changes = await readChanged(files, [...toRead], new Map(), rules, options);
    if (!changes.isComplete) return { read: new Set(), removed: new Set() };
    for (const path of changes.removed) removed.add(path);
    // Asked last: it may have gone while its files were read.
    if (told.removed.size + removed.size > 0 && !(await files.isReachable()))
      throw new NotebookUnreachable("the folder went away");
    return this.#apply({ ...changes, removed });
  }

  /** Writes the cache, when something changed. An index without notes is not worth one, and may be a folder that is away. */
  async save(): Promise<void> {
    if (this.#unsaved === 0 || this.#stamps.size === 0) return;
    this.#unsaved = 0;
    await this.#ports.cache.write(CACHE_NAME, await encodeCache(this.#ports.readingKey, this.#files()));
  }

  /** In the order of the notes, which spares sorting them when they come back. */
  *#files(): Iterable<CachedFile> {
    const told = new Set<NotePath>();
    for (const { path } of this.index.notes()) {
      const stamp = this.#stamps.get(path);
      if (stamp === undefined || told.has(path)) continue;
      told.add(path);
      yield { path, stamp, notes: this.index.statedIn(path) };
    }
  }

  /** Notes and stamps of a file go in together, so that at any pause one fits the other. */
  async #apply({ read, removed, stamps }: FileChanges): Promise<NotebookChange> {
    const gone = new Set([...removed].filter((path) => this.index.has(path) && !read.has(path)));
    this.#unsaved += stamps.size + gone.size;
    this.index.apply({ removed: gone });
    for (const path of gone) this.#stamps.delete(path);
    let some = new Map<NotePath, readonly Note[]>();
    for (const [path, notes] of read) {
      some.set(path, notes);
      if (some.size < FILES_IN_ONE_GO) continue;
      this.#put(some, stamps);
      some = new Map();
      await pause();
    }
    this.#put(some, stamps);
    for (const [path, stamp] of stamps) if (!read.has(path)) this.#stamps.set(path, stamp);
    return { read: new Set(read.keys()), removed: gone };
  }

  #put(read: ReadonlyMap<NotePath, readonly Note[]>, stamps: ReadonlyMap<NotePath, Stamp>): void {
    this.index.apply({ read });
    for (const path of read.keys()) {
      const stamp = stamps.get(path);
      if (stamp === undefined) this.#stamps.delete(path);
      else this.#stamps.set(path, stamp);
    }
  }
}
