import { Disposable, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { koreanMonth, type YearMonth } from "../../core/calendar/month.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { monthOfNode } from "../../core/notebook/outline.ts";
import { planRetro } from "../../core/retro/planRetro.ts";
import { createFiles, openNote } from "../../vscode/edits.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { refusal } from "../../vscode/refusal.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { pickMonth } from "./pickMonth.ts";

export interface RetroDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
}

/** 회고: a month's notes compiled into the draft of a post. */
export function registerRetro({ notebooks, clock, log }: RetroDeps): Disposable {
  return Disposable.from(
    registerCommand("makeRetro", log, async () => {
      const session = await notebooks.require();
      if (session === undefined) return;
      await whenLoaded(session);
      const month = await pickMonth(session.index, dayAt(clock.now(), session.settings.dayRule));
      if (month !== undefined) await makeRetro(session, month);
    }),
    registerCommand("makeRetroOfMonth", log, async (node) => {
      const session = notebooks.current;
      const month = monthOfNode(node);
      if (session === undefined || month === undefined) throw new Notice("노트 트리의 달에서 다시 해 주세요.");
      await whenLoaded(session);
      await makeRetro(session, month);
    }),
  );
}

async function makeRetro(session: NotebookSession, month: YearMonth): Promise<void> {
  const plan = await planRetro(session, month);
  if (plan.action === "refuse") throw refusal(session, plan.problem);
  if (plan.action === "open") {
    await openNote(session, plan.path);
    const count = plan.missing.length;
    const detail = count === 0 ? "이 달의 노트가 모두 들어 있어요." : `아직 들어 있지 않은 노트가 ${count}편 있어요.`;
    void window.showInformationMessage(`${koreanMonth(month)} 회고는 이미 있어서 그대로 열었어요. ${detail}`);
    return;
  }
  if (!(await createFiles(session, [plan.draft]))) {
    throw new Notice(`${plan.draft.path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.`);
  }
  await openNote(session, plan.draft.path, plan.draft.cursor);
  void window.showInformationMessage(
    `${koreanMonth(month)}의 노트 ${plan.noteCount}편으로 회고 초안을 만들었어요. 위쪽 빈 곳부터 채워 보세요.`,
  );
}
