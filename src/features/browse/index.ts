import { commands, Disposable, type Event, type Memento, type Uri, type ViewBadge, ViewColumn, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { NOTES_VIEW } from "../../ids.ts";
import { setContext } from "../../vscode/context.ts";
import type { Log } from "../../vscode/log.ts";
import { openArguments } from "../../vscode/noteAtCursor.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import type { Searches } from "../../vscode/searches.ts";
import type { TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";
import { registerCalendar } from "./calendar/index.ts";
import { changeTags } from "./changeTags.ts";
import { deleteNote } from "./deleteNote.ts";
import { askFilter } from "./filterBox.ts";
import { findNote } from "./findNote.ts";
import { registerGrass } from "./grass/index.ts";
import { type Grouping, NoteTree } from "./noteTree.ts";
import { ReadingStatus } from "./readingStatus.ts";
import { revealNote } from "./revealNote.ts";
import { registerTags } from "./tags/index.ts";
import { noteTarget } from "./target.ts";

export interface BrowseDeps {
  readonly notebooks: Notebooks;
  readonly searches: Searches;
  /** Knows the posts that were begun from notes. */
  readonly topics: TopicsOfNotes;
  readonly clock: Clock;
  readonly log: Log;
  /** Remembers how the tree is grouped. */
  readonly memory: Memento;
  /** Where the pages of the calendar and the 잔디 lie. */
  readonly extensionUri: Uri;
  /** What the icon of the tree says. */
  readonly onDidChangeBadge: Event<ViewBadge | undefined>;
}

const GROUPING = "treeGrouping";

/** 훑기: the tree of notes by month and by tag and what can be done from it, the calendar, the 잔디. */
export function registerBrowse({
  notebooks,
  searches,
  topics,
  log,
  memory,
  clock,
  extensionUri,
  onDidChangeBadge,
}: BrowseDeps): Disposable {
  const tree = new NoteTree(
    { notebooks, topics, clock, log },
    memory.get<string>(GROUPING) === "tag" ? "tag" : "month",
  );
  const reading = new ReadingStatus(notebooks);
  const view = window.createTreeView(NOTES_VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const show = (): void => {
    view.message = reading.message || filterMessage(tree);
  };
  const group = async (grouping: Grouping): Promise<void> => {
    tree.grouping = grouping;
    setContext("groupBy", grouping);
    await memory.update(GROUPING, grouping);
  };
  const filter = (query: string): void => {
    tree.query = query;
    setContext("filtered", query !== "");
    show();
  };
  setContext("groupBy", tree.grouping);
  setContext("filtered", false);

  return Disposable.from(
    tree,
    view,
    onDidChangeBadge((badge) => {
      view.badge = badge;
    }),
    view.onDidExpandElement(({ element }) => tree.rememberOpen(element, true)),
    view.onDidCollapseElement(({ element }) => tree.rememberOpen(element, false)),
    reading,
    reading.onDidChange(show),
    tree.onDidChangeTreeData(show),
    tree.onDidOpen((session) => reading.follow(session)),
    notebooks.onDidChange(() => {
      reading.follow(undefined);
      show();
    }),
    registerCommand("groupByMonth", log, () => group("month")),
    registerCommand("groupByTag", log, () => group("tag")),
    registerCommand("findNote", log, (query) =>
      findNote({ notebooks, searches, clock }, typeof query === "string" ? query : ""),
    ),
    registerCommand("filterNotes", log, async () => {
      await commands.executeCommand(`${NOTES_VIEW}.focus`);
      await askFilter(tree.query, filter);
    }),
    registerCommand("clearFilter", log, () => filter("")),
    registerCommand("refreshNotes", log, () => notebooks.reload()),
    registerCommand("stopReading", log, () => notebooks.opened?.stopLoading()),
    registerCommand("resumeReading", log, () => notebooks.current?.load()),
    registerCommand("chooseNotebook", log, () => notebooks.choose()),
    registerCommand("showLog", log, () => log.show()),
    registerCommand("revealNote", log, () => revealNote(notebooks, tree, view, () => filter(""))),
    registerTags(notebooks, log, (tag) => {
      filter(`#${tag}`);
      void commands.executeCommand(`${NOTES_VIEW}.focus`);
    }),
    registerCommand("openNoteToSide", log, (...args) => {
      const { session, note } = noteTarget(notebooks, args, view);
      if (note.range === undefined) return commands.executeCommand("explorer.openToSide", session.uriOf(note.path));
      const [uri, options] = openArguments(session, note);
      return commands.executeCommand("vscode.open", uri, { ...options, viewColumn: ViewColumn.Beside });
    }),
    registerCommand("addTag", log, (...args) => changeTags("add", noteTarget(notebooks, args, view))),
    registerCommand("removeTag", log, (...args) => changeTags("remove", noteTarget(notebooks, args, view))),
    registerCommand("deleteNote", log, (...args) => deleteNote(noteTarget(notebooks, args, view))),
    registerCalendar({ notebooks, clock, log, extensionUri }),
    registerGrass({ notebooks, clock, log, extensionUri }),
  );
}

function filterMessage(tree: NoteTree): string {
  if (tree.query === "") return "";
  const count = tree.matchCount();
  return count === 0 ? `'${tree.query}'에 맞는 노트가 없어요.` : `'${tree.query}'에 맞는 노트 ${count}편`;
}
