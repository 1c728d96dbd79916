import { window } from "vscode";
import { isMarkdownName } from "../../../core/note/fileName.ts";
import type { NotePath } from "../../../core/note/note.ts";
import type { FollowedLinks } from "../../../core/publish/plan/followLinks.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { openNote } from "../../../vscode/openNote.ts";
import { slowly } from "../../../vscode/slowly.ts";

const TITLE = "펴내기: 이 글로 오는 링크 찾기";

/** The links of other notes to a draft, as they are once it has another path. @throws CancellationError */
export async function linksToDraft(session: NotebookSession, from: NotePath, to: NotePath): Promise<FollowedLinks> {
  const { followLinks } = await session.engines.loadPublishing();
  return slowly(TITLE, (steps) => followLinks(session, from, to, steps));
}

/** Which notes still link to where the draft was, or may do so, and why. */
export async function reportLeft(session: NotebookSession, { left, unread }: FollowedLinks): Promise<void> {
  const all = [...left, ...unread];
  const [first] = all;
  if (first === undefined) return;
  const what = unread.length === 0 ? "고치지" : left.length === 0 ? "살피지" : "고치거나 살피지";
  const notes = all.length === 1 ? first.path : `${first.path} 등 ${all.length}곳`;
  const message = `이 글로 오는 링크를 ${what} 못한 노트가 있어요: ${notes}. 열어서 직접 고쳐 주세요.`;
  if ((await window.showWarningMessage(message, "살펴보기")) === undefined) return;
  const picked = await window.showQuickPick(
    all.map(({ path, why }) => ({ label: path, detail: why })),
    { title: `${what} 못한 링크`, placeHolder: "고르면 노트를 엽니다" },
  );
  // A folder that could not be read has nothing to open.
  if (picked !== undefined && isMarkdownName(picked.label)) await openNote(session, picked.label);
}
