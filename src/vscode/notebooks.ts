import {
  CancellationError,
  Disposable,
  type Event,
  EventEmitter,
  type Memento,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import type { Engines } from "../core/engines.ts";
import type { CacheStore } from "../core/notebook/cacheStore.ts";
import { type Excluded, excludedBy } from "../core/notebook/exclude.ts";
import type { FirstCommits } from "../core/notebook/firstCommits.ts";
import type { RunGit } from "../core/publish/git/runGit.ts";
import { cacheFolderOf } from "./cacheStore.ts";
import { setContext } from "./context.ts";
import type { Conversation } from "./conversation/conversation.ts";
import type { FilesPort } from "./filesPort.ts";
import { describeError, type Log } from "./log.ts";
import { NotebookSession } from "./notebookSession.ts";
import { watchForReturn } from "./returning.ts";
import type { LiveSettings } from "./settings.ts";
import { watchFolder } from "./watcher.ts";

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
      const [uri] =
        (await window.showOpenDialog({
          canSelectFiles: false,
          canSelectFolders: true,
          openLabel: "노트 폴더로 쓰기",
          title: "토막글과 TIL을 둘 폴더를 골라 주세요",
        })) ?? [];
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
    const folders = workspace.workspaceFolders ?? [];
    const stated = this.#deps.settings.notebookPath;
    if (stated !== "") return this.#resolve(stated, folders[0]?.uri);
    if (folders.length === 1) return folders[0]?.uri;
    const chosen = this.#deps.memory.get<string>(CHOSEN_FOLDER);
    return folders.find(({ uri }) => uri.toString() === chosen)?.uri;
  }

  #resolve(stated: string, folder: Uri | undefined): Uri | undefined {
    const { home } = this.#deps.platform;
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(stated)) return Uri.parse(stated, true);
    if (stated === "~" || /^~[/\\]/.test(stated))
      return home && Uri.joinPath(home, stated.slice(1).replaceAll("\\", "/"));
    if (stated.startsWith("/") || /^[a-z]:[\\/]/i.test(stated)) {
      const file = Uri.file(stated);
      // In a remote window an absolute path is one of the remote machine's, reached as the open folder is.
      return home?.scheme === "file" || folder === undefined ? file : folder.with({ path: file.path });
    }
    return folder && Uri.joinPath(folder, stated.replaceAll("\\", "/"));
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
    const following = async (follow: () => Promise<boolean>): Promise<boolean> => {
      // Before it is read nobody looks; while it is stopped or away all of it is looked at again.
      if (session.phase !== "reading" && session.phase !== "inStep") return false;
      try {
        return await follow();
      } catch (error) {
        if (!(error instanceof CancellationError)) log.error("following the disk:", describeError(error));
        return false;
      }
    };
    const lookAgain = () => following(() => session.lookAgain());
    const watcher = watchFolder(session, {
      report: (changes) => following(() => session.follow(changes)),
      lookAgain,
    });
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
        watchForReturn(session, lookAgain),
        watcher,
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
    this.#current?.disposable.dispose();
    this.#current = undefined;
    this.#showState();
    this.#changed.fire();
    this.#notesChanged.fire();
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

async function pickFolder(folders: readonly WorkspaceFolder[]): Promise<WorkspaceFolder | undefined> {
  const picked = await window.showQuickPick(
    folders.map((folder) => ({ label: `$(folder) ${folder.name}`, description: folder.uri.fsPath, folder })),
    {
      title: "노트 폴더 고르기",
      placeHolder: "토막글과 TIL을 둘 폴더를 고르세요. 이 작업 영역에서는 다시 묻지 않아요.",
    },
  );
  return picked?.folder;
}
