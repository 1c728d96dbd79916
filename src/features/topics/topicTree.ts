import {
  Disposable,
  type Event,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { NEVER_CANCELLED } from "../../core/notebook/files.ts";
import type { TopicRow } from "../../core/recall/topics/topicRows.ts";
import { DayTurn } from "../../vscode/dayTurn.ts";
import { openArguments } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { noteTooltip } from "../../vscode/noteTooltip.ts";
import type { Searches } from "../../vscode/searches.ts";
import type { TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";
import { relatedNotes } from "./relatedNotes.ts";

export interface TopicTreeDeps {
  readonly notebooks: Notebooks;
  readonly topics: TopicsOfNotes;
  readonly searches: Searches;
  readonly clock: Clock;
}

/** 글감: what posts are worth writing about, with why, and below each what there is for it already. */
export class TopicTree extends Disposable implements TreeDataProvider<TopicRow> {
  readonly onDidChangeTreeData: Event<undefined>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #deps: TopicTreeDeps;
  readonly #dayTurn: DayTurn;
  readonly #subscription: Disposable;

  constructor(deps: TopicTreeDeps) {
    super(() => {
      this.#subscription.dispose();
      this.#dayTurn.dispose();
      this.#changed.dispose();
    });
    this.#deps = deps;
    this.onDidChangeTreeData = this.#changed.event;
    const refresh = (): void => this.#changed.fire(undefined);
    this.#dayTurn = new DayTurn(deps.clock, refresh);
    this.#subscription = deps.topics.onDidChange(refresh);
  }

  async getChildren(node?: TopicRow): Promise<TopicRow[]> {
    const session = this.#deps.notebooks.current;
    if (session === undefined) return [];
    if (node !== undefined) return node.type === "topic" ? this.#below(session, node) : [];
    await session.show();
    const [{ topicRow }, { topics }] = await Promise.all([session.engines.loadTopics(), this.#deps.topics.of(session)]);
    const { dayRule } = session.settings;
    const today = this.#dayTurn.watch(dayRule);
    return topics.map((topic) => topicRow(topic, today, dayRule));
  }

  getParent({ parent }: TopicRow): TopicRow | undefined {
    return parent;
  }

  getTreeItem({ id, type, note, label, description, role, icon }: TopicRow): TreeItem {
    const isTopic = type === "topic";
    const item = new TreeItem(label, isTopic ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
    item.id = id;
    item.description = description;
    if (icon !== "") item.iconPath = new ThemeIcon(icon);
    item.contextValue = type;
    item.accessibilityInformation = { label: [role, label, description].filter((text) => text !== "").join(", ") };
    const session = this.#deps.notebooks.opened;
    if (note === undefined || session === undefined) return item;
    item.tooltip = noteTooltip(note, [description]);
    item.command = { command: "vscode.open", title: "열기", arguments: [...openArguments(session, note)] };
    return item;
  }

  async #below(session: NotebookSession, parent: TopicRow): Promise<TopicRow[]> {
    const { note } = parent;
    if (note === undefined) return [];
    const { searches, topics } = this.#deps;
    const [{ rowsBelow }, post, related] = await Promise.all([
      session.engines.loadTopics(),
      topics.postOf(session, note),
      relatedNotes({ session, searches }, note, NEVER_CANCELLED),
    ]);
    return [...rowsBelow(parent, post, related)];
  }
}
