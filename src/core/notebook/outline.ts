import { koreanMonth, monthNumberOf, parseYearMonth, type YearMonth } from "../calendar/month.ts";
import { monthOfNote, type Note, type NotePath, noteId } from "../note/note.ts";
import type { KindCount } from "../retro/statistics.ts";
import type { MonthMembers, NotesByMonth } from "./months.ts";
import { type Members, sumOfCounts } from "./sortedNotes.ts";
import { type TagBranch, type TagTree, tagParts } from "./tagTree.ts";

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
function group({ children, ...fields }: GroupSpec): GroupNode {
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

function noteRows(notes: readonly Note[], parent: GroupNode): readonly NoteNode[] {
  return notes.map((note) => ({ type: "note", id: `${parent.id}|${noteId(note)}`, note, parent }));
}

function newestFirst(members: Members): readonly Note[] {
  return [...members.notes()].reverse();
}

/** year › month › notes, newest first; notes without a date at the end. `months` are oldest first. */
export function outlineByMonth(months: readonly MonthMembers[]): readonly GroupNode[] {
  const byYear = new Map<string, MonthMembers[]>();
  let undated: MonthMembers | undefined;
  for (const month of [...months].reverse()) {
    if (month.year === undefined) undated = month;
    else if (!byYear.get(month.year)?.push(month)) byYear.set(month.year, [month]);
  }
  const years = [...byYear].map(([year, members]) => yearGroup(year, members));
  return undated === undefined ? years : [...years, undatedGroup(undated)];
}

function yearGroup(year: string, months: readonly MonthMembers[]): GroupNode {
  return group({
    type: "year",
    id: `year:${year}`,
    label: `${year}년`,
    counts: sumOfCounts(months.map(({ counts }) => counts)),
    parent: undefined,
    has: ({ date }) => date?.text.slice(0, 4) === year,
    children: (self) => monthRows(months, self, (month) => `${monthNumberOf(month)}월`),
  });
}

function undatedGroup(members: Members): GroupNode {
  return group({
    type: "undated",
    id: "undated",
    label: "날짜 없음",
    counts: members.counts,
    parent: undefined,
    has: ({ date }) => date === undefined,
    children: (self) => noteRows(members.notes(), self),
  });
}

/** Groups of the months, then the rows of notes that say none. `months` are newest first. */
function monthRows(
  months: readonly MonthMembers[],
  parent: GroupNode,
  labelOf: (month: YearMonth) => string,
): readonly OutlineNode[] {
  const groups: OutlineNode[] = [];
  const rest: OutlineNode[] = [];
  for (const members of months) {
    const { month, counts } = members;
    if (month === undefined) rest.push(...noteRows(newestFirst(members), parent));
    else
      groups.push(
        group({
          type: "month",
          id: `${parent.id}|month:${month}`,
          label: labelOf(month),
          counts,
          parent,
          month,
          has: (note) => monthOfNote(note) === month && parent.has(note),
          children: (self) => noteRows(newestFirst(members), self),
        }),
      );
  }
  return [...groups, ...rest];
}

/**
 * Tags by their Hangul and Latin order, `자바/스프링` below `자바`, each with its notes newest first; a tag with more
 * notes than `splitOver` shows them by month. Notes without a tag at the end.
 */
export function outlineByTag({ root, untagged }: TagTree, splitOver: number): readonly GroupNode[] {
  const tags = tagGroups(root, undefined, [], splitOver);
  if (untagged.size === 0) return tags;
  return [
    ...tags,
    group({
      type: "untagged",
      id: "untagged",
      label: "태그 없음",
      counts: untagged.counts,
      parent: undefined,
      has: (note) => !note.tags.some((tag) => tagParts(tag).length > 0),
      children: (self) => rowsOrMonths(untagged, self, splitOver),
    }),
  ];
}

function tagGroups(
  branch: TagBranch,
  parent: GroupNode | undefined,
  above: readonly string[],
  splitOver: number,
): readonly GroupNode[] {
  return branch.children().map(([name, child]) => {
    const parts = [...above, name];
    return group({
      type: "tag",
      id: `tag:${parts.join("/")}`,
      tag: parts.join("/"),
      label: name,
      counts: child.counts,
      parent,
      has: ({ tags }) =>
        tags.some((tag) => {
          const own = tagParts(tag);
          return parts.every((part, index) => own[index] === part);
        }),
      children: (self) => [...tagGroups(child, self, parts, splitOver), ...rowsOrMonths(child.own, self, splitOver)],
    });
  });
}

function rowsOrMonths(members: NotesByMonth, parent: GroupNode, splitOver: number): readonly OutlineNode[] {
  if (members.size <= splitOver) return noteRows(newestFirst(members), parent);
  const months = [...members.months()].reverse();
  const [undated] = months.filter(({ year }) => year === undefined);
  return [
    ...monthRows(
      months.filter(({ year }) => year !== undefined),
      parent,
      koreanMonth,
    ),
    ...(undated === undefined ? [] : noteRows(newestFirst(undated), parent)),
  ];
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

/** The month of a tree row, from the argument a menu passes to a command. */
export function monthOfNode(node: unknown): YearMonth | undefined {
  const month = typeof node === "object" && node !== null && "month" in node ? node.month : undefined;
  return typeof month === "string" ? parseYearMonth(month) : undefined;
}

/** The file of a note's row, from the argument a menu passes to a command. */
export function pathOfNode(node: unknown): NotePath | undefined {
  const note: unknown = typeof node === "object" && node !== null && "note" in node ? node.note : undefined;
  const path = typeof note === "object" && note !== null && "path" in note ? note.path : undefined;
  return typeof path === "string" ? path : undefined;
}

/** The tag of a tree row, from the argument a menu passes to a command. */
export function tagOfNode(node: unknown): string | undefined {
  const tag = typeof node === "object" && node !== null && "tag" in node ? node.tag : undefined;
  return typeof tag === "string" ? tag : undefined;
}
