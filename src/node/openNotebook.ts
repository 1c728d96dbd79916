import { join } from "node:path";
import type { Engines } from "../core/engines.ts";
import type { NoteRules } from "../core/note/readNote.ts";
import { excludedBy } from "../core/notebook/exclude.ts";
import { NEVER_CANCELLED } from "../core/notebook/files.ts";
import { datedByCommits } from "../core/notebook/firstCommits.ts";
import { loadNotes } from "../core/notebook/loadNotes.ts";
import type { Notebook } from "../core/notebook/notebook.ts";
import { NotebookIndex } from "../core/notebook/notebookIndex.ts";
import { noteRulesOf } from "../core/settings/noteRules.ts";
import { decodeText } from "../core/text/decode.ts";
import { diskFiles } from "./files.ts";
import { firstCommitsBelow } from "./firstCommits.ts";
import { settingsIn } from "./settings.ts";

const NO_GIT =
  "Git에서 처음 커밋한 날을 알아내지 못해 날짜 없는 노트를 그대로 두었어요. git이 깔려 있고 노트 폴더가 Git 저장소인지 확인해 주세요.";

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
  const asked = settings.dateFromGit ? firstCommitsBelow(root)().catch(() => NO_GIT) : undefined;
  index.apply({ read: await loadNotes(files, paths, rules, { concurrency: 32, cancellation: NEVER_CANCELLED }) });
  const commits = await asked;
  if (typeof commits === "object") index.dateBy(datedByCommits(commits, settings.dayRule));
  return {
    root: join(root),
    files,
    index,
    settings,
    rules,
    warnings: commits === NO_GIT ? [...warnings, NO_GIT] : warnings,
    readText: async (path) => decodeText(await files.read(path)).text,
    engines,
  };
}
