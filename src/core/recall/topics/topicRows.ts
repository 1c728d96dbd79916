import type { Day } from "../../calendar/day.ts";
import type { DayRule } from "../../calendar/zone.ts";
import { type Note, noteId } from "../../note/note.ts";
import { describeRelation } from "../related/describeRelation.ts";
import type { RelatedNote } from "../related/findRelated.ts";
import type { PostOfNote } from "./readTopics.ts";
import { topicReason } from "./topicReason.ts";
import type { Topic } from "./topics.ts";

/** A row of the view: a topic, and below it the post begun from it and the notes that have to do with it. */
export interface TopicRow {
  readonly type: "topic" | "post" | "related" | "none";
  readonly id: string;
  /** `undefined` for the row that says that there is nothing. */
  readonly note: Note | undefined;
  readonly label: string;
  readonly description: string;
  /** What it is called to those who do not see its icon. */
  readonly role: string;
  /** Of the editor's icons; empty for none. */
  readonly icon: string;
  readonly parent?: TopicRow;
}

export function topicRow(topic: Topic, today: Day, rule: DayRule): TopicRow {
  const { note, post, isChosen, unknown, hazy } = topic;
  const reason = topicReason(topic, today, rule);
  return {
    type: "topic",
    id: noteId(note),
    note,
    label: note.title,
    description: post?.state === "draft" ? `${reason} · 쓰는 중` : reason,
    role: "글감",
    icon: isChosen && unknown + hazy === 0 ? "star-full" : "question",
  };
}

/** What is there for a topic already: the post first. */
export function rowsBelow(
  parent: TopicRow,
  post: PostOfNote | undefined,
  related: readonly RelatedNote[],
): readonly TopicRow[] {
  const rows: TopicRow[] = related.map((found) => ({
    ...{ type: "related", id: `${parent.id}|${noteId(found.note)}`, note: found.note, label: found.note.title },
    ...{ description: describeRelation(found), role: "함께 볼 노트", icon: "references", parent },
  }));
  if (post?.note !== undefined) {
    const description = post.state === "published" ? "펴낸 글" : "쓰고 있는 글";
    rows.unshift({
      ...{ type: "post", id: `${parent.id}|post`, note: post.note, label: post.title },
      ...{ description, role: "글", icon: "globe", parent },
    });
  }
  if (rows.length > 0) return rows;
  const label = "함께 볼 노트가 아직 없어요.";
  return [
    { type: "none", id: `${parent.id}|none`, note: undefined, label, description: "", role: "", icon: "", parent },
  ];
}
