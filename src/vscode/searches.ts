import { Disposable } from "vscode";
import type { NotePath } from "../core/note/note.ts";
import type { NoteSearch } from "../core/search/noteSearch.ts";
import { describeError, type Log } from "./log.ts";
import type { NotebookSession } from "./notebookSession.ts";
import type { Notebooks } from "./notebooks.ts";

interface OpenSearch {
  readonly session: NotebookSession;
  readonly search: Promise<NoteSearch>;
  readonly stop: () => void;
}

/** The search over the notebook of this window: made when it is first asked for, then kept in step with the notes. */
export class Searches extends Disposable {
  readonly #log: Log;
  readonly #subscription: Disposable;
  #open: OpenSearch | undefined;

  constructor(notebooks: Notebooks, log: Log) {
    super(() => {
      this.#subscription.dispose();
      this.#close();
    });
    this.#log = log;
    this.#subscription = notebooks.onDidChange(() => this.#close());
  }

  /** The search over a notebook, once its notes are read. From then on its texts are read as well, in the background. */
  of(session: NotebookSession): Promise<NoteSearch> {
    if (this.#open?.session !== session) {
      this.#close();
      this.#open = this.#over(session);
    }
    return this.#open.search;
  }

  #close(): void {
    this.#open?.stop();
    this.#open = undefined;
  }

  #over(session: NotebookSession): OpenSearch {
    const cancellation = { aborted: false };
    const changed = new Set<NotePath>();
    let search: NoteSearch | undefined;
    const follow = (): void => {
      if (search === undefined || changed.size === 0) return;
      search.follow(changed);
      changed.clear();
      this.#readTexts(search);
    };
    const subscription = session.onDidChange(({ read, removed }) => {
      for (const path of [...read, ...removed]) changed.add(path);
      follow();
    });
    const open = async (): Promise<NoteSearch> => {
      await session.show();
      if (!session.isShown) await session.load();
      const { files, index, concurrency, cache } = session;
      const openSearch = await session.engines.loadSearch();
      changed.clear();
      const stampOf = (path: NotePath) => session.stampOf(path);
      const made = await openSearch({ files, index, concurrency, cancellation, keep: { cache, stampOf } });
      search = made;
      follow();
      this.#readTexts(made);
      return made;
    };
    const opening = open();
    opening.catch(() => {
      // Whoever asked is told; the next one tries again.
      if (this.#open?.session === session) this.#close();
    });
    return {
      session,
      search: opening,
      stop: () => {
        cancellation.aborted = true;
        subscription.dispose();
      },
    };
  }

  #readTexts(search: NoteSearch): void {
    search.readTexts().catch((error: unknown) => this.#log.error("reading texts:", describeError(error)));
  }
}
