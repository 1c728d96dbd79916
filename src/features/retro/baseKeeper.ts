import { Disposable, type Event, EventEmitter, FileSystemError, type Uri, workspace } from "vscode";
import type { BaseFile, FileOfDraft } from "../../core/retro/planRetro.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";

export interface RetroStep {
  readonly session: NotebookSession;
  /** The draft's address. */
  readonly uri: string;
  readonly before: { readonly post: string; readonly base: string | undefined };
  readonly after: { readonly post: string; readonly base: BaseFile };
}

/**
 * Keeps what was generated last in step with the draft on disk: it is written once the updated draft is saved, and put
 * back when the update is undone and saved. Until then a merge from the older base gives the same result.
 */
export class BaseKeeper extends Disposable {
  /** Fires when what was generated last has been written. */
  readonly onDidWrite: Event<void>;
  readonly #written = new EventEmitter<void>();
  readonly #steps = new Map<string, RetroStep>();
  readonly #log: Log;
  readonly #subscription: Disposable;

  constructor(log: Log) {
    super(() => {
      this.#subscription.dispose();
      this.#written.dispose();
    });
    this.#log = log;
    this.onDidWrite = this.#written.event;
    this.#subscription = workspace.onDidSaveTextDocument(async (document) => {
      try {
        await this.#follow(document.uri.toString(), document.getText());
      } catch (error) {
        this.#log.error("keeping the base of a retro:", describeError(error));
      }
    });
  }

  /** Remembers an update of a draft; `isSaved` when its text is on disk already. */
  async remember(step: RetroStep, isSaved: boolean): Promise<void> {
    this.#steps.set(step.uri, step);
    if (isSaved) await this.#follow(step.uri, step.after.post);
  }

  async #follow(uri: string, saved: string): Promise<void> {
    const step = this.#steps.get(uri);
    if (step === undefined) return;
    const { session, before, after } = step;
    const text = saved === before.post ? before.base : saved === after.post ? after.base.text : undefined;
    if (text !== undefined) await this.write(session, { ...after.base, text });
  }

  /** Keeps a file's new text beside it while `save` is at work; a process killed meanwhile leaves it to the next update. */
  async whileSaving<T>(session: NotebookSession, { path, text }: FileOfDraft, save: () => Promise<T>): Promise<T> {
    const uri = session.uriOf(path);
    await write(uri, path, text);
    try {
      return await save();
    } finally {
      await workspace.fs.delete(uri);
    }
  }

  /** Written after the draft itself: a draft without its base, or with an older one, is merged just as safely. */
  async write(session: NotebookSession, { path, nextPath, text }: BaseFile): Promise<void> {
    await this.whileSaving(session, { path: nextPath, text }, () => write(session.uriOf(path), path, text));
    this.#written.fire();
  }
}

/** @throws Notice where the disk refuses */
async function write(uri: Uri, path: string, text: string): Promise<void> {
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    throw new Notice(
      `${path} 파일을 쓰지 못해 멈췄어요. 노트 폴더에 쓸 수 있는지, 디스크에 자리가 있는지 확인하고 다시 해 주세요.`,
    );
  }
}
