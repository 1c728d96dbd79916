import { planPublish } from "../../../src/core/publish/plan/planPublish.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { addNote, type MemoryNotebook } from "../../support/notebook.ts";

/** 23:10 in Seoul, when it is still the afternoon of that day in UTC. */
export const NOW = Date.parse("2026-11-21T23:10:00+09:00");

export async function planOf(notebook: MemoryNotebook, path: string, at = NOW) {
  return planPublish(notebook, path, await notebook.readText(path), { now: NOW, publishedAt: at });
}

/** Does what a plan says, and answers with the post's place and text. */
export async function publish(notebook: MemoryNotebook, path: string, at = NOW) {
  const plan = await planOf(notebook, path, at);
  if (plan.action !== "publish") throw new Error(JSON.stringify(plan));
  const text = applyEdits(plan.draft.text, plan.draft.edits);
  for (const { path: other, text: before, edits } of plan.others) notebook.files.put(other, applyEdits(before, edits));
  notebook.files.contents.delete(path);
  notebook.index.apply({ removed: [path] });
  addNote(notebook, plan.to, text);
  return { path: plan.to, text, plan };
}
