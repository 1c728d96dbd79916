import { window } from "vscode";
import { koreanPeriod, RETRO_LABELS } from "../../core/calendar/koreanPeriod.ts";
import { PERIOD_KINDS, type Period, type PeriodKind } from "../../core/calendar/period.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import type { NotebookIndex } from "../../core/notebook/notebookIndex.ts";
import { draftOf } from "../../core/retro/notesForRetro.ts";
import { periodsWithNotes } from "../../core/retro/periodsWithNotes.ts";
import { countByKind } from "../../core/retro/statistics.ts";
import { Notice } from "../../vscode/notice.ts";

const TITLE = "기간 회고 만들기";

const DESCRIPTIONS: Readonly<Record<PeriodKind, string>> = {
  week: "월요일부터 일요일까지 쓴 노트",
  month: "한 달 동안 쓴 노트",
  quarter: "석 달을 달마다 돌아보기",
  half: "여섯 달을 달마다 돌아보기",
  year: "열두 달을 달마다 돌아보기",
};

/** Asks for the kind of period, then for one that has notes, newest first; `undefined` when the person backs out. */
export async function pickPeriod(index: NotebookIndex): Promise<Period | undefined> {
  const kinds = PERIOD_KINDS.map((kind) => ({
    label: RETRO_LABELS[kind].label,
    description: DESCRIPTIONS[kind],
    periodKind: kind,
  }));
  const picked = await window.showQuickPick(kinds, { title: TITLE, placeHolder: "얼마 동안을 돌아볼까요?" });
  if (picked === undefined) return undefined;
  const items = periodsWithNotes(index, picked.periodKind).map(({ period, notes }) => ({
    label: `$(calendar) ${koreanPeriod(period)}`,
    description: countByKind(notes)
      .map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}`)
      .join(" · "),
    ...(draftOf(index, period) && { detail: "회고가 이미 있어요. 고르면 손으로 쓴 줄은 그대로 두고 다시 만듭니다." }),
    period,
  }));
  if (items.length === 0) throw new Notice("회고로 엮을 노트가 아직 없어요. 토막글이나 TIL을 먼저 써 보세요.");
  const options = { title: TITLE, placeHolder: "돌아볼 때를 고르세요", matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.period;
}
