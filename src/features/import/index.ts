import { Disposable, type QuickPickItem, Uri, window, workspace } from "vscode";
import { koreanMonth, parseYearMonth, type YearMonth } from "../../core/calendar/month.ts";
import type { ImportItem, ImportPlan } from "../../core/import/planImport.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import { decodeText } from "../../core/text/decode.ts";
import { createFiles, openNote, removeCreated } from "../../vscode/edits.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { refusal } from "../../vscode/refusal.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { type OfferDeps, offerLayout } from "./offerLayout.ts";

export type ImportDeps = OfferDeps;

/** 가져오기: a repository as it is, and a retro post written by hand, taken apart into the notes it was made of. */
export function registerImport(deps: ImportDeps): Disposable {
  const { notebooks, log } = deps;
  const command = registerCommand("importRetroPost", log, async (argument) => {
    const session = await notebooks.require();
    if (session === undefined) return;
    const uri = argument instanceof Uri ? argument : await askPost(session);
    if (uri !== undefined) await importPost(session, uri);
  });
  return Disposable.from(command, offerLayout(deps));
}

async function askPost(session: NotebookSession): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  const [picked] =
    (await window.showOpenDialog({
      title: "노트를 가져올 회고 글을 골라 주세요",
      openLabel: "이 글에서 가져오기",
      defaultUri: active?.languageId === "markdown" ? active.uri : session.root,
      filters: { "Markdown 글": ["md", "markdown", "txt"] },
    })) ?? [];
  return picked;
}

async function importPost(session: NotebookSession, uri: Uri): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const { text, faithful } = decodeText(await workspace.fs.readFile(uri));
  if (!faithful)
    throw new Notice(`${name} 파일은 UTF-8이 아니라서 가져오지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.`);
  const { planImport, readRetroPost } = await session.engines.loadRetro();
  const post = readRetroPost(name, text, session.rules, await session.engines.loadMarkdown());
  if (post.entries.length === 0) {
    throw new Notice(
      `${name}에서 토막글이나 TIL 목록을 찾지 못했어요. '## 5월 동안 쓴 토막글들'처럼 제목이 달린 목록이 있어야 해요.`,
    );
  }
  const month = post.month ?? (await askMonth(name));
  if (month === undefined) return;
  await whenLoaded(session);
  const planned = planImport(post, month, {
    notes: session.index.notes(),
    tomakPath: session.settings.tomak.path,
    tilPath: session.settings.til.path,
    render: await session.engines.loadTemplates(),
  });
  if (!planned.ok) throw refusal(session, planned.problem);
  const { plan } = planned;
  if (plan.items.length === 0) {
    void window.showInformationMessage(
      `${name}의 토막글과 TIL ${plan.existing.length}편은 모두 이미 노트로 있어요. 만든 것은 없어요.`,
    );
    return;
  }
  const chosen = await chooseItems(plan);
  if (chosen === undefined || chosen.length === 0) return;
  if (!(await createFiles(session, chosen))) {
    throw new Notice("노트를 하나도 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.");
  }
  const [first] = chosen;
  if (first !== undefined) await openNote(session, first.path);
  void offerUndo(session, plan, chosen);
}

/** Says what was made. The editor's own undo takes it back too; the button does so from anywhere. */
async function offerUndo(session: NotebookSession, plan: ImportPlan, made: readonly ImportItem[]): Promise<void> {
  const { month, repeatedNumbers } = plan;
  const repeated =
    repeatedNumbers.length === 0 ? "" : ` 다른 달에도 있는 번호가 있어요: ${repeatedNumbers.join(", ")}.`;
  const message = `${koreanMonth(month)} 노트 ${made.length}편을 만들었어요.${repeated}`;
  if ((await window.showInformationMessage(message, "되돌리기")) === undefined) return;
  const removed = await removeCreated(session, made);
  const kept = made.length - removed;
  void window.showInformationMessage(
    kept === 0
      ? `가져온 노트 ${removed}편을 되돌렸어요.`
      : `${removed}편을 되돌렸고, 그사이 고친 ${kept}편은 그대로 두었어요.`,
  );
}

async function askMonth(name: string): Promise<YearMonth | undefined> {
  const answer = await window.showInputBox({
    title: "몇 월의 회고인가요?",
    prompt: `${name}에는 어느 달의 회고인지 적혀 있지 않아요. 2025-05처럼 적어 주세요.`,
    placeHolder: "2025-05",
    validateInput: (text) => (parseYearMonth(text.trim()) === undefined ? "2025-05처럼 적어 주세요." : undefined),
  });
  return answer === undefined ? undefined : parseYearMonth(answer.trim());
}

/** Shows what would be created, everything ticked. */
async function chooseItems(plan: ImportPlan) {
  const items = plan.items.map((item) => ({
    label: item.entry.title,
    description: `${KIND_LABELS[item.entry.kind]} · ${item.path}`,
    picked: true,
    item,
  })) satisfies (QuickPickItem & { item: unknown })[];
  const already = plan.existing.length === 0 ? "" : ` 이미 있는 ${plan.existing.length}편은 뺐어요.`;
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: `${koreanMonth(plan.month)} 회고에서 노트 ${plan.items.length}편 가져오기`,
    placeHolder: `만들 노트를 고르고 Enter를 누르세요.${already}`,
  });
  return picked?.map(({ item }) => item);
}
