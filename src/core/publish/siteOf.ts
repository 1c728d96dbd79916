import type { NotePath } from "../note/note.ts";
import type { Files } from "../notebook/files.ts";
import { foldersOf } from "../retro/entry/linkTarget.ts";
import { holdsSite, recogniseSite } from "../retro/recogniseSite.ts";
import type { Site } from "../settings/settings.ts";

export interface SiteOfPost {
  readonly site: Site;
  /** The folder the site is built from, ending in `/`; empty for the notebook itself. */
  readonly root: string;
}

/** The site a note is published on: that of the nearest folder above it that holds one; `stated` says which it is. */
export async function siteOf(files: Files, path: NotePath, stated: Site | "auto"): Promise<SiteOfPost> {
  const folders = foldersOf(path);
  for (let depth = folders.length; depth > 0; depth--) {
    const root = `${folders.slice(0, depth).join("/")}/`;
    if (!holdsSite(await files.namesIn(root.slice(0, -1)))) continue;
    return { site: stated === "auto" ? await recogniseSite(filesBelow(files, root)) : stated, root };
  }
  return { site: stated === "auto" ? await recogniseSite(files) : stated, root: "" };
}

function filesBelow(files: Files, root: string): Parameters<typeof recogniseSite>[0] {
  return {
    namesIn: (folder) => files.namesIn(folder === "" ? root.slice(0, -1) : root + folder),
    read: (path) => files.read(root + path),
    isMissing: (error) => files.isMissing(error),
  };
}
