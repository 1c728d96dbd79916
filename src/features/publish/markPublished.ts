import { type Uri, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { editNote } from "../../vscode/edits/editNote.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";

/** A post on a service has left, and its file still says that it is a draft: offers to say so, with today's date. */
export async function offerToMark(session: NotebookSession, uri: Uri, clock: Clock): Promise<void> {
  const button = "펴낸 글로 표시";
  const asked = window.showInformationMessage("블로그에 올리고 나면 초안이라는 표시를 떼어 주세요.", button);
  if ((await asked) !== button) return;
  const { headOfPost } = await session.engines.loadPublishing();
  const { timeZone } = session.settings.dayRule;
  await editNote(uri, (text) => {
    const head = headOfPost(text, clock.now(), timeZone, false);
    if (head.ok) return head.edits;
    throw new Notice("머리말을 고칠 수 없어 표시를 떼지 못했어요. 머리말의 draft와 date를 직접 고쳐 주세요.");
  });
  const path = session.pathOf(uri);
  if (path !== undefined) await session.follow({ touched: new Set([path]), removed: new Set() });
}
