import { window } from "vscode";
import type { NotePath } from "../../../core/note/note.ts";
import type { FollowedLinks } from "../../../core/publish/plan/followLinks.ts";
import { openNote } from "../../../vscode/edits.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { slowly } from "../../../vscode/slowly.ts";

const TITLE = "펴내기: 이 글로 오는 링크 찾기";

/** The links of other notes to a draft, as they are once it has another path. @throws CancellationError */
export async function linksToDraft(session: NotebookSession, from: NotePath, to: NotePath): Promise<FollowedLinks> {
  const { followLinks } = await session.engines.loadPublishing();
  return slowly(TITLE, (steps) => followLinks(session, from, to, steps));
}

/** Which notes still link to where the draft was, and why. */
export async function reportLeft(session: NotebookSession, left: FollowedLinks["left"]): Promise<void> {
  const [first] = left;
  if (first === undefined) return;
  const notes = left.length === 1 ? first.path : `${first.path} 등 ${left.length}편`;
  const message = `이 글로 오는 링크를 고치지 못한 노트가 있어요: ${notes}. 열어서 직접 고쳐 주세요.`;
  if ((await window.showWarningMessage(message, "살펴보기")) === undefined) return;
  const picked = await window.showQuickPick(
    left.map(({ path, why }) => ({ label: path, detail: why })),
    { title: "고치지 못한 링크", placeHolder: "고르면 노트를 엽니다" },
  );
  if (picked !== undefined) await openNote(session, picked.label);
}
