import { type QuickPickItem, window } from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import type { Series } from "../../core/post/series/findSeries.ts";
import { planTitledNote } from "../../core/write/planTil.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { refusal } from "../../vscode/refusal.ts";
import { carryOut, create, type PostDeps } from "./startPost.ts";

/** Begins a kind of writing other than 토막글 and TIL, from its template. */
export async function newFromTemplate({ clock }: PostDeps, session: NotebookSession): Promise<void> {
  const { BEGINNINGS, findSeries } = await session.engines.loadTopics();
  const picked = await window.showQuickPick(BEGINNINGS, { title: "새 글 시작하기", placeHolder: "무엇을 쓸까요?" });
  if (picked === undefined) return;
  const series = picked.begins === "series" ? await pickSeries(findSeries(session.index.notes())) : undefined;
  if (picked.begins === "series" && series === undefined) return;
  const next = series === undefined || series === "new" ? undefined : series;
  const title = await askTitle(picked.question, next);
  if (title === undefined) return;
  const now = clock.now();
  const day = dayAt(now, session.settings.dayRule);
  if (picked.begins === "series") {
    const { planPost, seriesPart, FIRST_PART } = await session.engines.loadRetro();
    const part = next === undefined ? FIRST_PART : await seriesPart(session, next);
    await carryOut(session, await planPost(session, { title, notes: [], day, now, series: part }));
    return;
  }
  const plan = await planTitledNote(session, picked.begins, { title, tags: [], day, now });
  if (!plan.ok) throw refusal(session, plan.problem);
  await create(session, plan);
}

async function pickSeries(found: readonly Series[]): Promise<Series | "new" | undefined> {
  if (found.length === 0) return "new";
  const items: (QuickPickItem & { readonly series: Series | "new" })[] = [
    ...found.map((series) => ({
      label: series.next.title,
      description: `${series.posts.at(-1)?.title ?? ""} 다음`,
      series,
    })),
    { label: "$(add) 새 시리즈", series: "new" },
  ];
  const picked = await window.showQuickPick(items, { title: "시리즈 글", placeHolder: "이어 쓸 시리즈를 고르세요." });
  return picked?.series;
}

function askTitle(
  question: { readonly title: string; readonly prompt: string; readonly placeHolder: string },
  series: Series | undefined,
): Thenable<string | undefined> {
  const value = series?.next.title ?? "";
  return window.showInputBox({
    ...question,
    ...(series && { prompt: "글의 제목. 뒤에 이번 글의 주제를 적어도 돼요." }),
    value,
    // What there is stays; what this one is about is typed behind it.
    valueSelection: [value.length, value.length],
    validateInput: (text) => (text.trim() === "" ? "제목을 적어 주세요." : undefined),
  });
}
