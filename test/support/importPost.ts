import { type ImportPlan, planImport } from "../../src/core/import/planImport.ts";
import { type RetroPost, readRetroPost } from "../../src/core/import/retroPost.ts";
import { planRetro } from "../../src/core/retro/planRetro.ts";
import { parseMarkdown } from "../../src/markdown.ts";
import { renderTemplate } from "../../src/templates.ts";
import { addNote, defaultRules, type MemoryNotebook, memoryNotebook } from "./notebook.ts";

export function readPost(source: string, path = "_posts/2025-06-01-back.md"): RetroPost {
  return readRetroPost(path, source, defaultRules, parseMarkdown);
}

/** Imports a post into a notebook, as the commands do. */
export function importInto(notebook: MemoryNotebook, post: RetroPost): ImportPlan {
  if (post.month === undefined) throw new Error("the post names no month");
  const result = planImport(post, post.month, {
    notes: notebook.index.notes(),
    tomakPath: notebook.settings.tomak.path,
    tilPath: notebook.settings.til.path,
    render: renderTemplate,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  for (const { path, text } of result.plan.items) addNote(notebook, path, text);
  return result.plan;
}

/** The draft that a post's entries give when they are imported into an empty notebook. */
export async function compiledAgain(post: RetroPost): Promise<string> {
  const notebook = await memoryNotebook({});
  importInto(notebook, post);
  if (post.month === undefined) throw new Error("the post names no month");
  const plan = await planRetro(notebook, post.month);
  if (plan.action !== "create") throw new Error(plan.action);
  return plan.draft.text;
}

/** Lines as they are compared: no trailing spaces, no blank lines. */
export function comparableLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}
