import { Disposable, StatusBarAlignment, type StatusBarItem, window, workspace } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { tomakDays } from "../../core/notebook/dayMarks.ts";
import { currentStreak } from "../../core/notebook/streak.ts";
import { describeTomakStreak } from "../../core/notebook/streakText.ts";
import { commandId } from "../../ids.ts";
import { DayTurn } from "../../vscode/dayTurn.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";

/** `토막글 12일째` in the status bar, once a notebook has been read for something else: it makes nothing be read itself. */
export function registerStatusBar(notebooks: Notebooks, clock: Clock): Disposable {
  let item: StatusBarItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  const update = (): void => {
    const session = notebooks.opened;
    if (session?.isShown !== true || !session.settings.statusBar) {
      hide();
      return;
    }
    item ??= newItem();
    show(item, session, dayTurn);
  };
  const dayTurn = new DayTurn(clock, update);
  return Disposable.from(notebooks.onDidChangeNotes(update), dayTurn, new Disposable(hide));
}

function newItem(): StatusBarItem {
  const item = window.createStatusBarItem("tomaknote.streak", StatusBarAlignment.Left, 0);
  item.name = "토막글 이어 쓴 날";
  return item;
}

function show(item: StatusBarItem, session: NotebookSession, dayTurn: DayTurn): void {
  const streak = currentStreak(tomakDays(session.index), dayTurn.watch(session.settings.dayRule));
  const { text, detail } = describeTomakStreak(streak);
  const canClick = workspace.isTrusted;
  const hint = streak.isTodayWritten ? " 누르면 열어요." : " 누르면 써요.";
  item.text = `$(${streak.isTodayWritten ? "check" : "edit"}) ${text}`;
  item.tooltip = canClick ? detail + hint : detail;
  item.accessibilityInformation = { label: `토막노트: ${item.tooltip}`, role: canClick ? "button" : "status" };
  item.command = canClick ? commandId("newTomak") : undefined;
  item.show();
}
