import { type Note, noteId } from "../../note/note.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import type { RecallEvent } from "../history/recallEvent.ts";
import { postStates } from "./postStates.ts";
import { type BegunPost, begunPost, type Topic, topicsOf } from "./topics.ts";

/** What a history makes of a notebook's notes. */
export interface TopicsOfNotebook {
  readonly topics: readonly Topic[];
  /** The posts that were begun from notes, and are there, by the notes' ids. */
  readonly posts: ReadonlyMap<string, PostOfNote>;
}

/** A post and what it is called. */
export interface PostOfNote extends BegunPost {
  readonly title: string;
  /** The file, as it is spelled on disk; `undefined` for a post on a service. */
  readonly note: Note | undefined;
}

/** @param histories what happened to each note, by its id */
export async function readTopics(
  notebook: Pick<Notebook, "files" | "index" | "readText" | "settings" | "engines">,
  histories: ReadonlyMap<string, readonly RecallEvent[]>,
): Promise<TopicsOfNotebook> {
  const { index } = notebook;
  const states = await postStates(notebook, histories.values());
  const stateOf = (post: string) => states.get(post) ?? "missing";
  const posts = new Map<string, PostOfNote>();
  for (const [id, events] of histories) {
    const begun = begunPost(events, stateOf);
    if (begun === undefined) continue;
    const path = index.pathLike(begun.post);
    const note = path === undefined ? undefined : index.notesIn(path)[0];
    posts.set(id, { ...begun, note, title: note?.title ?? begun.post });
  }
  return { topics: topicsOf(histories, (id) => index.byId(id), stateOf), posts };
}

/** Whether a note is among the topics. */
export function isTopic({ topics }: TopicsOfNotebook, note: Note): boolean {
  return topics.some((topic) => noteId(topic.note) === noteId(note));
}
