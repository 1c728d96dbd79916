import { koreanMonth } from "../calendar/month.ts";
import type { NotesByMonth } from "./months.ts";
import { type GroupNode, group, newestFirst, noteRows, type OutlineNode } from "./outline.ts";
import { monthRows } from "./outlineByMonth.ts";
import { type TagBranch, type TagTree, tagParts } from "./tagTree.ts";

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
