import { CancellationError, Disposable, type Event, EventEmitter, type TextDocument, Uri, workspace } from "vscode";
import type { Engines } from "../core/engines.ts";
import type { NotePath } from "../core/note/note.ts";
import type { NoteRules } from "../core/note/readNote.ts";
import type { CacheStore } from "../core/notebook/cacheStore.ts";
import { type CatchUpOptions, NotebookUnreachable } from "../core/notebook/catchUp.ts";
import type { DiskChanges } from "../core/notebook/diskChanges.ts";
import { type Excluded, excludedWithParents } from "../core/notebook/exclude.ts";
import type { Files } from "../core/notebook/files.ts";
import { datedByCommits, type FirstCommits } from "../core/notebook/firstCommits.ts";
import type { Notebook } from "../core/notebook/notebook.ts";
import type { NotebookIndex } from "../core/notebook/notebookIndex.ts";
import { type NotebookChange, NotebookRecords } from "../core/notebook/records.ts";
import type { Stamp } from "../core/notebook/stamp.ts";
import { noteRulesOf, readingKey } from "../core/settings/noteRules.ts";
import type { Settings } from "../core/settings/settings.ts";
import { decodeText } from "../core/text/decode.ts";
import { delayedSaving } from "./delayedSaving.ts";
import type { FilesPort } from "./filesPort.ts";

export type { NotebookChange } from "../core/notebook/records.ts";

export interface SessionPorts extends FilesPort {
  readonly cache: CacheStore;
  readonly engines: Engines;
  /** Of the product, as far as it decides how notes are read. */
  readonly readingVersion: string;
  /** When Git first saw each file, where notes without a day are to have that day. Never fails. */
  readonly firstCommits?: FirstCommits;
}

export interface SessionOptions {
  readonly settings: Settings;
  readonly excluded: Excluded;
  /** Reads every file, whatever a cache says of it. */
  readonly readsAnew?: boolean;
}

/** `away`: the notebook's folder cannot be read now. `stopped`: the person did not want to wait for the reading. */
export type SessionPhase = "idle" | "reading" | "stopped" | "away" | "inStep";

/** One open notebook: its folder, its files, and its index, kept in step with the disk. */
export class NotebookSession extends Disposable implements Notebook {
  readonly root: Uri;
  readonly files: Files;
  readonly append: FilesPort["append"];
  /** How many files are best read at a time. */
  readonly concurrency: number;
  readonly engines: Engines;
  /** What the notes cost to make again, kept for this notebook from one window to the next. */
  readonly cache: CacheStore;
  readonly index: NotebookIndex;
  readonly settings: Settings;
  readonly rules: NoteRules;
  /** Holds for every path in a folder that is left out as well. */
  readonly isExcluded: Excluded;
  /** The first change holds every file: as the cache has them, or as they were read. */
  readonly onDidChange: Event<NotebookChange>;
  readonly onDidChangePhase: Event<SessionPhase>;
  readonly #changed = new EventEmitter<NotebookChange>();
  readonly #phaseChanged = new EventEmitter<SessionPhase>();
  readonly #records: NotebookRecords;
  readonly #firstCommits: FirstCommits | undefined;
  readonly #readsAnew: boolean;
  readonly #saving: ReturnType<typeof delayedSaving>;
  #isDisposed = false;
  #isShown = false;
  #hasToldAll = false;
  #phase: SessionPhase = "idle";
  #restoring: Promise<void> | undefined;
  #loading: Promise<void> | undefined;
  #updating: Promise<unknown> = Promise.resolve();
  #stop = { aborted: false };
  #progress = { done: 0, total: 0 };

