import { koreanMonth, monthNumberOf, parseYearMonth, type YearMonth } from "../calendar/month.ts";
import { monthOfNote, type Note, noteId } from "../note/note.ts";
import { countByKind, type KindCount } from "../retro/statistics.ts";

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
}

export interface NoteNode {
  readonly type: "note";
  readonly id: string;
  readonly note: Note;
  readonly parent: GroupNode | undefined;
}

interface GroupSpec extends Pick<GroupNode, "type" | "id" | "label" | "parent"> {
  readonly notes: readonly Note[];
  readonly month?: YearMonth;
  readonly tag?: string;
}

/** A group whose rows are made when it is first opened: ten thousand notes cost only the rows that are looked at. */
function group(spec: GroupSpec, childrenOf: (self: GroupNode) => readonly OutlineNode[]): GroupNode {
  let made: readonly OutlineNode[] | undefined;
  const { notes, ...fields } = spec;
  const self: GroupNode = {
    ...fields,
    counts: countByKind(notes),
    children: () => {
      made ??= childrenOf(self);
      return made;
    },
  };
  return self;
}

function noteRows(notes: readonly Note[], parent: GroupNode): readonly NoteNode[] {
  return notes.map((note) => ({ type: "note", id: `${parent.id}|${noteId(note)}`, note, parent }));
}

/** year › month › notes, newest first; notes without a date at the end. `notes` are oldest first. */
export function outlineByMonth(notes: readonly Note[]): readonly GroupNode[] {
  const newestFirst = [...notes].reverse();
  const undated = newestFirst.filter(({ date }) => date === undefined).reverse();
  const byYear = groupBy(newestFirst, ({ date }) => date?.text.slice(0, 4));
  const years = [...byYear].map(([year, members]) =>
    group({ type: "year", id: `year:${year}`, label: `${year}년`, notes: members, parent: undefined }, (self) => [
      ...monthGroups(members, self, (month) => `${monthNumberOf(month)}월`),
      ...noteRows(
        members.filter((note) => monthOfNote(note) === undefined),
        self,
      ),
    ]),
  );
  if (undated.length === 0) return years;
  return [
    ...years,
    group({ type: "undated", id: "undated", label: "날짜 없음", notes: undated, parent: undefined }, (self) =>
      noteRows(undated, self),
    ),
  ];
}

function monthGroups(
  notes: readonly Note[],
  parent: GroupNode,
  labelOf: (month: YearMonth) => string,
): readonly GroupNode[] {
  return [...groupBy(notes, monthOfNote)].map(([month, members]) =>
    group(
      { type: "month", id: `${parent.id}|month:${month}`, label: labelOf(month), notes: members, parent, month },
      (self) => noteRows(members, self),
    ),
  );
}

/**
 * Tags by their Hangul and Latin order, `자바/스프링` below `자바`, each with its notes newest first; a tag with more
 * notes than `splitOver` shows them by month. Notes without a tag at the end.
 */
export function outlineByTag(notes: readonly Note[], splitOver: number): readonly GroupNode[] {
  const root: TagBranch = { children: new Map(), notes: new Set() };
  const newestFirst = [...notes].reverse();
  for (const note of newestFirst) {
    for (const tag of note.tags) {
      let branch = root;
      for (const part of tagParts(tag)) {
        let child = branch.children.get(part);
        if (child === undefined) {
          child = { children: new Map(), notes: new Set() };
          branch.children.set(part, child);
        }
        branch = child;
      }
      if (branch !== root) branch.notes.add(note);
    }
  }
  const untagged = newestFirst.filter(({ tags }) => !tags.some((tag) => tagParts(tag).length > 0));
  const tags = tagGroups(root, undefined, "", splitOver);
  if (untagged.length === 0) return tags;
  return [
    ...tags,
    group({ type: "untagged", id: "untagged", label: "태그 없음", notes: untagged, parent: undefined }, (self) =>
      rowsOrMonths(untagged, self, splitOver),
    ),
  ];
}

/** `자바/스프링` → 자바, 스프링; nothing for a tag of slashes alone. */
function tagParts(tag: string): readonly string[] {
  return tag.split("/").filter((name) => name !== "");
}

interface TagBranch {
  readonly children: Map<string, TagBranch>;
  readonly notes: Set<Note>;
}

const byLabel = new Intl.Collator("ko", { numeric: true });

function tagGroups(
  branch: TagBranch,
  parent: GroupNode | undefined,
  prefix: string,
  splitOver: number,
): readonly GroupNode[] {
  return [...branch.children]
    .sort(([a], [b]) => byLabel.compare(a, b))
    .map(([name, child]) => {
      const tag = `${prefix}${name}`;
      return group(
        { type: "tag", id: `tag:${tag}`, label: name, notes: [...notesBelow(child)], parent, tag },
        (self) => [...tagGroups(child, self, `${tag}/`, splitOver), ...rowsOrMonths([...child.notes], self, splitOver)],
      );
    });
}

function notesBelow(branch: TagBranch): Set<Note> {
  if (branch.children.size === 0) return branch.notes;
  const all = new Set(branch.notes);
  for (const child of branch.children.values()) for (const note of notesBelow(child)) all.add(note);
  return all;
}

function rowsOrMonths(notes: readonly Note[], parent: GroupNode, splitOver: number): readonly OutlineNode[] {
  if (notes.length <= splitOver) return noteRows(notes, parent);
  return [
    ...monthGroups(notes, parent, koreanMonth),
    ...noteRows(
      notes.filter((note) => monthOfNote(note) === undefined),
      parent,
    ),
  ];
}

/** Members by key in order of first appearance; those without a key are left out. */
function groupBy<Key>(
  notes: readonly Note[],
  keyOf: (note: Note) => Key | undefined,
): ReadonlyMap<Key, readonly Note[]> {
  const groups = new Map<Key, Note[]>();
  for (const note of notes) {
    const key = keyOf(note);
    if (key === undefined) continue;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [note]);
    else members.push(note);
  }
  return groups;
}

/** The first row that shows this note, with the groups it lies in; `undefined` when none does. */
export function findNoteRow(roots: readonly OutlineNode[], id: string): NoteNode | undefined {
  for (const node of roots) {
    if (node.type === "note") {
      if (noteId(node.note) === id || node.note.path === id) return node;
    } else {
      const found = findNoteRow(node.children(), id);
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

/** The tag of a tree row, from the argument a menu passes to a command. */
export function tagOfNode(node: unknown): string | undefined {
  const tag = typeof node === "object" && node !== null && "tag" in node ? node.tag : undefined;
  return typeof tag === "string" ? tag : undefined;
}
