import { type CancellationToken, Disposable, type Event, EventEmitter, Uri, workspace } from "vscode";
import type { Engines } from "../core/engines.ts";
import { isMarkdownName } from "../core/note/fileName.ts";
import type { NotePath } from "../core/note/note.ts";
import type { NoteRules } from "../core/note/readNote.ts";
import type { CacheStore } from "../core/notebook/cacheStore.ts";
import { type Excluded, excludedWithParents } from "../core/notebook/exclude.ts";
import type { Cancellation, Files } from "../core/notebook/files.ts";
import { loadNotes } from "../core/notebook/loadNotes.ts";
import type { Notebook } from "../core/notebook/notebook.ts";
import { NotebookIndex } from "../core/notebook/notebookIndex.ts";
import { noteRulesOf } from "../core/settings/noteRules.ts";
import type { Settings } from "../core/settings/settings.ts";
import { decodeText } from "../core/text/decode.ts";
import type { DiskChanges } from "./watcher.ts";

export interface FilesPort {
  readonly files: Files;
  /** How many files to read at a time; best values measured for each kind of disk access. */
  readonly concurrency: number;
}

export interface SessionPorts extends FilesPort {
  readonly cache: CacheStore;
  readonly engines: Engines;
}

/** What changed in the index at one go. The first one after {@link NotebookSession.load} holds every file. */
export interface NotebookChange {
  readonly read: ReadonlySet<NotePath>;
  readonly removed: ReadonlySet<NotePath>;
}

/** One open notebook: its folder, its files, and its index, kept in step with the disk. */
export class NotebookSession extends Disposable implements Notebook {
  readonly root: Uri;
  readonly files: Files;
  readonly engines: Engines;
  /** What the notes cost to make again, kept for this notebook from one window to the next. */
  readonly cache: CacheStore;
  readonly index = new NotebookIndex();
  readonly settings: Settings;
  readonly rules: NoteRules;
  /** Holds for every path in a folder that is left out as well. */
  readonly isExcluded: Excluded;
  readonly onDidChange: Event<NotebookChange>;
  readonly #changed = new EventEmitter<NotebookChange>();
  readonly #concurrency: number;
  readonly #stopped = { aborted: false };
  #loading: Promise<void> | undefined;
  #progress = { done: 0, total: 0 };

  constructor(root: Uri, ports: SessionPorts, settings: Settings, excluded: Excluded) {
    super(() => {
      this.#stopped.aborted = true;
      this.#changed.dispose();
    });
    this.root = root;
    this.files = ports.files;
    this.engines = ports.engines;
    this.cache = ports.cache;
    this.#concurrency = ports.concurrency;
    this.settings = settings;
    this.isExcluded = excludedWithParents(excluded);
    this.rules = noteRulesOf(settings);
    this.onDidChange = this.#changed.event;
  }

  /** Whether every note has been read at least once. */
  isLoaded = false;

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return this.#progress;
  }

  /** Reads the whole notebook once; further calls wait for the same reading. */
  load(): Promise<void> {
    this.#loading ??= this.#readAll().catch((error: unknown) => {
      // The next call tries again instead of meeting the same failure for ever.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #readAll(): Promise<void> {
    const paths = await this.files.list(this.#stopped);
    const read = await loadNotes(this.files, paths, this.rules, {
      concurrency: this.#concurrency,
      cancellation: this.#stopped,
      onProgress: (done, total) => {
        this.#progress = { done, total };
      },
    });
    if (this.#stopped.aborted) return;
    this.index.apply({ read });
    this.isLoaded = true;
    this.#changed.fire({ read: new Set(read.keys()), removed: new Set() });
  }

  /** Brings the index in step after changes on disk, as one update. */
  async follow(changes: DiskChanges): Promise<void> {
    await this.load();
    const removed = new Set<NotePath>();
    const toRead = new Set<NotePath>();
    for (const path of changes.touched) {
      if (this.isExcluded(path)) continue;
      if (isMarkdownName(path)) toRead.add(path);
      // A folder that came: only it is told of, not what it brought.
      else for (const inside of await this.files.list(this.#stopped, path)) toRead.add(inside);
    }
    for (const path of changes.removed) {
      removed.add(path);
      for (const known of this.index.paths()) if (known.startsWith(`${path}/`)) removed.add(known);
    }
    if (removed.size === 0 && toRead.size === 0) return;
    const read = await loadNotes(this.files, [...toRead], this.rules, {
      concurrency: this.#concurrency,
      cancellation: this.#stopped,
    });
    if (this.#stopped.aborted) return;
    for (const path of toRead) if (!read.has(path)) removed.add(path);
    for (const path of read.keys()) removed.delete(path);
    this.index.apply({ read, removed });
    this.#changed.fire({ read: new Set(read.keys()), removed });
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
    const uri = this.uriOf(path).toString();
    const open = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
    return open?.getText() ?? decodeText(await this.files.read(path)).text;
  }
}

/** The editor's token in the core's terms. */
export function cancellationOf(token: CancellationToken): Cancellation {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}
