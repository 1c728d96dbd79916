import { window } from "vscode";
import type { Day } from "../../core/calendar/day.ts";
import { koreanMonth, type YearMonth } from "../../core/calendar/month.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import type { NotebookIndex } from "../../core/notebook/notebookIndex.ts";
import { likelyMonth } from "../../core/retro/likelyMonth.ts";
import { draftOf, notesForRetro } from "../../core/retro/notesForRetro.ts";
import { countByKind } from "../../core/retro/statistics.ts";
import { Notice } from "../../vscode/notice.ts";

/** Asks for a month that has notes, newest first, with the likely one preselected. */
export async function pickMonth(index: NotebookIndex, today: Day): Promise<YearMonth | undefined> {
  const likely = likelyMonth(today);
  const items = index.months().flatMap((month) => {
    const notes = notesForRetro(index, month);
    if (notes.length === 0) return [];
    const hasDraft = draftOf(index, month) !== undefined;
    return [
      {
        label: `$(calendar) ${koreanMonth(month)}`,
        description: countByKind(notes)
          .map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}`)
          .join(" · "),
        ...(hasDraft && { detail: "회고가 이미 있어요. 고르면 그대로 엽니다." }),
        month,
      },
    ];
  });
  if (items.length === 0) throw new Notice("회고로 엮을 노트가 아직 없어요. 토막글이나 TIL을 먼저 써 보세요.");
  return pickWithActive(items, (item) => item.month === likely);
}

/** A quick pick that opens on one of its items; `showQuickPick` always opens on the first. */
async function pickWithActive<Item extends { label: string; month: YearMonth }>(
  items: Item[],
  isActive: (item: Item) => boolean,
): Promise<YearMonth | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = "월간 회고 만들기";
  pick.placeholder = "돌아볼 달을 고르세요";
  pick.matchOnDescription = true;
  pick.items = items;
  pick.activeItems = items.filter(isActive).concat(items).slice(0, 1);
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.month));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
