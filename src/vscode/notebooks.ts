import { Disposable, type Event, EventEmitter, type Memento, type Uri, workspace } from "vscode";
import type { Engines } from "../core/engines.ts";
import type { CacheStore } from "../core/notebook/cacheStore.ts";
import { type Excluded, excludedBy } from "../core/notebook/exclude.ts";
import type { FirstCommits } from "../core/notebook/firstCommits.ts";
import type { RunGit } from "../core/publish/git/runGit.ts";
import { cacheFolderOf } from "./cacheStore.ts";
import { setContext } from "./context.ts";
import type { Conversation } from "./conversation/conversation.ts";
import type { FilesPort } from "./filesPort.ts";
import { followDisk } from "./followDisk.ts";
import { describeError, type Log } from "./log.ts";
import { askFolder, notebookFolder, pickFolder } from "./notebookFolder.ts";
import { NotebookSession } from "./notebookSession.ts";
import type { LiveSettings } from "./settings.ts";

/** What the desktop and the web do differently. */
export interface Platform {
  /** Access to the files below a folder. */
  filesOf(root: Uri, excluded: Excluded): FilesPort;
  /** What Git tells of the files below a folder; left out where no program can be run. */
  firstCommitsBelow?(root: Uri): FirstCommits | undefined;
  /** A cache in a folder of the extension's own storage. */
  cacheIn(folder: Uri, report: (error: unknown) => void): CacheStore;
  readonly engines: Engines;
  /** A bundle of its own. */
  loadConversing(): Promise<{ readonly Conversation: typeof Conversation }>;
  /** Makes what runs the git at this path; left out where no program can be started. */
  gitOnDisk?(program: string, environment?: Readonly<Record<string, string | undefined>>): RunGit;
  /** The person's home, where there is one: `~` in the notebook's path. */
  readonly home?: Uri;
}

export interface NotebooksDeps {
  readonly platform: Platform;
  readonly settings: LiveSettings;
  readonly log: Log;
  /** Of the product, as far as it decides how notes are read. */
  readonly readingVersion: string;
  /** Remembers the folder picked in a workspace with several. */
  readonly memory: Memento;
  /** Where caches go: of a notebook that is the open folder, and of any other, which several windows may share. */
  readonly storage: { readonly ofWorkspace: Uri | undefined; readonly ofAll: Uri };
}

const CHOSEN_FOLDER = "chosenNotebookFolder";

/** Which folder is the notebook, and the session on it: from the setting, the one open folder, or the person's pick. */
export class Notebooks extends Disposable {
  readonly onDidChange: Event<void>;
  /** Another notebook, or another state of its notes. */
  readonly onDidChangeNotes: Event<void>;
  readonly #deps: NotebooksDeps;
  readonly #changed = new EventEmitter<void>();
  readonly #notesChanged = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** Whether the next session is to believe no cache. */
  #readsAnew = false;
  #current: { readonly session: NotebookSession; readonly disposable: Disposable } | undefined;

