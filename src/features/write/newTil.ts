import { env, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { linkedTitle } from "../../core/text/linkedTitle.ts";
import { planTil } from "../../core/write/planTil.ts";
import { createAndOpen } from "../../vscode/edits/createFiles.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { pickTags } from "../../vscode/pickTags.ts";
import { refusal } from "../../vscode/refusal.ts";

/** Asks for a title, offers the clipboard's link as the source, lets tags be picked, and opens the new TIL. */
export async function newTil(session: NotebookSession, day: Day, clock: Clock): Promise<void> {
  const answer = await window.showInputBox({
    title: "TIL 쓰기",
    prompt: "오늘 배운 것의 제목. 출처가 있으면 [제목](주소)로 적어도 돼요.",
    placeHolder: "Redis에서 만료된 키를 지우는 방법",
    validateInput: (text) => (text.trim() === "" ? "제목을 적어 주세요." : undefined),
  });
  if (answer === undefined) return;
  const { title, link = await offerClipboardLink() } = linkedTitle(answer.trim());
  if (link === "cancelled") return;
  const tags = await pickTags(session, {
    title: "TIL의 태그",
    placeHolder: "고르거나 새로 적고 Enter. 없으면 그냥 Enter.",
  });
  if (tags === undefined) return;

  const plan = await planTil(session, { title, tags, day, now: clock.now(), ...(link !== "" && { link }) });
  if (!plan.ok) throw refusal(session, plan.problem);
  if (!(await createAndOpen(session, plan))) {
    throw new Notice(`${plan.path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.`);
  }
}

/** The link to put into the note, "" for none, "cancelled" when the person backed out. */
async function offerClipboardLink(): Promise<string> {
  const text = (await env.clipboard.readText()).trim();
  if (text.length > 2_000 || !/^https?:\/\/[^\s<>"]+$/i.test(text)) return "";
  const picked = await window.showQuickPick(
    [
      { label: "$(link) 클립보드의 링크를 출처로 넣기", description: text, link: text },
      { label: "$(circle-slash) 출처 없이", link: "" },
    ],
    { title: "TIL의 출처" },
  );
  return picked?.link ?? "cancelled";
}
