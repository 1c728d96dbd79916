import { isMarkdownName } from "../../note/fileName.ts";
import type { NotePath } from "../../note/note.ts";
import type { Files } from "../../notebook/files.ts";
import { foldersOf } from "../../retro/entry/linkTarget.ts";
import { allowsRawHtml, hasMermaidHook } from "../../retro/hugoSite.ts";
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
  /** Whether HTML in Markdown is shown. */
  readonly showsHtml: boolean;
}

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
  const isHugo = site === "hugo";
  return {
    site,
    root,
    hasMermaidHook: isHugo && (await hasMermaidHook(files, root)),
    showsHtml: !isHugo || (await allowsRawHtml(files, root)),
  };
}
