import { Disposable, type Event, EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import type { Note } from "../../core/note/note.ts";
import { NotesByMonth } from "../../core/notebook/months.ts";
import { type GroupNode, type OutlineNode, standFor } from "../../core/notebook/outline.ts";
import { outlineByMonth } from "../../core/notebook/outlineByMonth.ts";
import { outlineByTag } from "../../core/notebook/outlineByTag.ts";
import { TagTree } from "../../core/notebook/tagTree.ts";
import type { PostOfNote } from "../../core/recall/topics/readTopics.ts";
import { filterNotes } from "../../core/search/filterNotes.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { noteTooltip } from "../../vscode/noteTooltip.ts";
import { postLine, type TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";
import type { BrowseDeps } from "./index.ts";
import { treeItemOf } from "./treeItem.ts";

export type Grouping = "month" | "tag";

/** The tree's model: the notebook's outline, grouped and narrowed as the person has set it. */
export class NoteTree extends Disposable implements TreeDataProvider<OutlineNode> {
  readonly onDidChangeTreeData: Event<undefined>;
  /** The tree looks at another notebook. */
  readonly onDidOpen: Event<NotebookSession>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #sessionOpened = new EventEmitter<NotebookSession>();
  readonly #notebooks: Notebooks;
  readonly #topics: TopicsOfNotes;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #notebookSubscription: Disposable;
  #sessionSubscription: Disposable | undefined;
  #roots: readonly GroupNode[] | undefined;
  #grouping: Grouping;
  #query = "";
  /** Groups the person has opened: the editor forgets them when a filter or another grouping takes them away. */
  readonly #opened = new Set<string>();

  constructor(
    { notebooks, topics, clock, log }: Pick<BrowseDeps, "notebooks" | "topics" | "clock" | "log">,
    grouping: Grouping,
  ) {
    super(() => {
      this.#notebookSubscription.dispose();
      this.#sessionSubscription?.dispose();
      this.#changed.dispose();
      this.#sessionOpened.dispose();
    });
    this.#notebooks = notebooks;
    this.#topics = topics;
    this.#clock = clock;
    this.#log = log;
    this.#grouping = grouping;
    this.onDidChangeTreeData = this.#changed.event;
    this.onDidOpen = this.#sessionOpened.event;
    this.#notebookSubscription = notebooks.onDidChange(() => {
      this.#sessionSubscription?.dispose();
      this.#sessionSubscription = undefined;
      this.#refresh();
    });
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.#refresh();
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    if (query === this.#query) return;
    this.#query = query;
    this.#refresh();
  }

  /** Remembers whether a group is open. What a filter opens is not the person's doing. */
  rememberOpen({ id }: OutlineNode, isOpen: boolean): void {
    if (this.#query !== "") return;
    if (isOpen) this.#opened.add(id);
    else this.#opened.delete(id);
  }

  /** The top rows: at once from the cache where there is one, otherwise once the notebook is read. */
  async roots(): Promise<readonly GroupNode[]> {
    const session = this.#notebooks.current;
    if (session === undefined) return [];
    if (this.#sessionSubscription === undefined) {
      this.#sessionSubscription = session.onDidChange(() => this.#follow(session));
      this.#sessionOpened.fire(session);
    }
    await session.show();
    this.#roots ??= this.#outline(session);
    return this.#roots;
  }

  /** How many notes the filter leaves. */
  matchCount(): number {
    const session = this.#notebooks.current;
    return session === undefined ? 0 : this.#filtered(session).length;
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (node === undefined) return [...(await this.roots())];
    return node.type === "note" ? [] : [...node.children()];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  getTreeItem(node: OutlineNode): TreeItem {
    const isFiltered = this.#query !== "";
    return treeItemOf(node, this.#notebooks.current, { isFiltered, isOpen: isFiltered || this.#opened.has(node.id) });
  }

  /** Asked for when the pointer rests on a row: which post a note is in is not worth knowing for each. */
  async resolveTreeItem(item: TreeItem, node: OutlineNode): Promise<TreeItem> {
    const session = this.#notebooks.current;
    if (node.type !== "note" || session === undefined) return item;
    const post = session.isLoaded ? await this.#postOf(session, node.note) : undefined;
    item.tooltip = noteTooltip(node.note, post && [postLine(post)]);
    return item;
  }

  /** A tooltip tells the rest all the same when this cannot be known. */
  async #postOf(session: NotebookSession, note: Note): Promise<PostOfNote | undefined> {
    try {
      return await this.#topics.postOf(session, note);
    } catch (error) {
      this.#log.warn("the post of a note:", describeError(error));
      return undefined;
    }
  }

  #outline(session: NotebookSession): readonly GroupNode[] {
    const { index, settings } = session;
    // Without a filter the index has it all in groups already, whatever has just changed.
    const left = this.#query === "" ? undefined : this.#filtered(session);
    if (this.#grouping === "month") return outlineByMonth(left ? NotesByMonth.of(left).months() : index.byMonth());
    return outlineByTag(left ? TagTree.of(left) : index.byTag(), settings.splitTagsOver);
  }

  #filtered({ index, settings }: NotebookSession): readonly Note[] {
    return filterNotes(index.notes(), this.#query, dayAt(this.#clock.now(), settings.dayRule));
  }

  /** The editor loses hold of rows while it asks for new ones: a click meanwhile would be about no row. */
  #follow(session: NotebookSession): void {
    if (this.#roots === undefined || !standFor(this.#roots, this.#outline(session))) this.#refresh();
  }

  #refresh(): void {
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }
}
