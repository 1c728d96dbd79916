import type { Instant } from "../../calendar/clock.ts";
import type { NotePath } from "../../note/note.ts";
import { type Notebook, readIfThere } from "../../notebook/notebook.ts";
import { parseHistory } from "../../recall/history/parseHistory.ts";
import { HISTORY_PATH, type RecallEvent } from "../../recall/history/recallEvent.ts";
import { addition } from "../../recall/history/renderEvent.ts";
import { nfc } from "../../text/nfc.ts";
import type { ChangedFile } from "./planPublish.ts";

/** The history with what became of the 글감 a draft was begun from: its post is elsewhere now. */
export async function movedTopics(
  notebook: Pick<Notebook, "files" | "readText" | "settings">,
  from: NotePath,
  to: NotePath,
  now: Instant,
): Promise<ChangedFile | undefined> {
  const text = await readIfThere(notebook, HISTORY_PATH);
  if (text === undefined) return undefined;
  const last = new Map<string, RecallEvent>();
  for (const event of (await parseHistory(text)).events) if (event.event === "post") last.set(event.note, event);
  const moved = [...last.values()].flatMap((event) =>
    event.event === "post" && nfc(event.post) === nfc(from) ? { ...event, at: now, post: to } : [],
  );
  const newText = addition(text, moved, notebook.settings.dayRule.timeZone);
  return newText === ""
    ? undefined
    : { path: HISTORY_PATH, text, edits: [{ start: text.length, end: text.length, newText }] };
}
