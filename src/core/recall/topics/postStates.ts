import { scalarField } from "../../note/frontMatter/field.ts";
import type { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { NotePath } from "../../note/note.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { isJekyll, siteOf } from "../../retro/site.ts";
import { nfc } from "../../text/nfc.ts";
import type { RecallEvent } from "../history/recallEvent.ts";
import type { PostState } from "./topics.ts";

/** Reads front matter. Handed in, since the parser is large and whoever asks has it. */
export type ReadFrontMatter = typeof readFrontMatter;

/** How far the posts are that were begun from notes, as their folders and their front matter say now. */
export async function postStates(
  notebook: Pick<Notebook, "files" | "index" | "readText" | "settings">,
  histories: Iterable<readonly RecallEvent[]>,
  readHead: ReadFrontMatter,
): Promise<ReadonlyMap<string, PostState>> {
  const posts = new Set<string>();
  for (const events of histories) for (const event of events) if (event.event === "post") posts.add(event.post);
  if (posts.size === 0) return new Map();
  const { retro, publish } = notebook.settings;
  const site = await siteOf(notebook.files, retro);
  // Where posts go elsewhere than the site's own folders, only what says so is a draft.
  const folder = publish.path !== "" ? undefined : isJekyll(site) ? "_posts" : site === "hugo" ? "content" : undefined;
  const states = [...posts].map(async (post) => [post, await postState(notebook, post, { readHead, folder })] as const);
  return new Map(await Promise.all(states));
}

async function postState(
  notebook: Pick<Notebook, "index" | "readText">,
  post: string,
  { readHead, folder }: { readonly readHead: ReadFrontMatter; readonly folder: string | undefined },
): Promise<PostState> {
  // On a service it has an address alone.
  if (/^https?:\/\//i.test(post)) return "published";
  // The history may come from anyone: only what is a file of the notebook is looked at.
  const path = notebook.index.pathLike(post);
  const text = path === undefined ? undefined : await readIfThere(notebook, path);
  if (text === undefined) return "missing";
  const frontMatter = readHead(text);
  const says = (key: string): string => (scalarField(frontMatter, key) ?? "").trim().toLowerCase();
  if (says("draft") === "true" || says("published") === "false") return "draft";
  const folders = nfc(post).split("/").slice(0, -1);
  if (folders.includes("_drafts")) return "draft";
  return folder !== undefined && !folders.includes(folder) ? "draft" : "published";
}

/** What cannot be read may as well be gone: neither is there to be opened. */
async function readIfThere(notebook: Pick<Notebook, "readText">, path: NotePath): Promise<string | undefined> {
  try {
    return await notebook.readText(path);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
