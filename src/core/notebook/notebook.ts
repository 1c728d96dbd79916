import type { Engines } from "../engines.ts";
import { builtInTemplate, type TemplateName, templatePath } from "../note/builtInTemplates.ts";
import type { NotePath } from "../note/note.ts";
import type { Settings } from "../settings/settings.ts";
import type { Files } from "./files.ts";
import type { NotebookIndex } from "./notebookIndex.ts";

/** A notebook as the features of the core use it: read in full, with the settings that hold for it. */
export interface Notebook {
  readonly files: Files;
  readonly index: NotebookIndex;
  readonly settings: Settings;
  readonly engines: Engines;
  /** A file's text as the person sees it now, unsaved changes included. @throws as {@link Files.read} */
  readText(path: NotePath): Promise<string>;
}

/** The notebook's own template of this name, or the built-in one. */
export async function readTemplate(
  notebook: Pick<Notebook, "files" | "readText" | "settings">,
  name: TemplateName,
): Promise<string> {
  return (await readIfThere(notebook, templatePath(name))) ?? builtInTemplate(name, notebook.settings);
}

/** A file's text; `undefined` where there is none. */
export async function readIfThere(
  notebook: Pick<Notebook, "files" | "readText">,
  path: NotePath,
): Promise<string | undefined> {
  try {
    return await notebook.readText(path);
  } catch (error) {
    if (notebook.files.isMissing(error)) return undefined;
    throw error;
  }
}
