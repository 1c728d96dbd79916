import { join } from "node:path";
import type { Engines } from "../core/engines.ts";
import type { NoteRules } from "../core/note/readNote.ts";
import { excludedBy } from "../core/notebook/exclude.ts";
import { NEVER_CANCELLED } from "../core/notebook/files.ts";
import { loadNotes } from "../core/notebook/loadNotes.ts";
import type { Notebook } from "../core/notebook/notebook.ts";
import { NotebookIndex } from "../core/notebook/notebookIndex.ts";
import { noteRulesOf } from "../core/settings/noteRules.ts";
import { decodeText } from "../core/text/decode.ts";
import { diskFiles } from "./files.ts";
import { settingsIn } from "./settings.ts";

export interface OpenNotebook extends Notebook {
  readonly root: string;
  readonly rules: NoteRules;
  /** Settings that could not be used, in Korean. */
  readonly warnings: readonly string[];
}

/** Opens a folder as a notebook, with the settings its `.vscode/settings.json` has, and reads all its notes. */
export async function openNotebook(root: string, engines: Engines): Promise<OpenNotebook> {
  const { settings, warnings } = await settingsIn(root);
  const files = diskFiles(root, excludedBy(settings.exclude));
  const rules = noteRulesOf(settings);
  const index = new NotebookIndex();
  const paths = await files.list(NEVER_CANCELLED);
  index.apply({ read: await loadNotes(files, paths, rules, { concurrency: 32, cancellation: NEVER_CANCELLED }) });
  return {
    root: join(root),
    files,
    index,
    settings,
    rules,
    warnings,
    readText: async (path) => decodeText(await files.read(path)).text,
    engines,
  };
}
