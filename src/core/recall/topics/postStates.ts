import type { NotePath } from "../../note/note.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { draftState } from "../../publish/draftState.ts";
import { siteOf } from "../../publish/siteOf.ts";
import type { RecallEvent } from "../history/recallEvent.ts";
import type { PostState } from "./topics.ts";

/** How far the posts are that were begun from notes, as their folders and their front matter say now. */
export async function postStates(
  notebook: Pick<Notebook, "files" | "index" | "readText" | "settings" | "engines">,
  histories: Iterable<readonly RecallEvent[]>,
): Promise<ReadonlyMap<string, PostState>> {
  const posts = new Set<string>();
  for (const events of histories) for (const event of events) if (event.event === "post") posts.add(event.post);
  const states = [...posts].map(async (post) => [post, await postState(notebook, post)] as const);
  return new Map(await Promise.all(states));
}

async function postState(
  notebook: Pick<Notebook, "files" | "index" | "readText" | "settings" | "engines">,
  post: string,
): Promise<PostState> {
  // On a service it has an address alone.
  if (/^https?:\/\//i.test(post)) return "published";
  // The history may come from anyone: only what is a file of the notebook is looked at.
  const path = notebook.index.pathLike(post);
  const [note] = path === undefined ? [] : notebook.index.notesIn(path);
  const text = note === undefined ? undefined : await readIfThere(notebook, note.path);
  if (note === undefined || text === undefined) return "missing";
  const site = await siteOf(notebook.files, note.path, notebook.settings.retro.site);
  // Begun as a post, it is one whatever else it looks like.
  return (await draftState(notebook, text, { ...note, kind: "post" }, site)) === "draft" ? "draft" : "published";
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
