import type { Instant } from "../calendar/clock.ts";
import { type Day, parseDay } from "../calendar/day.ts";
import { lastDayOf, parseYearMonth } from "../calendar/month.ts";
import { type DayRule, dayAt } from "../calendar/zone.ts";
import { dayOfNote, type Note, noteId } from "../note/note.ts";
import { pause } from "../pause.ts";
import type { RecallEvent } from "./history/recallEvent.ts";
import { type Age, dayAtAge } from "./minAge.ts";
import { chanceOn, memoryAfter, type Review } from "./schedule.ts";

/** A note that is to be asked about. */
export interface DueNote {
  readonly note: Note;
  /** How often it was asked about before. */
  readonly reviews: number;
  /** The day it was asked about last. */
  readonly lastAsked?: Day;
}

export interface DueNotes {
  /** The one to ask about first at the front. */
  readonly due: readonly DueNote[];
  /** The next day after today on which something becomes due. */
  readonly next?: Day;
}

export interface DueOptions {
  readonly today: Day;
  readonly dayRule: DayRule;
  readonly minAge: Age;
  /** When a note that states no date was written at the latest: its file was not changed since. */
  modified?(note: Note): Instant | undefined;
}

/** Notes and answers looked at in one go: some milliseconds. */
const IN_ONE_GO = 300;

/**
 * The TIL that are old enough and due. First those that were asked about before, the least likely known at the front: what
 * was not known once is soon asked again, however much is waiting. Then those never asked about, the latest written at
 * the front: it begins to be forgotten now and can still be kept, while ten years of old notes would otherwise come before it.
 */
export async function dueNotes(
  notes: readonly Note[],
  histories: ReadonlyMap<string, readonly RecallEvent[]>,
  options: DueOptions,
): Promise<DueNotes> {
  const { today, dayRule, minAge } = options;
  const asked: (DueNote & { readonly chance: number })[] = [];
  const fresh: (DueNote & { readonly written: Day })[] = [];
  let next: Day | undefined;
  const wait = (day: Day): void => {
    if (next === undefined || day < next) next = day;
  };
  let looked = 0;
  for (const note of notes) {
    if (looked > IN_ONE_GO) {
      await pause();
      looked = 0;
    }
    const written = canBeAsked(note) ? writtenBy(note, options) : undefined;
    if (written === undefined) continue;
    const oldEnough = dayAtAge(written, minAge);
    const reviews = reviewsIn(histories.get(noteId(note)) ?? [], dayRule);
    looked += 1 + reviews.length;
    const memory = memoryAfter(reviews, dayOfNote(note));
    const due = memory === undefined || memory.due < oldEnough ? oldEnough : memory.due;
    if (due > today) wait(due);
    else if (memory === undefined) fresh.push({ note, reviews: 0, written });
    else {
      const { lastAsked } = memory;
      asked.push({ note, reviews: reviews.length, lastAsked, chance: chanceOn(memory, today) });
    }
  }
  const byId = (one: DueNote, other: DueNote): number => (noteId(one.note) < noteId(other.note) ? -1 : 1);
  asked.sort((one, other) => one.chance - other.chance || byId(one, other));
  fresh.sort((one, other) => (one.written === other.written ? byId(one, other) : one.written < other.written ? 1 : -1));
  const due = [
    ...asked.map(({ chance: _, ...note }): DueNote => note),
    ...fresh.map(({ written: _, ...note }): DueNote => note),
  ];
  return { due, ...(next !== undefined && { next }) };
}

/** Whether there is something to ask about: a TIL that can be read, is no template or list, and has a word in it. */
function canBeAsked({ kind, leftOut, problem, excerpt }: Note): boolean {
  if (kind !== "til" || leftOut !== undefined || excerpt === "") return false;
  return problem === undefined || problem.reason === "broken-front-matter" || problem.reason === "not-utf8";
}

/** The last day on which it can have been written; `undefined` where nothing tells. */
function writtenBy(note: Note, { dayRule, modified }: DueOptions): Day | undefined {
  const { date } = note;
  if (date === undefined) {
    const instant = modified?.(note);
    return instant === undefined ? undefined : dayAt(instant, dayRule);
  }
  if (date.precision === "day") return parseDay(date.text);
  if (date.precision === "year") return parseDay(`${date.text}-12-31`);
  const month = parseYearMonth(date.text);
  return month && lastDayOf(month);
}

function reviewsIn(events: readonly RecallEvent[], dayRule: DayRule): readonly Review[] {
  return events.flatMap((event) =>
    event.event === "review" ? [{ day: dayAt(event.at, dayRule), recalled: event.recalled }] : [],
  );
}
