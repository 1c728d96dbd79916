import { parseYearMonth, type YearMonth } from "../../../src/core/calendar/month.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import type { NewNote } from "../../../src/core/write/newNote.ts";
import { memoryNotebook, type SettingValues } from "../../support/notebook.ts";

export function month(text: string): YearMonth {
  const result = parseYearMonth(text);
  if (result === undefined) throw new RangeError(`no such month: ${text}`);
  return result;
}

/** The draft of May 2025; a refusal fails the test. */
export async function mayDraft(files: Readonly<Record<string, string>>, values: SettingValues = {}): Promise<NewNote> {
  const plan = await planRetro(await memoryNotebook(files, values), month("2025-05"));
  if (plan.action !== "create") throw new Error(`not created: ${JSON.stringify(plan)}`);
  return plan.draft;
}

export const goldenFile = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);

/** A few notes of each kind. */
export const MAY_NOTES: Readonly<Record<string, string>> = {
  "토막글/2025-05-01-토막글-9.md": "---\ntitle: 오늘의 토막글 9\ndate: 2025-05-01 23:00:00 +0900\n---\n\n- 아홉\n",
  "토막글/2025-05-02-토막글-10.md": "---\ntitle: 오늘의 토막글 10\ndate: 2025-05-02 23:00:00 +0900\n---\n\n- 열\n",
  "TIL/2025-05-02-락.md": "---\ntitle: 락\ntags: [자바, 동시성]\nlink: https://example.com/lock\n---\n\n- 하나만\n",
  "TIL/2025-05-03-큐.md": "---\ntitle: 큐\ntags: [Redis]\n---\n\n- 차례로\n",
  "세션/2025-05-10-다녀온-곳.md": "---\ntitle: 다녀온 곳\n---\n\n- 메모\n",
};
