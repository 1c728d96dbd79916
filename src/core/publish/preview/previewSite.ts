import { isMarkdownName } from "../../note/fileName.ts";
import type { NotePath } from "../../note/note.ts";
import type { Files } from "../../notebook/files.ts";
import { foldersOf } from "../../retro/entry/linkTarget.ts";
import { siteRoot } from "../../retro/images/assetFolder.ts";
import { recogniseSite } from "../../retro/recogniseSite.ts";
import type { RetroSettings, Site } from "../../settings/settings.ts";

/** The site that a Markdown file of the notebook belongs to. */
export interface PreviewSite {
  readonly site: Site;
  /** The folder it is built from, ending in `/`; empty when that is the notebook. */
  readonly root: string;
  /** Whether a template of its own draws `mermaid` code. */
  readonly hasMermaidHook: boolean;
}

const HOOK = "render-codeblock-mermaid.html";
const HOOK_FOLDERS = ["layouts/_default/_markup", "layouts/_markup"];

/** What a file is built by, from the folders it lies in; `undefined` for a folder of Markdown, which is shown as it is. */
export async function previewSite(
  files: Files,
  settings: Pick<RetroSettings, "site">,
  path: NotePath,
): Promise<PreviewSite | undefined> {
  if (!isMarkdownName(path)) return undefined;
  const root = await siteRoot(files, foldersOf(path));
  const site = settings.site === "auto" ? await recogniseSite(files, root) : settings.site;
  if (site === "plain") return undefined;
  return { site, root, hasMermaidHook: site === "hugo" && (await hasHook(files, root)) };
}

/** Hugo looks into the site's own layouts and then into its theme's. */
async function hasHook(files: Files, root: string): Promise<boolean> {
  const themes = await files.namesIn(`${root}themes`);
  const places = ["", ...themes.map((theme) => `themes/${theme}/`)];
  const names = await Promise.all(
    places.flatMap((place) => HOOK_FOLDERS.map((folder) => files.namesIn(`${root}${place}${folder}`))),
  );
  return names.some((inFolder) => inFolder.includes(HOOK));
}
