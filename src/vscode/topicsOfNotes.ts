import { Disposable, type Event, EventEmitter } from "vscode";
import { type Note, noteId } from "../core/note/note.ts";
import type { PostOfNote, TopicsOfNotebook } from "../core/recall/topics/readTopics.ts";
import type { NotebookSession } from "./notebookSession.ts";
import type { Notebooks } from "./notebooks.ts";
import type { RecallHistories } from "./recallHistories.ts";

/** Which notes are topics and which posts were begun from them, found out once and again when notes or their history change. */
export class TopicsOfNotes extends Disposable {
  readonly onDidChange: Event<void>;
  readonly #histories: RecallHistories;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #known: { readonly session: NotebookSession; readonly topics: Promise<TopicsOfNotebook> } | undefined;

  constructor(notebooks: Notebooks, histories: RecallHistories) {
    super(() => {
      this.#subscription.dispose();
      this.#changed.dispose();
    });
    this.#histories = histories;
    this.onDidChange = this.#changed.event;
    const forget = (): void => {
      this.#known = undefined;
      this.#changed.fire();
    };
    this.#subscription = Disposable.from(notebooks.onDidChangeNotes(forget), histories.onDidChange(forget));
  }

  /** Of a notebook whose notes are read. @throws Notice when the history cannot be read */
  of(session: NotebookSession): Promise<TopicsOfNotebook> {
    if (this.#known?.session === session) return this.#known.topics;
    const topics = this.#read(session);
    const known = { session, topics };
    this.#known = known;
    topics.catch(() => {
      // The next question tries again.
      if (this.#known === known) this.#known = undefined;
    });
    return topics;
  }

  /** The post that was begun from a note, while it is there. */
  async postOf(session: NotebookSession, note: Note): Promise<PostOfNote | undefined> {
    return (await this.of(session)).posts.get(noteId(note));
  }

  async #read(session: NotebookSession): Promise<TopicsOfNotebook> {
    const [{ readTopics }, histories] = await Promise.all([
      session.engines.loadTopics(),
      this.#histories.ofNotes(session),
    ]);
    return readTopics(session, histories);
  }
}

/** How a note's post is told of: `만료키에 실림`, `만료키: 쓰고 있는 글`. */
export function postLine({ title, state }: PostOfNote): string {
  return state === "published" ? `${title}에 실림` : `${title}: 쓰고 있는 글`;
}
