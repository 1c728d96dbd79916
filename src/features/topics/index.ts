import { Disposable, type TreeView, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Note } from "../../core/note/note.ts";
import type { TopicRow } from "../../core/recall/topics/topicRows.ts";
import { type CommandName, TOPICS_VIEW } from "../../ids.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import type { RecallHistories } from "../../vscode/recallHistories.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import type { Searches } from "../../vscode/searches.ts";
import type { TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";
import { addTopic, removeTopic } from "./keepTopic.ts";
import { newFromTemplate } from "./newFromTemplate.ts";
import { noteInEditor, noteOfRow } from "./noteOf.ts";
import { registerPostLenses } from "./postLenses.ts";
import { startPost } from "./startPost.ts";
import { TopicTree } from "./topicTree.ts";

export interface TopicsDeps {
  readonly notebooks: Notebooks;
  readonly histories: RecallHistories;
  readonly topics: TopicsOfNotes;
  readonly searches: Searches;
  readonly clock: Clock;
  readonly log: Log;
}

/** 글감: what could not be recalled becomes the seed of a post, and a post is begun from it. */
export function registerTopics(deps: TopicsDeps): Disposable {
  const { notebooks, log, topics } = deps;
  const tree = new TopicTree(deps);
  const view: TreeView<TopicRow> = window.createTreeView(TOPICS_VIEW, { treeDataProvider: tree });
  const loaded = async (): Promise<NotebookSession | undefined> => {
    const session = await notebooks.require();
    if (session !== undefined) await whenLoaded(session);
    return session;
  };
  /** For the note in the editor, and hidden from the palette for that of a row. */
  const onNote = (
    name: "addTopic" | "removeTopic" | "newPost",
    run: (session: NotebookSession, note: Note) => Promise<void>,
  ): Disposable => {
    const ofRow: CommandName = `${name}OfRow`;
    return Disposable.from(
      registerCommand(name, log, async () => {
        const session = await loaded();
        if (session !== undefined) await run(session, noteInEditor(session));
      }),
      registerCommand(ofRow, log, async (...args) => {
        const session = await loaded();
        // A key passes nothing. A menu of a row that was drawn anew meanwhile passes `undefined`, and means no other row.
        const [row] = args.length === 0 ? view.selection : args;
        if (session !== undefined) await run(session, noteOfRow(session, row));
      }),
    );
  };
  return Disposable.from(
    tree,
    view,
    registerPostLenses(notebooks, topics),
    onNote("addTopic", (session, note) => addTopic(deps, session, note)),
    onNote("removeTopic", (session, note) => removeTopic(deps, session, note)),
    onNote("newPost", (session, note) => startPost(deps, session, note)),
    registerCommand("newFromTemplate", log, async () => {
      const session = await loaded();
      if (session !== undefined) await newFromTemplate(deps, session);
    }),
  );
}
