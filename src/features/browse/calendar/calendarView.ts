import { commands, Disposable, type WebviewView, type WebviewViewProvider, window, workspace } from "vscode";
import { koreanMonth, monthOfDay, type YearMonth } from "../../../core/calendar/month.ts";
import { dayOfNote } from "../../../core/notebook/dayMarks.ts";
import { hasPage, monthPage } from "../../../core/notebook/monthPage.ts";
import { NotebookIndex } from "../../../core/notebook/notebookIndex.ts";
import { CALENDAR_VIEW, commandId } from "../../../ids.ts";
import { DayTurn } from "../../../vscode/dayTurn.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { runReported } from "../../../vscode/registerCommand.ts";
import { fillWebview } from "../../../vscode/webviewPage.ts";
import { type CalendarNews, type CalendarRequest, isCalendarRequest } from "../../../webview/messages/calendar.ts";
import { openDay, openOneOf } from "../openDay.ts";
import type { CalendarDeps } from "./index.ts";

const NOTHING_READ = new NotebookIndex();

/** The calendar's side of the editor: makes the month the page asks for, and again whenever notes or the day change. */
export class CalendarView extends Disposable implements WebviewViewProvider {
  readonly #deps: CalendarDeps;
  readonly #dayTurn: DayTurn;
  readonly #subscription: Disposable;
  #view: WebviewView | undefined;
  /** The month shown; today's while the page has not asked for another. */
  #month: YearMonth | undefined;
  #loading: NotebookSession | undefined;

  constructor(deps: CalendarDeps) {
    super(() => {
      this.#subscription.dispose();
      this.#dayTurn.dispose();
    });
    this.#deps = deps;
    this.#dayTurn = new DayTurn(deps.clock, () => this.#show());
    this.#subscription = deps.notebooks.onDidChangeNotes(() => this.#show());
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.onDidReceiveMessage((message: unknown) => {
      if (!isCalendarRequest(message)) {
        this.#deps.log.warn("the calendar sent a message of an unknown form");
        return;
      }
      void runReported("calendar", this.#deps.log, () => this.#answer(message));
    });
    fillWebview(view.webview, this.#deps.extensionUri, "calendar", "달력");
  }

  async #answer(request: CalendarRequest): Promise<void> {
    const { notebooks, clock } = this.#deps;
    switch (request.type) {
      case "show":
        this.#month = request.month;
        this.#show();
        return;
      case "open":
        await openDay(notebooks, clock, request.day);
        return;
      case "openWithoutDay": {
        const session = notebooks.opened;
        if (session === undefined) return;
        const notes = session.index.notesOf(request.month).filter((note) => dayOfNote(note) === undefined);
        await openOneOf(session, notes, { title: `${koreanMonth(request.month)}의 날을 모르는 노트` });
        return;
      }
      case "chooseNotebook":
        await commands.executeCommand(commandId("chooseNotebook"));
    }
  }

  #show(): void {
    if (this.#view?.visible !== true) return;
    const session = this.#deps.notebooks.current;
    if (session === undefined) {
      this.#tell({ type: "noNotebook" });
      return;
    }
    const { dayRule, weekStartsOn } = session.settings;
    const today = this.#dayTurn.watch(dayRule);
    const month = this.#month !== undefined && hasPage(this.#month) ? this.#month : monthOfDay(today);
    const isLoading = !session.isShown;
    const page = monthPage(isLoading ? NOTHING_READ : session.index, { month, today, weekStartsOn });
    this.#tell({ type: "page", page, isLoading, canWrite: workspace.isTrusted });
    if (isLoading) void runReported("calendar", this.#deps.log, () => this.#load(session));
  }

  /** The change that loading ends with shows the month anew. */
  async #load(session: NotebookSession): Promise<void> {
    if (this.#loading === session) return;
    this.#loading = session;
    try {
      await window.withProgress({ location: { viewId: CALENDAR_VIEW } }, () => session.load());
    } finally {
      if (this.#loading === session) this.#loading = undefined;
    }
  }

  #tell(news: CalendarNews): void {
    void this.#view?.webview.postMessage(news);
  }
}
