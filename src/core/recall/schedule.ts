import { FSRSAlgorithm } from "ts-fsrs";
import { addDays, type Day, daysBetween } from "../calendar/day.ts";
import type { Recalled } from "./history/recallEvent.ts";

/** One answer, on the writer's day. */
export interface Review {
  readonly day: Day;
  readonly recalled: Recalled;
}

/** What is left of a note in the head, by the answers so far. */
export interface Memory {
  readonly lastAsked: Day;
  /** The first day on which it is to be asked about again. */
  readonly due: Day;
  /** Days after which nine in ten notes are still known. */
  readonly stability: number;
}

/**
 * In whole days and without chance: the same answers give the same days on any machine. A notebook is no exam: what 17 of
 * 20 would still be known of may wait.
 */
const algorithm = new FSRSAlgorithm({
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: 730,
  request_retention: 0.85,
});

/** Nobody is asked about the same note day after day. */
const SHORTEST_WAIT = 3;

const GRADES: Readonly<Record<Recalled, 1 | 2 | 3>> = { unknown: 1, hazy: 2, known: 3 };
const LEARNED = 3;

/**
 * The memory after these answers, oldest first. Writing the note was the first time it was learned, where its day is
 * known: who still knows it two months later will not have forgotten it in three days.
 */
export function memoryAfter(reviews: readonly Review[], learnedOn: Day | undefined): Memory | undefined {
  const [first] = reviews;
  const wasLearned = learnedOn !== undefined && first !== undefined && learnedOn < first.day;
  let state = wasLearned ? algorithm.next_state(null, 0, LEARNED) : null;
  let before = wasLearned ? learnedOn : first?.day;
  for (const { day, recalled } of reviews) {
    // A clock may have been set back; nobody forgets in less than no time.
    const elapsed = before === undefined ? 0 : Math.max(0, daysBetween(before, day));
    state = algorithm.next_state(state, elapsed, GRADES[recalled]);
    before = day;
  }
  if (state === null || before === undefined || first === undefined) return undefined;
  const { stability } = state;
  return {
    lastAsked: before,
    due: addDays(before, Math.max(SHORTEST_WAIT, algorithm.next_interval(stability, 0))),
    stability,
  };
}

/** How likely it is known on a day: 0–1. */
export function chanceOn({ lastAsked, stability }: Memory, day: Day): number {
  return algorithm.forgetting_curve(Math.max(0, daysBetween(lastAsked, day)), stability);
}
