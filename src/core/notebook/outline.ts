import type { YearMonth } from "../calendar/month.ts";
import { type Note, noteId } from "../note/note.ts";
import type { KindCount } from "../retro/statistics.ts";
import type { Members } from "./sortedNotes.ts";

/** A row of the tree: a group with rows below it, or a note. */
export type OutlineNode = GroupNode | NoteNode;

export interface GroupNode {
  readonly type: "year" | "month" | "tag" | "untagged" | "undated";
  /** Stays the same while the group exists, so that it stays open or closed as the person left it. */
  readonly id: string;
  readonly label: string;
  readonly counts: readonly KindCount[];
  readonly parent: GroupNode | undefined;
  /** Set for a month's row. */
  readonly month?: YearMonth;
  /** Set for a tag's row: with the tags above it, `자바/스프링`. */
  readonly tag?: string;
  children(): readonly OutlineNode[];
  /** Makes the rows it has, for `parent` to have them. */
  rowsFor(parent: GroupNode): readonly OutlineNode[];
  /** As {@link standFor}, for one group. */
  standFor(newer: GroupNode): boolean;
  /** Whether a note that is shown at all has a row in this group or below it. */
  has(note: Note): boolean;
}

export interface NoteNode {
  readonly type: "note";
  readonly id: string;
  readonly note: Note;
  readonly parent: GroupNode | undefined;
}

interface GroupSpec extends Omit<GroupNode, "children" | "rowsFor" | "standFor"> {
  readonly children: (self: GroupNode) => readonly OutlineNode[];
}

/** A group whose rows are made when it is first opened: ten thousand notes cost only the rows that are looked at. */
export function group({ children, ...fields }: GroupSpec): GroupNode {
  let rowsFor = children;
  let made: readonly OutlineNode[] | undefined;
  const self: GroupNode = {
    ...fields,
    children: () => {
      made ??= rowsFor(self);
      return made;
    },
    rowsFor: (parent) => rowsFor(parent),
    standFor: (newer) => {
      if (newer.id !== self.id || !isSame(newer.counts, self.counts)) return false;
      rowsFor = newer.rowsFor;
      return made === undefined || standFor(made, newer.children());
    },
  };
  return self;
}

/**
 * Lets rows that are shown stand for those of a newer outline, if none of the rows made so far would look otherwise;
 * rows made later are the newer ones. Answers whether they do; if not, the newer ones have to be shown.
 */
export function standFor(shown: readonly OutlineNode[], newer: readonly OutlineNode[]): boolean {
  return (
    shown.length === newer.length &&
    shown.every((node, index) => {
      const other = newer[index];
      if (node.type === "note") return other?.type === "note" && node.id === other.id && isSame(node.note, other.note);
      return other !== undefined && other.type !== "note" && node.standFor(other);
    })
  );
}

/** Of two values made by the same code. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function noteRows(notes: readonly Note[], parent: GroupNode): readonly NoteNode[] {
  return notes.map((note) => ({ type: "note", id: `${parent.id}|${noteId(note)}`, note, parent }));
}

export function newestFirst(members: Members): readonly Note[] {
  return [...members.notes()].reverse();
}

/** The first row that shows this note, looked for only in the groups it can be in; `undefined` when none does. */
export function findNoteRow(roots: readonly OutlineNode[], note: Note): NoteNode | undefined {
  for (const node of roots) {
    if (node.type === "note") {
      if (noteId(node.note) === noteId(note)) return node;
    } else if (node.has(note)) {
      const found = findNoteRow(node.children(), note);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
