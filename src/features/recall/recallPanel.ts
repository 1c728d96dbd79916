import { commands, Disposable, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { Instant } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { describeDay } from "../../core/calendar/koreanDay.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { type Note, noteId } from "../../core/note/note.ts";
import type { NoteNow } from "../../core/recall/card.ts";
import type { Interview, UnfinishedAnswer } from "../../core/recall/interview.ts";
import type { Outlook, RecallState } from "../../core/recall/recallState.ts";
import { commandId, RECALL_PANEL } from "../../ids.ts";
import { findDue } from "../../vscode/findDue.ts";
import { describeError } from "../../vscode/log.ts";
import { openArguments } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { noteNow } from "../../vscode/noteNow.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { runReported } from "../../vscode/registerCommand.ts";
import { fillWebview } from "../../vscode/webviewPage.ts";
import { isRecallRequest, type RecallNews, type RecallRequest } from "../../webview/messages/recall.ts";
import type { RecallDeps } from "./index.ts";

/** A round of questions, the notebook it is about, and the day it is of. */
interface Round {
  readonly session: NotebookSession;
  readonly today: Day;
  readonly interview: Interview;
}

/** The panel that asks. A round goes on where it was when the panel is closed and opened again on the same day. */
export class RecallPanel extends Disposable {
  readonly #deps: RecallDeps;
  #panel: WebviewPanel | undefined;
  #round: Round | undefined;
  #starting: Promise<void> | undefined;
  /** Of the round that was left last. */
  #unfinished: UnfinishedAnswer | undefined;

  constructor(deps: RecallDeps) {
    super(() => this.#panel?.dispose());
    this.#deps = deps;
  }

  async open(): Promise<void> {
    if (!workspace.isTrusted)
      throw new Notice("되묻기는 답을 노트 폴더에 적어 둡니다. 먼저 작업 영역을 신뢰해 주세요.");
    const session = await this.#deps.notebooks.require();
    if (session === undefined) return;
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      if (!this.#isOf(session) || this.#round?.interview.isOver === true) await this.#start();
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
    if (!this.#canGoOn(session)) this.#leaveRound(session);
    fillWebview(panel.webview, this.#deps.extensionUri, "recall", "되묻기");
  }

  /** Whether the present round is about this notebook, whatever its settings were. */
  #isOf({ root }: NotebookSession): boolean {
    return this.#round?.session.root.toString() === root.toString();
  }

  /** Whether a round that was left would be the same begun anew: of another day, or by other settings, others are due. */
  #canGoOn(session: NotebookSession): boolean {
    const round = this.#round;
    if (round === undefined || round.interview.isOver) return false;
    return round.session === session && round.today === this.#today(session);
  }

  /** Drops the round; what was being answered is for the next one of the same notebook. */
  #leaveRound(session: NotebookSession | undefined): void {
    if (this.#round === undefined) return;
    this.#unfinished = session && this.#isOf(session) ? this.#round.interview.unfinished : undefined;
    this.#round = undefined;
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
        await this.#deps.showTopics();
        return;
      case "chooseNotebook":
        await commands.executeCommand(commandId("chooseNotebook"));
        await this.#start();
    }
  }

  async #openNote(card: number): Promise<void> {
    const note = this.#round?.interview.noteOf(card);
    if (this.#round === undefined || note === undefined) return;
    const session = this.#present(this.#round.session);
    // It may stand at another line by now.
    const [uri, options] = openArguments(session, session.index.byId(noteId(note)) ?? note);
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
    const session = this.#deps.notebooks.current;
    this.#leaveRound(session);
    if (session === undefined) return this.#tell({ step: "noNotebook" });
    this.#tell({ step: "loading" });
    try {
      this.#round = await this.#newRound(session);
    } catch (error) {
      this.#tell({ step: "failed" });
      throw error;
    }
    this.#unfinished = undefined;
    await this.#round.interview.goOn();
  }

  async #newRound(session: NotebookSession): Promise<Round> {
    const { histories, clock, findExaminer } = this.#deps;
    await whenLoaded(session);
    const { settings, engines } = session;
    const [{ due }, { Interview }, parseMarkdown] = await Promise.all([
      findDue(session, histories, clock),
      engines.loadRecalling(),
      engines.loadMarkdown(),
    ]);
    const today = this.#today(session);
    const begun = clock.now();
    const interview = new Interview(due.slice(0, settings.recall.sessionSize), {
      ...{ today, parseMarkdown, findExaminer, unfinished: this.#unfinished },
      now: () => clock.now(),
      readNow: (note) => this.#readNow(this.#present(session), note, begun),
      record: (event) => histories.add(this.#present(session), [event]),
      show: (state) => this.#tell(state),
      outlook: () => this.#outlook(this.#present(session)),
    });
    return { session, today, interview };
  }

  /** The session of the same folder by now: other settings make another one, and leave this one behind. */
  #present(session: NotebookSession): NotebookSession {
    const { current } = this.#deps.notebooks;
    return current?.root.toString() === session.root.toString() ? current : session;
  }

  /** `undefined` for a note that cannot be asked about: gone, unreadable, or answered in the chat or another window by now. */
  async #readNow(session: NotebookSession, note: Note, begun: Instant): Promise<NoteNow | undefined> {
    if (await this.#isAnsweredSince(begun, session, note)) return undefined;
    try {
      return await noteNow(session, note);
    } catch (error) {
      this.#deps.log.warn("a note to ask about:", describeError(error));
      return undefined;
    }
  }

  async #isAnsweredSince(begun: Instant, session: NotebookSession, note: Note): Promise<boolean> {
    try {
      const events = (await this.#deps.histories.ofNotes(session)).get(noteId(note)) ?? [];
      return events.some(({ event, at }) => event === "review" && at >= begun);
    } catch (error) {
      // It says so itself when an answer is to be written.
      this.#deps.log.warn("what was answered meanwhile:", describeError(error));
      return false;
    }
  }

  async #outlook(session: NotebookSession): Promise<Outlook> {
    await whenLoaded(session);
    const { due, next } = await findDue(session, this.#deps.histories, this.#deps.clock);
    return { more: due.length, next: next === undefined ? "" : describeDay(next, this.#today(session)) };
  }

  #today({ settings }: NotebookSession): Day {
    return dayAt(this.#deps.clock.now(), settings.dayRule);
  }

  #tell(state: RecallState): void {
    const news: RecallNews = { type: "state", state };
    void this.#panel?.webview.postMessage(news);
  }
}