  constructor(root: Uri, ports: SessionPorts, { settings, excluded, readsAnew = false }: SessionOptions) {
    super(() => {
      this.#isDisposed = true;
      this.#stop.aborted = true;
      this.#saving.dispose();
      this.#changed.dispose();
      this.#phaseChanged.dispose();
    });
    this.root = root;
    this.files = ports.files;
    this.append = ports.append;
    this.engines = ports.engines;
    this.cache = ports.cache;
    this.concurrency = ports.concurrency;
    this.settings = settings;
    this.isExcluded = excludedWithParents(excluded);
    this.rules = noteRulesOf(settings);
    this.#records = new NotebookRecords({
      ...ports,
      rules: this.rules,
      readingKey: readingKey(ports.readingVersion, settings),
    });
    this.index = this.#records.index;
    this.#firstCommits = ports.firstCommits;
    this.#readsAnew = readsAnew;
    this.#saving = delayedSaving(this.#records);
    this.onDidChange = this.#changed.event;
    this.onDidChangePhase = this.#phaseChanged.event;
  }

  get phase(): SessionPhase {
    return this.#phase;
  }

  /** Whether every note has been read at least once, or found unchanged. */
  get isLoaded(): boolean {
    return this.#phase === "inStep";
  }

  /** Whether the index has all notes, be it as a cache has them. */
  get isShown(): boolean {
    return this.#isShown;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return this.#progress;
  }

  /** Resolves when there are rows to show: from the cache at once, otherwise when all is read or the reading has ended. */
  async show(): Promise<void> {
    await this.#restore();
    const loading = this.load().catch(unlessPhaseSaysIt);
    if (!this.#isShown) await loading;
  }

  /**
   * Brings the index in step with the disk once; further calls wait for the same, and for what the disk told of since.
   * @throws CancellationError when it was stopped, NotebookUnreachable when the folder is away; a later call tries again
   */
  load(): Promise<void> {
    this.#loading ??= this.#bringInStep().catch((error: unknown) => {
      // The next call tries again instead of meeting the same failure for ever.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Ends the reading. What was read stays and need not be read again. */
  stopLoading(): void {
    if (this.#phase === "reading") this.#stop.aborted = true;
  }

  #restore(): Promise<void> {
    this.#restoring ??= (async () => {
      if (this.#readsAnew || !(await this.#records.restore(this.#options())) || this.#isDisposed) return;
      this.#isShown = true;
      this.#tell({ read: new Set(), removed: new Set() });
    })();
    return this.#restoring;
  }

  async #bringInStep(): Promise<void> {
    this.#stop = { aborted: this.#isDisposed };
    this.#progress = { done: 0, total: 0 };
    this.#enter("reading");
    try {
      const commits = this.#firstCommits?.();
      await this.#restore();
      const { isComplete, ...read } = await this.#records.catchUp(this.#options());
      const days = isComplete && !this.#isDisposed ? await commits : undefined;
      if (this.#isDisposed) return;
      const dated = days && this.index.dateBy(datedByCommits(days, this.settings.dayRule));
      const change = { ...read, read: new Set([...read.read, ...(dated ?? [])]) };
      if (isComplete) this.#isShown = true;
      this.#enter(isComplete ? "inStep" : "stopped");
      this.#tell(change);
      if (!isComplete) throw new CancellationError();
    } catch (error) {
      if (error instanceof NotebookUnreachable) this.#enter("away");
      else if (this.#phase === "reading") this.#enter("idle");
      throw error;
    }
  }

  /** Brings the index in step after changes on disk, as one update; answers whether any of them was news. */
  follow(changes: DiskChanges): Promise<boolean> {
    const keep = (paths: ReadonlySet<NotePath>) => new Set([...paths].filter((path) => !this.isExcluded(path)));
    const told = { touched: keep(changes.touched), removed: keep(changes.removed) };
    return this.#update(() => this.#records.follow(told, this.#options()));
  }

  /** Compares every file with what is known of it, as at the start; answers whether any differed. */
  lookAgain(): Promise<boolean> {
    return this.#update(() => this.#records.catchUp(this.#options()));
  }

  /** One after the other: what was read earlier must not take the place of what was read later. */
  #update(make: () => Promise<NotebookChange>): Promise<boolean> {
    const updated = this.#updating.then(async () => {
      await this.load();
      try {
        const change = await make();
        return !this.#isDisposed && this.#tell(change);
      } catch (error) {
        if (!(error instanceof NotebookUnreachable)) throw error;
        this.#leave();
        return false;
      }
    });
    // What one fails with is met by its caller; the next one goes on all the same.
    this.#updating = updated.catch(() => undefined);
    return updated;
  }

  /** Brings all in step when the folder has come back; keeps what is known when it has gone. */
  async lookForFolder(): Promise<void> {
    if (this.#phase !== "inStep" && this.#phase !== "away") return;
    const isThere = await this.files.isReachable();
    if (!isThere && this.#phase === "inStep") this.#leave();
    // What goes wrong this time shows in the phase again.
    if (isThere && this.#phase === "away") await this.load().catch(unlessPhaseSaysIt);
  }

  #leave(): void {
    this.#loading = undefined;
    this.#enter("away");
  }

  /** Writes the cache now, if there is something to write. */
  save(): Promise<void> {
    return this.#records.save();
  }

  #options(): CatchUpOptions {
    return {
      concurrency: this.concurrency,
      cancellation: this.#stop,
      now: Date.now,
      onProgress: (done, total) => {
        this.#progress = { done, total };
      },
    };
  }

  /** Answers whether there was something to tell. */
  #tell(change: NotebookChange): boolean {
    const isFirst = !this.#hasToldAll && this.#isShown;
    if (isFirst) this.#hasToldAll = true;
    else if (change.read.size === 0 && change.removed.size === 0) return false;
    this.#changed.fire(isFirst ? { read: new Set(this.index.paths()), removed: new Set() } : change);
    this.#saving.noteChange();
    return true;
  }

  #enter(phase: SessionPhase): void {
    if (this.#isDisposed || phase === this.#phase) return;
    this.#phase = phase;
    this.#phaseChanged.fire(phase);
  }

  /** What was known of a file when its notes were read. */
  stampOf(path: NotePath): Stamp | undefined {
    return this.#records.stampOf(path);
  }

  uriOf(path: NotePath): Uri {
    return path === "" ? this.root : Uri.joinPath(this.root, path);
  }

  /** The path below the root, spelled as in the URI; `undefined` for what lies elsewhere. */
  pathOf(uri: Uri): NotePath | undefined {
    if (uri.scheme !== this.root.scheme || uri.authority !== this.root.authority) return undefined;
    const base = this.root.path.endsWith("/") ? this.root.path : `${this.root.path}/`;
    return uri.path.startsWith(base) ? uri.path.slice(base.length) : undefined;
  }

  /** A note's text as the person sees it: what is typed and not saved yet, else what is on disk. */
  async readText(path: NotePath): Promise<string> {
    return this.#unsaved(path)?.getText() ?? decodeText(await this.files.read(path)).text;
  }

  /** Whether something is typed in a file that is not on disk yet. */
  isUnsaved(path: NotePath): boolean {
    return this.#unsaved(path) !== undefined;
  }

  #unsaved(path: NotePath): TextDocument | undefined {
    const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
    // An address is put together for thousands of notes in a row.
    if (dirty.length === 0) return undefined;
    const uri = this.uriOf(path).toString();
    return dirty.find((document) => document.uri.toString() === uri);
  }
}

/** That reading was stopped, or that the folder is away, the view says by the phase; anything else is a failure. */
function unlessPhaseSaysIt(error: unknown): void {
  if (!(error instanceof CancellationError || error instanceof NotebookUnreachable)) throw error;
}