  constructor(deps: NotebooksDeps) {
    super(() => {
      this.#subscriptions.dispose();
      this.#current?.disposable.dispose();
      this.#changed.dispose();
      this.#notesChanged.dispose();
    });
    this.#deps = deps;
    this.onDidChange = this.#changed.event;
    this.onDidChangeNotes = this.#notesChanged.event;
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeWorkspaceFolders(() => this.#reopen()),
      workspace.onDidGrantWorkspaceTrust(() => this.#reopen()),
      deps.settings.onDidChange(() => this.#reopen()),
    );
  }

  /** For what needs no notebook. */
  get engines(): Engines {
    return this.#deps.platform.engines;
  }

  /** The notebook in this window, opened on first use; nothing is read yet. */
  get current(): NotebookSession | undefined {
    if (this.#current === undefined) {
      const root = this.#root();
      if (root !== undefined) this.#open(root, this.#readsAnew);
      this.#readsAnew = false;
      this.#showState();
    }
    return this.#current?.session;
  }

  /** The notebook if something has used it already; never opens one. */
  get opened(): NotebookSession | undefined {
    return this.#current?.session;
  }

  /** The notebook, asking the person for a folder when there is none to be had without; `undefined` when they would not say. */
  async require(): Promise<NotebookSession | undefined> {
    return this.current ?? (await this.choose());
  }

  /** Asks for the notebook's folder and remembers the answer. */
  async choose(): Promise<NotebookSession | undefined> {
    const folders = workspace.workspaceFolders ?? [];
    if (folders.length > 1) {
      const folder = await pickFolder(folders);
      if (folder === undefined) return undefined;
      await this.#deps.memory.update(CHOSEN_FOLDER, folder.uri.toString());
    } else {
      const uri = await askFolder();
      if (uri === undefined) return undefined;
      await this.#deps.settings.rememberNotebookForAllWindows(uri.scheme === "file" ? uri.fsPath : uri.toString());
    }
    this.#reopen();
    return this.current;
  }

  /** Reads everything again, as after a change the editor was not told of. */
  reload(): void {
    this.#readsAnew = true;
    this.#reopen();
  }

  /** Writes what would be lost with the window. */
  async save(): Promise<void> {
    await this.#current?.session.save();
  }

  #root(): Uri | undefined {
    return notebookFolder({
      stated: this.#deps.settings.notebookPath,
      chosen: this.#deps.memory.get<string>(CHOSEN_FOLDER),
      home: this.#deps.platform.home,
    });
  }

  #open(root: Uri, readsAnew: boolean): void {
    const { platform, settings, log, readingVersion } = this.#deps;
    const excluded = excludedBy(settings.current.exclude);
    const firstCommits = this.#firstCommitsBelow(root);
    const ports = {
      ...platform.filesOf(root, excluded),
      cache: this.#cacheOf(root),
      engines: platform.engines,
      readingVersion,
      ...(firstCommits && { firstCommits }),
    };
    const openedAt = performance.now();
    let isFirst = true;
    const session = new NotebookSession(root, ports, { settings: settings.current, excluded, readsAnew });
    this.#current = {
      session,
      disposable: Disposable.from(
        session.onDidChange(({ read, removed }) => {
          const since = isFirst ? `; first rows after ${Math.round(performance.now() - openedAt)} ms` : "";
          isFirst = false;
          log.info(`${read.size} files read, ${removed.size} removed, ${session.index.fileCount} in all${since}`);
          this.#showState();
          this.#notesChanged.fire();
        }),
        session.onDidChangePhase((phase) => {
          this.#showState();
          // Notes of the cache that turned out to be right are told of once more: what counts on them may do so now.
          if (phase === "inStep") this.#notesChanged.fire();
        }),
        followDisk(session, log),
        session,
      ),
    };
  }

  /** A program is run for a folder only when it is asked for, and the folder is trusted. */
  #firstCommitsBelow(root: Uri): FirstCommits | undefined {
    const { platform, settings, log } = this.#deps;
    if (!settings.current.dateFromGit) return undefined;
    const ask = workspace.isTrusted ? platform.firstCommitsBelow?.(root) : undefined;
    if (ask === undefined) log.warn("no days from Git: no program can be run for this folder");
    return (
      ask &&
      (() =>
        ask().catch((error: unknown) => {
          log.warn("no days from Git:", describeError(error));
          return new Map();
        }))
    );
  }

  #cacheOf(root: Uri): CacheStore {
    const { platform, storage, log } = this.#deps;
    const isOpenFolder = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === root.toString()) ?? false;
    const folder = cacheFolderOf((isOpenFolder ? storage.ofWorkspace : undefined) ?? storage.ofAll, root);
    return platform.cacheIn(folder, (error) => log.warn("the cache:", describeError(error)));
  }

  #reopen(): void {
    const before = this.#current?.session;
    this.#current?.disposable.dispose();
    this.#current = undefined;
    this.#showState();
    this.#changed.fire();
    this.#notesChanged.fire();
    // A notebook that was read stays so: what counts on its notes may be on show while no view is that would open it.
    if (before?.isShown && before.root.toString() === this.#root()?.toString())
      this.current?.show().catch((error: unknown) => this.#deps.log.error("reading again:", describeError(error)));
  }

  #showState(): void {
    const session = this.#current?.session;
    if (session === undefined) {
      const several = this.#root() === undefined && (workspace.workspaceFolders?.length ?? 0) > 1;
      if (several) setContext("state", "choose");
      else setContext("state", this.#root() === undefined ? "none" : "loading");
    } else if (session.index.fileCount > 0) {
      setContext("state", "ready");
    } else {
      setContext("state", session.isLoaded ? "empty" : "loading");
    }
  }
}
