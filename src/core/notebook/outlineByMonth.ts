import { monthNumberOf, type YearMonth } from "../calendar/month.ts";
import { monthOfNote } from "../note/note.ts";
import type { MonthMembers } from "./months.ts";
import { type GroupNode, group, newestFirst, noteRows, type OutlineNode } from "./outline.ts";
import { type Members, sumOfCounts } from "./sortedNotes.ts";

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
export function monthRows(
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
