import { Disposable, type Event, EventEmitter, window } from "vscode";
import { NOTES_VIEW } from "../../ids.ts";
import { setContext } from "../../vscode/context.ts";
import type { NotebookSession, SessionPhase } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";

/** Reading that is over sooner than this is not talked about. */
const SLOW_MS = 1_000;
const STEP_MS = 500;

/** What the view says while notes are being read for long, were not read to the end, or cannot be read. */
export class ReadingStatus extends Disposable {
  /** Empty when there is nothing to say. */
  message = "";
  readonly onDidChange: Event<void>;
  readonly #changed = new EventEmitter<void>();
  readonly #notebooks: Notebooks;
  #following: Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(notebooks: Notebooks) {
    super(() => {
      this.#following?.dispose();
      clearTimeout(this.#timer);
      this.#changed.dispose();
    });
    this.#notebooks = notebooks;
    this.onDidChange = this.#changed.event;
    setContext("reading", "no");
  }

  /** Speaks of this session from now on. */
  follow(session: NotebookSession | undefined): void {
    this.#following?.dispose();
    const subscription = session?.onDidChangePhase(() => this.#show(session));
    // Nobody waits for the reading of a notebook that was left.
    this.#following = new Disposable(() => subscription?.dispose());
    this.#show(session);
  }

  #show(session: NotebookSession | undefined): void {
    clearTimeout(this.#timer);
    if (session?.phase === "reading") this.#timer = setTimeout(() => this.#showProgress(session), SLOW_MS);
    else this.#say(session === undefined ? "" : messageOf(session), session?.phase === "stopped" ? "stopped" : "no");
  }

  #showProgress(session: NotebookSession): void {
    const isSeen = (): boolean => session.phase === "reading" && this.#notebooks.opened === session;
    void window.withProgress({ location: { viewId: NOTES_VIEW } }, async () => {
      while (isSeen()) {
        this.#say(messageOf(session), "reading");
        await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      }
    });
  }

  #say(message: string, reading: "no" | "reading" | "stopped"): void {
    setContext("reading", reading);
    if (message === this.message) return;
    this.message = message;
    this.#changed.fire();
  }
}

function messageOf(session: NotebookSession): string {
  const { done, total } = session.progress;
  const soFar = `${done.toLocaleString("ko")} / ${total.toLocaleString("ko")}`;
  const messages: Readonly<Record<SessionPhase, string>> = {
    idle: "",
    reading: total === 0 ? "노트를 찾고 있어요." : `노트를 읽고 있어요. ${soFar}`,
    stopped: `노트를 다 읽지 않고 멈췄어요(${soFar}). '노트 이어서 읽기'를 누르면 이어서 읽습니다.`,
    away:
      session.index.fileCount === 0
        ? "노트 폴더를 읽을 수 없어요. 드라이브나 네트워크가 다시 이어지면 읽습니다."
        : "노트 폴더를 읽을 수 없어 전에 읽은 노트를 보여 드려요. 드라이브나 네트워크가 다시 이어지면 새로 읽습니다.",
    inStep: "",
  };
  return messages[session.phase];
}
