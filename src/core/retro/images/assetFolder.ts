import type { Period } from "../../calendar/period.ts";
import type { NotePath } from "../../note/note.ts";
import type { Files } from "../../notebook/files.ts";
import type { Site } from "../../settings/settings.ts";
import { foldersOf } from "../entry/linkTarget.ts";
import { addressFrom } from "../entry/rebaseLinks.ts";
import { holdsSite } from "../recogniseSite.ts";
import { isJekyll } from "../site.ts";

/** Where a draft's images go, and how the draft shows them from there. */
export interface AssetFolder {
  /** The folder that copies are put into. */
  readonly path: NotePath;
  /** How the address of a file in it begins. */
  readonly address: string;
  /** The folder whose files the site has addresses for without any copying, and how those begin. */
  readonly served?: { readonly path: NotePath; readonly address: string };
}

/**
 * The folder of assets that a site's own documentation recommends for the images of posts, by period; `undefined` where
 * a post is pasted and its images are uploaded by hand.
 */
export async function assetFolder(
  files: Files,
  site: Site,
  draftPath: NotePath,
  period: Period,
): Promise<AssetFolder | undefined> {
  if (site === "velog" || site === "tistory") return undefined;
  const drafts = foldersOf(draftPath);
  if (site === "plain") return { path: [...drafts, "images", period].join("/"), address: `images/${period}/` };
  const root = await siteRoot(files, drafts);
  if (!isJekyll(site)) {
    const served = { path: `${root}static`, address: "/" };
    return { path: `${root}static/images/${period}`, address: `/images/${period}/`, served };
  }
  const folder = `${site === "chirpy" ? "assets/img/posts" : "assets/images"}/${period}`;
  return { path: root + folder, address: `/${folder}/`, served: { path: `${root}assets`, address: "/assets/" } };
}

/**
 * The folder that a post shows copies of a period's images from, when it was moved away from them. Only where images lie
 * beside their drafts does that make a difference.
 * @param images that the post shows and no note does
 */
export function folderLeftBehind(images: readonly NotePath[], path: NotePath, period: Period): AssetFolder | undefined {
  const folder = images
    .map((image) => foldersOf(image).join("/"))
    .find((shown) => shown === `images/${period}` || shown.endsWith(`/images/${period}`));
  return folder === undefined ? undefined : { path: folder, address: addressFrom(path, `${folder}/`) };
}

/** The nearest of these folders that a site is built from, ending in `/`; the notebook itself when none says so. */
export async function siteRoot(files: Files, drafts: readonly string[]): Promise<string> {
  for (let depth = drafts.length; depth > 0; depth--) {
    const folder = drafts.slice(0, depth).join("/");
    if (holdsSite(await files.namesIn(folder))) return `${folder}/`;
  }
  return "";
}
