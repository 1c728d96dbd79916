import type { Clock } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { findTomakByName, planTomak } from "../../core/write/planTomak.ts";
import { createAndOpen } from "../../vscode/edits/createFiles.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { refusal } from "../../vscode/refusal.ts";

/** Opens a day's 토막글 as it is, or creates it with the next number and puts the cursor into its first bullet. */
export async function openTomak(session: NotebookSession, day: Day, clock: Clock): Promise<void> {
  if (!session.isLoaded) {
    const path = await findTomakByName(session, day);
    if (path !== undefined) {
      await openNote(session, path);
      return;
    }
  }
  await whenLoaded(session);
  const plan = await planTomak(session, day, clock.now());
  if (plan.action === "refuse") throw refusal(session, plan.problem);
  if (plan.action === "open") {
    await openNote(session, plan.path, plan.offset);
    return;
  }
  if (await createAndOpen(session, plan.note)) return;
  // Another window may have been a moment faster; then its note is the one.
  const made = await findTomakByName(session, day);
  if (made === undefined)
    throw new Notice(`${plan.note.path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인해 주세요.`);
  await openNote(session, made);
}
