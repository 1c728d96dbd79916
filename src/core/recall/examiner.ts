import type { Cancellation } from "../notebook/files.ts";

/** A note as an examiner gets it. */
export interface ExaminedNote {
  readonly title: string;
  /** Its own text: no front matter, and of a file of several notes only its part. */
  readonly text: string;
}

/** One question to a model and what comes of it. */
export interface Exchange {
  /** What the model is called, for the person. */
  readonly model: string;
  /** All that is sent to it, word for word: shown to the person on demand. */
  readonly sent: string;
  /**
   * What it says, piece by piece. Whatever goes wrong is thrown; it is waited for and never retried. Ends early when the
   * exchange is cancelled.
   */
  readonly said: AsyncIterable<string>;
}

/**
 * A language model that asks about a note and compares an answer with it. Nothing depends on it: what fails, is refused,
 * empty or no question is passed over, and the note's own question is asked.
 */
export interface Examiner {
  /** @throws whatever keeps it from asking */
  ask(note: ExaminedNote, cancellation: Cancellation): Promise<Exchange>;
  /** What of the note the answer has, and what it lacks. @throws whatever keeps it from judging */
  judge(note: ExaminedNote, question: string, answer: string, cancellation: Cancellation): Promise<Exchange>;
}

/** What an error of an examiner says to the person: in Korean, what happened; `undefined` for one that says nothing. */
export function remarkOf(error: unknown): string | undefined {
  return error instanceof Error && "remark" in error && typeof error.remark === "string" ? error.remark : undefined;
}

/** The examiner that the person wants now; `undefined` where they want none or there is none. Asked for before each question. */
export type FindExaminer = () => Promise<Examiner | undefined>;
