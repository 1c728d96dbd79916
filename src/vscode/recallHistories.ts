import { commands, Disposable, type Event, EventEmitter, RelativePattern, window, workspace } from "vscode";
import type { Note } from "../core/note/note.ts";
import { HISTORY_PATH, MERGE_RULE, type RecallEvent } from "../core/recall/history/recallEvent.ts";
import type { RecallHistory } from "../core/recall/history/recallHistory.ts";
import { describeError, type Log } from "./log.ts";
import type { NotebookSession } from "./notebookSession.ts";
import { Notice } from "./notice.ts";

/** What was recalled of the notes of a notebook: one history for all that add to it or count on it. */
export class RecallHistories extends Disposable {
  /** Something was added, here or by another program. */
  readonly onDidChange: Event<void>;
  readonly #changed = new EventEmitter<void>();
  readonly #log: Log;
  #current: { session: NotebookSession; history: Promise<RecallHistory>; watcher: Disposable } | undefined;

  constructor(log: Log) {
    super(() => {
      this.#current?.watcher.dispose();
      this.#changed.dispose();
    });
    this.#log = log;
    this.onDidChange = this.#changed.event;
  }

  /** What happened to each note, by its id. @throws Notice when the history cannot be read */
  async ofNotes(
    session: NotebookSession,
    notes: readonly Note[] = session.index.notes(),
  ): Promise<ReadonlyMap<string, readonly RecallEvent[]>> {
    const history = await this.#of(session);
    return history.ofNotes(notes, (path) => session.readText(path));
  }

  /** Adds events; they are on disk when it resolves. @throws Notice when they cannot be written */
  async add(session: NotebookSession, events: readonly RecallEvent[]): Promise<void> {
    if (!workspace.isTrusted)
      throw new Notice("되묻기 기록은 노트 폴더에 적어 둡니다. 먼저 작업 영역을 신뢰해 주세요.");
    const history = await this.#of(session);
    try {
      await history.add(events);
    } catch (error) {
      this.#log.error("recall history:", describeError(error));
      throw new Notice(
        `${HISTORY_PATH}에 적지 못했어요. 읽기 전용이 아닌지, 디스크가 차지 않았는지 보고 다시 눌러 주세요.`,
      );
    }
    this.#changed.fire();
  }

  async #of(session: NotebookSession): Promise<RecallHistory> {
    // Another session of the same folder may have other settings.
    if (this.#current?.session !== session) {
      this.#current?.watcher.dispose();
      const history = this.#open(session);
      this.#current = { session, history, watcher: this.#watch(session, history) };
      history.catch(() => {
        // The next one who asks tries again.
        if (this.#current?.history !== history) return;
        this.#current.watcher.dispose();
        this.#current = undefined;
      });
    }
    return this.#current.history;
  }

  async #open(session: NotebookSession): Promise<RecallHistory> {
    const { RecallHistory } = await session.engines.loadRecalling();
    return new RecallHistory(
      {
        read: async () => {
          try {
            return await session.files.read(HISTORY_PATH);
          } catch (error) {
            if (session.files.isMissing(error)) return undefined;
            this.#log.error("recall history:", describeError(error));
            throw new Notice(`${HISTORY_PATH}을 읽을 수 없어요. 파일의 권한을 보고 다시 해 주세요.`);
          }
        },
        append: (compose) => this.#append(session, compose),
      },
      {
        concurrency: session.concurrency,
        timeZone: session.settings.dayRule.timeZone,
        onDamage: (count) => void this.#tellDamage(session, count),
        keep: {
          cache: session.cache,
          // What is typed and not saved is of no stamp.
          stampOf: ({ path }) => (session.isUnsaved(path) ? undefined : session.stampOf(path)),
        },
      },
    );
  }

  async #append(session: NotebookSession, compose: (lastLines: string) => string): Promise<void> {
    let isBegun = false;
    await session.append(HISTORY_PATH, (lastLines) => {
      isBegun = lastLines === "";
      return compose(lastLines);
    });
    if (!isBegun) return;
    try {
      await session.append(MERGE_RULE.path, (before) => (before === "" ? MERGE_RULE.text : ""));
    } catch (error) {
      // What was answered is kept all the same.
      this.#log.warn(`${MERGE_RULE.path}:`, describeError(error));
    }
  }

  #watch(session: NotebookSession, history: Promise<RecallHistory>): Disposable {
    // Of a folder that comes or goes with its files the editor may tell the folder alone.
    const folder = HISTORY_PATH.slice(0, HISTORY_PATH.lastIndexOf("/"));
    const pattern = new RelativePattern(session.root, `{${folder},${HISTORY_PATH}}`);
    const watcher = workspace.createFileSystemWatcher(pattern);
    const look = async (): Promise<void> => {
      (await history).forget();
      this.#changed.fire();
    };
    return Disposable.from(watcher, watcher.onDidCreate(look), watcher.onDidChange(look), watcher.onDidDelete(look));
  }

  async #tellDamage(session: NotebookSession, count: number): Promise<void> {
    const open = "기록 열기";
    const message = `${HISTORY_PATH}에 읽을 수 없는 줄이 ${count}개 있어 그 줄만 건너뛰었어요. 열어서 고치거나 지워 주세요.`;
    if ((await window.showWarningMessage(message, open)) === open)
      await commands.executeCommand("vscode.open", session.uriOf(HISTORY_PATH));
  }
}
