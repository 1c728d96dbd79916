import type { Instant } from "../../calendar/clock.ts";
import { type Note, noteId } from "../../note/note.ts";
import type { RecallEvent } from "../history/recallEvent.ts";

/** Where a post that was begun from a note is: still a draft, out for readers, or gone. */
export type PostState = "draft" | "published" | "missing";

/** A note that a post is worth writing about, and why. */
export interface Topic {
  readonly note: Note;
  /** How often it could not be recalled, and how often only vaguely in a row, since it was last put away. */
  readonly unknown: number;
  readonly hazy: number;
  /** Whether the person chose it. */
  readonly isChosen: boolean;
  /** When it last became more of a topic. */
  readonly at: Instant;
  /** The post that was begun from it, as far as it is there. */
  readonly post?: BegunPost;
}

export interface BegunPost {
  /** Its path in the notebook, or its address. */
  readonly post: string;
  readonly state: Exclude<PostState, "missing">;
}

/** Recalled only vaguely so often in a row, a note is as good as forgotten. */
const HAZY_ENOUGH = 2;

/**
 * The topics, those that became one last first. A note is a topic once it could not be recalled, was recalled only
 * vaguely twice in a row, or was chosen; recalling it later takes nothing back. What was put away, or published, is one
 * again when the same happens after that.
 */
export function topicsOf(
  histories: ReadonlyMap<string, readonly RecallEvent[]>,
  noteOf: (id: string) => Note | undefined,
  stateOf: (post: string) => PostState,
): readonly Topic[] {
  const topics: Topic[] = [];
  for (const [id, events] of histories) {
    const note = noteOf(id);
    const topic = note && topicOf(note, events, stateOf);
    if (topic !== undefined) topics.push(topic);
  }
  return topics.sort((a, b) => b.at - a.at || (noteId(a.note) < noteId(b.note) ? -1 : 1));
}

function topicOf(note: Note, events: readonly RecallEvent[], stateOf: (post: string) => PostState): Topic | undefined {
  const post = begunPost(events, stateOf);
  const published = post?.state === "published" ? events.findLastIndex(({ event }) => event === "post") : -1;
  const removed = events.findLastIndex((event) => event.event === "topic" && event.state === "removed");
  let unknown = 0;
  let hazy = 0;
  let inRow = 0;
  let isChosen = false;
  let at: Instant | undefined;
  for (const event of events.slice(Math.max(published, removed) + 1)) {
    if (event.event === "topic" && event.state === "added") {
      isChosen = true;
      at = event.at;
    }
    if (event.event !== "review") continue;
    inRow = event.recalled === "hazy" ? inRow + 1 : 0;
    if (event.recalled === "unknown") unknown++;
    if (inRow >= HAZY_ENOUGH) hazy = inRow;
    if (event.recalled === "unknown" || inRow >= HAZY_ENOUGH) at = event.at;
  }
  return at === undefined ? undefined : { note, unknown, hazy, isChosen, at, ...(post && { post }) };
}

/** The post begun from a note: the last one counts, while it is there. */
export function begunPost(events: readonly RecallEvent[], stateOf: (post: string) => PostState): BegunPost | undefined {
  const last = events.findLast((event) => event.event === "post");
  const state = last?.event === "post" ? stateOf(last.post) : "missing";
  return last?.event !== "post" || state === "missing" ? undefined : { post: last.post, state };
}
