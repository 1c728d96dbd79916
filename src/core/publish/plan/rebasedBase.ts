import type { Period } from "../../calendar/period.ts";
import type { NotePath } from "../../note/note.ts";
import { type Notebook, readIfThere } from "../../notebook/notebook.ts";
import { rebaseLinks } from "../../retro/entry/rebaseLinks.ts";
import { baseFilePath, readBaseFile, writeBaseFile } from "../../retro/merge/baseFile.ts";
import { smallestEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import type { ChangedFile } from "./planPublish.ts";

/**
 * What was generated last for a retro, with its links as they are from its new place: made again, they are no change by
 * hand. `undefined` when nothing of it changes.
 */
export async function rebasedBase(
  notebook: Pick<Notebook, "files" | "readText">,
  period: Period,
  from: NotePath,
  to: NotePath,
  parse: ParseMarkdown,
): Promise<ChangedFile | undefined> {
  const path = baseFilePath(period);
  const text = await readIfThere(notebook, path);
  if (text === undefined) return undefined;
  const base = readBaseFile(text);
  if (base === undefined) return undefined;
  const lines = rebaseLinks(base.lines.join("\n"), from, to, parse).split("\n");
  if (lines.join("\n") === base.lines.join("\n") || lines.length !== base.lines.length) return undefined;
  return { path, text, edits: [smallestEdit(text, writeBaseFile({ ...base, lines }))] };
}
