import { periodName } from "../calendar/koreanPeriod.ts";
import type { YearMonth } from "../calendar/month.ts";
import type { Period } from "../calendar/period.ts";
import { type Note, type NotePath, noteId } from "../note/note.ts";
import { renderLinkedTitle } from "../text/linkedTitle.ts";
import { type EntryContext, entryHeading, entryText } from "./entry/entryText.ts";
import { topTags } from "./periodStatistics.ts";
import { calendarText } from "./pictures/calendarText.ts";
import { notesByDay } from "./pictures/daysWritten.ts";
import { retroGist } from "./retroGist.ts";
import type { RetroEntry, RetroSection } from "./retroSection.ts";
import { describeCounts, monthNumbers } from "./statistics.ts";

/** What a period that gathers months knows of one of them. */
export interface MonthInRetro {
  readonly month: YearMonth;
  /** Those that the month's retro gathers. */
  readonly notes: readonly Note[];
  /** The month's own retro, when there is one. */
  readonly retro?: { readonly note: Note; readonly body: string };
}

/** By which the table of a period is known again: no note has this name. */
const TABLE = "달마다 쓴 날";
const TAGS = 3;
const TITLES = 3;

/** A table of the months, then what each month was about; a month without notes and without a retro is only in the table. */
export function yearlySections(
  period: Period,
  months: readonly MonthInRetro[],
  context: EntryContext,
): readonly RetroSection[] {
  const name = periodName(period);
  const table = calendarText(period, notesByDay(months.flatMap(({ notes }) => notes)));
  const entries = months.flatMap((month) => monthEntry(month, context));
  const overview = { note: TABLE, heading: TABLE, body: table, group: "" };
  return [
    { heading: "한눈에 보기", title: `${name} 한눈에 보기`, entries: [overview] },
    ...(entries.length === 0 ? [] : [{ heading: "달마다 돌아보기", title: `${name} 달마다 돌아보기`, entries }]),
  ];
}

function monthEntry({ month, notes, retro }: MonthInRetro, context: EntryContext): readonly RetroEntry[] {
  const [first] = notes;
  const source = retro?.note ?? first;
  if (source === undefined) return [];
  const tags = topTags(notes, TAGS).map(({ tag }) => tag);
  const facts = [
    ...(retro === undefined ? [] : [linkTo(retro.note, context)]),
    ...describeCounts(monthNumbers(notes)),
    ...(tags.length === 0 ? [] : [`태그 ${tags.join(", ")}`]),
  ].join(" · ");
  const about =
    retro === undefined
      ? titlesOf(notes, context)
      : entryText(retro.note, retroGist(retro.body, retro.note.title).join("\n"), context);
  return [
    {
      // The month's retro, by which its lines are led back; the first note stands in until there is one.
      note: noteId(source),
      heading: periodName(month),
      body: [facts, about].filter((text) => text !== "").join("\n\n"),
      group: "",
    },
  ];
}

/** The favourites, else the first TIL, else what else there is, by title. */
function titlesOf(notes: readonly Note[], context: EntryContext): string {
  const starred = notes.filter(({ starred }) => starred);
  const til = notes.filter(({ kind }) => kind === "til");
  const others = notes.filter(({ kind }) => kind !== "til" && kind !== "tomak");
  const chosen = [starred, til, others].find((some) => some.length > 0) ?? [];
  return chosen
    .slice(0, TITLES)
    .map((note) => `- ${entryHeading(note, context)}`)
    .join("\n");
}

/** The retro's title; a link to its file in a plain folder, since on a site its address is another. */
function linkTo(retro: Note, { draftPath, site }: EntryContext): string {
  return site === "plain"
    ? renderLinkedTitle({ title: retro.title, link: relativePath(draftPath, retro.path) })
    : retro.title;
}

function relativePath(from: NotePath, to: NotePath): string {
  const folders = from.split("/").slice(0, -1);
  const parts = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
}
