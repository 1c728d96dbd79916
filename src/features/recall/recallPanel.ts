import { commands, Disposable, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { describeDay } from "../../core/calendar/koreanDay.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import type { Interview } from "../../core/recall/interview.ts";
import type { EndState, RecallState } from "../../core/recall/recallState.ts";
import { commandId, RECALL_PANEL } from "../../ids.ts";
import { findDue } from "../../vscode/findDue.ts";
import { openArguments } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { runReported } from "../../vscode/registerCommand.ts";
import { fillWebview } from "../../vscode/webviewPage.ts";
import { isRecallRequest, type RecallNews, type RecallRequest } from "../../webview/messages/recall.ts";
import type { RecallDeps } from "./index.ts";

/** A round of questions and the notebook it is about. */
interface Round {
  readonly session: NotebookSession;
  readonly interview: Interview;
}

/** The panel that asks. A round goes on where it was when the panel is closed and opened again. */
export class RecallPanel extends Disposable {
  readonly #deps: RecallDeps;
  #panel: WebviewPanel | undefined;
  #round: Round | undefined;
  #starting: Promise<void> | undefined;

  constructor(deps: RecallDeps) {
    super(() => this.#panel?.dispose());
    this.#deps = deps;
  }

  async open(): Promise<void> {
    if (!workspace.isTrusted)
      throw new Notice("되묻기는 답을 노트 폴더에 적어 둡니다. 먼저 작업 영역을 신뢰해 주세요.");
    const session = await this.#deps.notebooks.require();
    if (session === undefined) return;
    const isOther = this.#round?.session.root.toString() !== session.root.toString();
    if (isOther || this.#round?.interview.isOver === true) this.#round = undefined;
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      if (this.#round === undefined) await this.#start();
      return;
    }
    const panel = window.createWebviewPanel(RECALL_PANEL, "되묻기", ViewColumn.Active);
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isRecallRequest(message)) void runReported("recall", this.#deps.log, () => this.#answer(message));
      else this.#deps.log.warn("the page that asks sent a message of an unknown form");
    });
    fillWebview(panel.webview, this.#deps.extensionUri, "recall", "되묻기");
  }

  async #answer(request: RecallRequest): Promise<void> {
    const interview = this.#round?.interview;
    switch (request.type) {
      case "show":
        if (interview === undefined) await this.#start();
        else interview.tell();
        return;
      case "again":
        await this.#start();
        return;
      case "stop":
        await interview?.end();
        return;
      case "close":
        this.#panel?.dispose();
        return;
      case "keep":
        interview?.keep(request.card, request.answer);
        return;
      case "reveal":
        await interview?.reveal(request.card, request.answer);
        return;
      case "judge":
        await interview?.judge(request.card, request.recalled);
        return;
      case "skip":
        await interview?.skip(request.card);
        return;
      case "stopModel":
        interview?.stopModel(request.card);
        return;
      case "openNote":
        await this.#openNote(request.card);
        return;
      case "showSent":
        interview?.showSent(request.card);
        return;
      case "showTopics":
        await this.#deps.showTopics?.();
        return;
      case "chooseNotebook":
        await commands.executeCommand(commandId("chooseNotebook"));
    }
  }

  async #openNote(card: number): Promise<void> {
    const note = this.#round?.interview.noteOf(card);
    if (this.#round === undefined || note === undefined) return;
    const [uri, options] = openArguments(this.#round.session, note);
    await commands.executeCommand("vscode.open", uri, { ...options, viewColumn: ViewColumn.Beside });
  }

  /** Two pages that become ready at once, or a second click, start one round. */
  #start(): Promise<void> {
    this.#starting ??= this.#startRound().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #startRound(): Promise<void> {
    const { notebooks, histories, clock, findExaminer } = this.#deps;
    const session = notebooks.current;
    if (session === undefined) return this.#tell({ step: "noNotebook" });
    this.#tell({ step: "loading" });
    await whenLoaded(session);
    const { settings, engines } = session;
    const [{ due }, { Interview }, parseMarkdown] = await Promise.all([
      findDue(session, histories, clock),
      engines.loadRecalling(),
      engines.loadMarkdown(),
    ]);
    const interview = new Interview(due.slice(0, settings.recall.sessionSize), {
      today: dayAt(clock.now(), settings.dayRule),
      parseMarkdown,
      findExaminer,
      now: () => clock.now(),
      readText: (note) => session.readText(note.path),
      record: (event) => histories.add(session, [event]),
      show: (state) => this.#tell(state),
      outlook: () => this.#outlook(session),
    });
    this.#round = { session, interview };
    await interview.goOn();
  }

  async #outlook(session: NotebookSession): Promise<Pick<EndState, "more" | "next" | "canShowTopics">> {
    const { histories, clock, showTopics } = this.#deps;
    const { due, next } = await findDue(session, histories, clock);
    const today = dayAt(clock.now(), session.settings.dayRule);
    return {
      more: due.length,
      next: next === undefined ? "" : describeDay(next, today),
      canShowTopics: showTopics !== undefined,
    };
  }

  #tell(state: RecallState): void {
    const news: RecallNews = { type: "state", state };
    void this.#panel?.webview.postMessage(news);
  }
}
