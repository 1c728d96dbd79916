import { commands, Disposable, env, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { GrassChoice, GrassPage } from "../../../core/grass/grassPage.ts";
import { letsThrough } from "../../../core/grass/writing.ts";
import { commandId, GRASS_PANEL } from "../../../ids.ts";
import { DayTurn } from "../../../vscode/dayTurn.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { whenLoaded } from "../../../vscode/progress.ts";
import { runReported } from "../../../vscode/registerCommand.ts";
import { fillWebview } from "../../../vscode/webviewPage.ts";
import { type GrassNews, type GrassRequest, isGrassRequest } from "../../../webview/messages/grass.ts";
import { openDay } from "../openDay.ts";
import { CharacterCounts } from "./characterCounts.ts";
import type { GrassDeps } from "./index.ts";
import { savePicture } from "./savePicture.ts";

/** The one panel of a window, and what was chosen to be shown in it. */
export class GrassPanel extends Disposable {
  readonly #deps: GrassDeps;
  readonly #dayTurn: DayTurn;
  readonly #subscription: Disposable;
  #panel: WebviewPanel | undefined;
  #choice: GrassChoice | undefined;
  #counts: CharacterCounts | undefined;
  /** The work for what is shown at last; whatever was begun before it stops. */
  #showing = { aborted: false };

  constructor(deps: GrassDeps) {
    super(() => {
      this.#showing.aborted = true;
      this.#subscription.dispose();
      this.#dayTurn.dispose();
      this.#counts?.dispose();
      this.#panel?.dispose();
    });
    this.#deps = deps;
    this.#dayTurn = new DayTurn(deps.clock, () => this.#refresh());
    this.#subscription = deps.notebooks.onDidChangeNotes(() => this.#refresh());
  }

  reveal(): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const panel = window.createWebviewPanel(GRASS_PANEL, "잔디", ViewColumn.Active);
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#showing.aborted = true;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isGrassRequest(message)) void runReported("grass", this.#deps.log, () => this.#answer(message));
      else this.#deps.log.warn("the writing grid sent a message of an unknown form");
    });
    fillWebview(panel.webview, this.#deps.extensionUri, "grass", "잔디");
  }

  /** Saves what is shown, or this year where nothing is. */
  async save(): Promise<void> {
    const made = await this.#picture();
    if (made === undefined) return;
    if (!workspace.isTrusted) throw new Notice("그림을 저장하려면 먼저 작업 영역을 신뢰해 주세요.");
    await savePicture(made.session.root, made.page, made.svg);
  }

  async #copy(): Promise<void> {
    const made = await this.#picture();
    if (made === undefined) return;
    await env.clipboard.writeText(made.svg);
    void window.showInformationMessage("잔디 그림(SVG)을 클립보드에 복사했어요.");
  }

  async #picture(): Promise<{ session: NotebookSession; page: GrassPage; svg: string } | undefined> {
    const session = await this.#deps.notebooks.require();
    if (session === undefined) return undefined;
    await whenLoaded(session);
    const page = await this.#pageOf(session, { aborted: false });
    const { grassSvg } = await session.engines.loadGrass();
    return page && { session, page, svg: grassSvg(page) };
  }

  async #answer(request: GrassRequest): Promise<void> {
    switch (request.type) {
      case "show":
        this.#choice = request.choice ?? this.#choice;
        await this.#show();
        return;
      case "open":
        await openDay(this.#deps.notebooks, this.#deps.clock, request.day);
        return;
      case "stopCounting":
        if (this.#choice !== undefined) this.#choice = { ...this.#choice, measure: "count" };
        await this.#show();
        return;
      case "save":
        await this.save();
        return;
      case "copy":
        await this.#copy();
        return;
      case "chooseNotebook":
        await commands.executeCommand(commandId("chooseNotebook"));
    }
  }

  #refresh(): void {
    // A page that is not seen asks for what it shows when it comes back.
    if (this.#panel?.visible === true) void runReported("grass", this.#deps.log, () => this.#show());
  }

  async #show(): Promise<void> {
    this.#showing.aborted = true;
    const cancellation = { aborted: false };
    this.#showing = cancellation;
    const session = this.#deps.notebooks.current;
    if (session === undefined) {
      this.#tell({ type: "noNotebook" });
      return;
    }
    if (!session.isShown) {
      this.#tell({ type: "loading" });
      await session.load();
    }
    const page = await this.#pageOf(session, cancellation);
    if (page !== undefined) this.#tell({ type: "page", page, canWrite: workspace.isTrusted });
  }

  /** `undefined` when it was cancelled. */
  async #pageOf(session: NotebookSession, cancellation: { readonly aborted: boolean }): Promise<GrassPage | undefined> {
    const { firstYear, grassPage } = await session.engines.loadGrass();
    if (cancellation.aborted) return undefined;
    const { dayRule, weekStartsOn } = session.settings;
    const today = this.#dayTurn.watch(dayRule);
    const notes = session.index.notes();
    const choice = this.#choice ?? { measure: "count", year: firstYear(notes, today) };
    if (choice.measure === "count") return grassPage(notes, { choice, today, weekStartsOn });
    const counts = this.#countsOf(session);
    await counts.count(
      notes.filter((note) => letsThrough(choice, note) && note.date?.precision === "day"),
      cancellation,
      (done, total) => this.#tell({ type: "counting", done, total }),
    );
    if (cancellation.aborted) return undefined;
    return grassPage(session.index.notes(), {
      choice,
      today,
      weekStartsOn,
      charactersOf: (note) => counts.of(note),
    });
  }

  #countsOf(session: NotebookSession): CharacterCounts {
    if (this.#counts?.session === session) return this.#counts;
    this.#counts?.dispose();
    this.#counts = new CharacterCounts(session);
    return this.#counts;
  }

  #tell(news: GrassNews): void {
    void this.#panel?.webview.postMessage(news);
  }
}
