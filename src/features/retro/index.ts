import { Disposable, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { koreanPeriod } from "../../core/calendar/koreanPeriod.ts";
import type { YearMonth } from "../../core/calendar/month.ts";
import { type Period, parsePeriod } from "../../core/calendar/period.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { noteId } from "../../core/note/note.ts";
import { monthOfNode } from "../../core/notebook/nodeArgument.ts";
import { notesForRetro } from "../../core/retro/notesForRetro.ts";
import { createAndOpen } from "../../vscode/edits/createFiles.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { registerProposals } from "../../vscode/proposals.ts";
import { refusal } from "../../vscode/refusal.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { warnOfImages } from "../../vscode/warnOfImages.ts";
import { BaseKeeper } from "./baseKeeper.ts";
import { registerOrigins } from "./origins/index.ts";
import { pickMonth } from "./pickMonth.ts";
import { pickNotes } from "./pickNotes.ts";
import { pickPeriod } from "./pickPeriod.ts";
import { type UpdateDeps, updateRetro } from "./updateRetro.ts";

export interface RetroDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
}

/** 회고: a month's notes compiled into the draft of a post. */
export function registerRetro({ notebooks, clock, log }: RetroDeps): Disposable {
  const proposals = registerProposals();
  const bases = new BaseKeeper(log);
  const deps = { proposals, bases };
  /** Asks for the month where none is given, as by a row that was drawn anew while it was clicked. */
  const makeMonthRetro = async (given?: YearMonth): Promise<void> => {
    const session = await notebooks.require();
    if (session === undefined) return;
    await whenLoaded(session);
    const month = given ?? (await pickMonth(session.index, dayAt(clock.now(), session.settings.dayRule)));
    if (month !== undefined) await makeRetro(session, month, deps);
  };
  return Disposable.from(
    proposals,
    bases,
    registerOrigins(notebooks, bases.onDidWrite),
    registerCommand("makeRetro", log, () => makeMonthRetro()),
    registerCommand("makeRetroOfMonth", log, (node) => makeMonthRetro(monthOfNode(node))),
    registerCommand("makePeriodRetro", log, async (asked) => {
      const session = await notebooks.require();
      if (session === undefined) return;
      await whenLoaded(session);
      // A keybinding may say which: `"args": "2025"`.
      const named = typeof asked === "string" ? parsePeriod(asked) : undefined;
      const period = named ?? (await pickPeriod(session.index));
      if (period !== undefined) await makeRetro(session, period, deps);
    }),
    registerCommand("makeRetroOfChosenNotes", log, async () => {
      const session = await notebooks.require();
      if (session === undefined) return;
      await whenLoaded(session);
      const month = await pickMonth(session.index, dayAt(clock.now(), session.settings.dayRule));
      const leftOut = month && (await askLeftOut(session, month));
      if (month !== undefined && leftOut !== undefined) await makeRetro(session, month, deps, leftOut);
    }),
  );
}

/** Shows the month's notes, all ticked; the ones unticked stay out of the retro. */
async function askLeftOut(session: NotebookSession, period: Period): Promise<ReadonlySet<string> | undefined> {
  const ids = notesForRetro(session.index, period).map(noteId);
  const taken = await pickNotes(session, ids, {
    title: `${koreanPeriod(period)} 회고에 넣을 노트`,
    placeHolder: "넣지 않을 노트의 표시를 지우고 Enter를 누르세요.",
    picked: true,
  });
  return taken && new Set(ids.filter((id) => !taken.includes(id)));
}

async function makeRetro(
  session: NotebookSession,
  period: Period,
  deps: UpdateDeps,
  leftOut?: ReadonlySet<string>,
): Promise<void> {
  const { planRetro } = await session.engines.loadRetro();
  const plan = await planRetro(session, period, leftOut);
  if (plan.action === "refuse") throw refusal(session, plan.problem);
  if (plan.action === "update") {
    await updateRetro(session, period, plan, deps, leftOut && { leaveOut: leftOut });
    return;
  }
  if (!(await createAndOpen(session, plan.draft, plan.copies))) {
    throw new Notice(`${plan.draft.path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.`);
  }
  await deps.bases.write(session, plan.base);
  warnOfImages(plan.imageProblems);
  void window.showInformationMessage(
    `${koreanPeriod(period)}의 노트 ${plan.noteCount}편으로 회고 초안을 만들었어요. 위쪽 빈 곳부터 채워 보세요.`,
  );
}
