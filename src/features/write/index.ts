import { Disposable } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { parseDay } from "../../core/calendar/day.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { noteId } from "../../core/note/note.ts";
import { neighbourTomak } from "../../core/notebook/neighbours.ts";
import type { Log } from "../../vscode/log.ts";
import { noteAtCursor } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { askDay } from "./askDay.ts";
import { customizeTemplate } from "./customizeTemplate.ts";
import { newTil } from "./newTil.ts";
import { registerNumbers } from "./numbers/index.ts";
import { openTomak } from "./openTomak.ts";
import { registerStatusBar } from "./statusBar.ts";
import { registerTemplateCompletion } from "./templateCompletion.ts";
import { askDayIn } from "./writeInMonth.ts";

export interface WriteDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
}

/** 쓰기: today's 토막글, another day's, a TIL, the way from one 토막글 to the next, and their numbers. */
export function registerWrite({ notebooks, clock, log }: WriteDeps): Disposable {
  const today = (session: NotebookSession) => dayAt(clock.now(), session.settings.dayRule);
  const inNotebook =
    (run: (session: NotebookSession, ...args: readonly unknown[]) => Promise<unknown>) =>
    async (...args: readonly unknown[]) => {
      const session = await notebooks.require();
      if (session !== undefined) await run(session, ...args);
    };
  const jump = (direction: "previous" | "next") =>
    inNotebook(async (session) => {
      await whenLoaded(session);
      const active = noteAtCursor(session);
      const note = neighbourTomak(session.index.notes(), active && noteId(active), today(session), direction);
      if (note === undefined)
        throw new Notice(
          direction === "previous"
            ? "더 이전의 토막글이 없어요. '다른 날의 토막글 쓰기'로 지난날의 글을 쓸 수 있어요."
            : "더 다음의 토막글이 없어요. '오늘의 토막글 쓰기'로 새로 쓸 수 있어요.",
        );
      await openNote(session, note.path, note.range?.start);
    });
  return Disposable.from(
    registerCommand(
      "newTomak",
      log,
      inNotebook((session) => openTomak(session, today(session), clock)),
    ),
    registerCommand(
      "newTomakOnDay",
      log,
      // The calendar says which day it means.
      inNotebook(async (session, argument) => {
        const day =
          (typeof argument === "string" ? parseDay(argument) : undefined) ??
          (await askDay({ title: "다른 날의 토막글 쓰기", today: today(session) }));
        if (day !== undefined) await openTomak(session, day, clock);
      }),
    ),
    registerCommand(
      "newTil",
      log,
      inNotebook((session) => newTil(session, today(session), clock)),
    ),
    registerCommand(
      "newTomakInMonth",
      log,
      inNotebook(async (session, target) => {
        const day = await askDayIn(target, today(session), "토막글");
        if (day !== undefined) await openTomak(session, day, clock);
      }),
    ),
    registerCommand(
      "newTilInMonth",
      log,
      inNotebook(async (session, target) => {
        const day = await askDayIn(target, today(session), "TIL");
        if (day !== undefined) await newTil(session, day, clock);
      }),
    ),
    registerCommand("previousTomak", log, jump("previous")),
    registerCommand("nextTomak", log, jump("next")),
    registerCommand("customizeTemplate", log, inNotebook(customizeTemplate)),
    registerTemplateCompletion(notebooks),
    registerNumbers(notebooks, log),
    registerStatusBar(notebooks, clock),
  );
}
