import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { parseDay, partsOf } from "../../core/calendar/day.ts";
import { koreanWeekday } from "../../core/calendar/dayExpression.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import { LEFT_OUT_TEXTS } from "../../core/note/leftOut.ts";
import type { Note, NoteKind } from "../../core/note/note.ts";
import { describeNoteProblem } from "../../core/note/noteProblem.ts";
import type { GroupNode, NoteNode, OutlineNode } from "../../core/notebook/outline.ts";
import { isPostLike } from "../../core/publish/draftState.ts";
import { openArguments } from "../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";

export const KIND_ICONS: Readonly<Record<NoteKind, string>> = {
  tomak: "edit",
  til: "lightbulb",
  retro: "notebook",
  post: "globe",
  session: "mic",
  book: "book",
  note: "note",
};

const GROUP_ICONS: Readonly<Record<GroupNode["type"], string>> = {
  year: "calendar",
  month: "calendar",
  tag: "tag",
  untagged: "circle-slash",
  undated: "question",
};

export interface RowState {
  readonly isFiltered: boolean;
  /** For a group. */
  readonly isOpen: boolean;
}

/** How a row looks; the outline itself knows nothing of it. */
export function treeItemOf(node: OutlineNode, session: NotebookSession | undefined, state: RowState): TreeItem {
  return node.type === "note" ? noteItem(node, session, state) : groupItem(node, state);
}

function groupItem(group: GroupNode, { isFiltered, isOpen }: RowState): TreeItem {
  const item = new TreeItem(
    group.label,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  // A row of another id, so that opening everything while filtering does not open it for good.
  item.id = isFiltered ? `filtered|${group.id}` : group.id;
  item.description = group.counts.map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}`).join(" · ");
  item.iconPath = new ThemeIcon(GROUP_ICONS[group.type]);
  item.contextValue = group.type;
  item.accessibilityInformation = {
    label: `${group.label}, ${group.counts.map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}편`).join(", ")}`,
  };
  return item;
}

function noteItem(
  { id, note, parent }: NoteNode,
  session: NotebookSession | undefined,
  { isFiltered }: RowState,
): TreeItem {
  const item = new TreeItem(note.title, TreeItemCollapsibleState.None);
  item.id = isFiltered ? `filtered|${id}` : id;
  item.description = whenWritten(note, parent);
  item.iconPath = note.problem
    ? new ThemeIcon("warning", new ThemeColor("list.warningForeground"))
    : new ThemeIcon(KIND_ICONS[note.kind]);
  item.contextValue = note.problem ? "note.problem" : isPostLike(note) ? "note.post" : "note";
  item.accessibilityInformation = {
    label: [
      KIND_LABELS[note.kind],
      note.title,
      item.description,
      note.leftOut && LEFT_OUT_TEXTS[note.leftOut.reason],
      note.problem && describeNoteProblem(note.problem),
    ]
      .filter(Boolean)
      .join(", "),
  };
  if (session !== undefined) {
    item.command = { command: "vscode.open", title: "열기", arguments: [...openArguments(session, note)] };
  }
  return item;
}

/** In a month's group the day alone says enough: `1일 목`. */
function whenWritten({ date }: Note, parent: GroupNode | undefined): string {
  if (date === undefined) return "";
  const day = parseDay(date.text);
  if (day === undefined) return parent?.type === "month" ? "" : date.text;
  return parent?.type === "month" ? `${partsOf(day).day}일 ${koreanWeekday(day).charAt(0)}` : day;
}
