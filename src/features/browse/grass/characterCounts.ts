import { Disposable } from "vscode";
import { countNote } from "../../../core/grass/countNote.ts";
import { type Note, type NotePath, noteId } from "../../../core/note/note.ts";
import type { Cancellation } from "../../../core/notebook/files.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";

const READ_AT_A_TIME = 8;
/** The longest the extension host is kept busy in one go, and how often progress is told. */
const LONGEST_STEP_MS = 20;

/** How much was written in each note of a session, counted when it is asked for and kept until the file changes. */
export class CharacterCounts extends Disposable {
  readonly session: NotebookSession;
  readonly #counts = new Map<NotePath, Map<string, number>>();
  readonly #subscription: Disposable;

  constructor(session: NotebookSession) {
    super(() => this.#subscription.dispose());
    this.session = session;
    this.#subscription = session.onDidChange(({ read, removed }) => {
      for (const path of [...read, ...removed]) this.#counts.delete(path);
    });
  }

  /** 0 for a note that is not counted. */
  of(note: Note): number {
    return this.#counts.get(note.path)?.get(noteId(note)) ?? 0;
  }

  /** Counts the notes that are not counted yet; stops when cancelled. */
  async count(
    notes: readonly Note[],
    cancellation: Cancellation,
    onProgress: (done: number, total: number) => void,
  ): Promise<void> {
    const toCount = notes.filter((note) => this.#counts.get(note.path)?.has(noteId(note)) !== true);
    let [next, done] = [0, 0];
    let pausedAt = performance.now();
    const breathe = async (): Promise<void> => {
      if (performance.now() - pausedAt < LONGEST_STEP_MS) return;
      onProgress(done, toCount.length);
      await new Promise((resolve) => setTimeout(resolve, 0));
      pausedAt = performance.now();
    };
    const countOn = async (): Promise<void> => {
      while (next < toCount.length && !cancellation.aborted) {
        const note = toCount[next++];
        if (note !== undefined) await this.#countOne(note, breathe);
        done++;
        await breathe();
      }
    };
    await Promise.all(Array.from({ length: READ_AT_A_TIME }, countOn));
  }

  async #countOne(note: Note, breathe: () => Promise<void>): Promise<void> {
    let counts = this.#counts.get(note.path);
    if (counts === undefined) {
      counts = new Map();
      this.#counts.set(note.path, counts);
    }
    // Kept in the map that a change of the file throws away, so that a count never outlives what it counted.
    counts.set(noteId(note), await this.#charactersIn(note, breathe));
  }

  /** A note that cannot be read, or is gone by now, counts as nothing; the tree shows what is wrong with it. */
  async #charactersIn(note: Note, breathe: () => Promise<void>): Promise<number> {
    if (note.problem?.reason === "too-large" || note.problem?.reason === "unreadable") return 0;
    try {
      return await countNote(note, await this.session.readText(note.path), breathe);
    } catch (error) {
      if (this.session.files.isMissing(error)) return 0;
      throw error;
    }
  }
}
