import type { Recalled } from "./history/recallEvent.ts";
import type { Block } from "./noteBlocks.ts";
import type { Question } from "./question/askAbout.ts";

/** What a model says or has said. */
export interface Saying {
  readonly text: string;
  readonly isDone: boolean;
}

/** What the page shows. */
export type RecallState = PlainState | AskingState | ReadingState | EndState;

export interface PlainState {
  /** `failed`: what is due could not be found out; a message has said why. */
  readonly step: "loading" | "noNotebook" | "failed";
}

/** What is shown of a question at every step. */
export interface CardState {
  /** Tells one question from the next, and says which one an answer is for. */
  readonly card: number;
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  readonly question: Question;
  /** What the person has written so far. */
  readonly answer: string;
  /** Whether something was sent to a model that can be shown. */
  readonly hasSent: boolean;
  /** All that was sent, while the person looks at it. */
  readonly sent?: readonly { readonly model: string; readonly text: string }[] | undefined;
  /** A quiet line: what did not work, and what was done instead. */
  readonly remark?: string | undefined;
}

export interface AskingState extends CardState {
  readonly step: "asking";
  /** The model's question so far, while it makes one. */
  readonly making?: string | undefined;
}

export interface ReadingState extends CardState {
  readonly step: "reading";
  readonly note: {
    readonly title: string;
    /** `2025년 5월 1일 목요일 …`; empty where no day is known. */
    readonly day: string;
    readonly blocks: readonly Block[];
    readonly isCut: boolean;
  };
  /** What the model says of the answer. */
  readonly verdict?: Saying | undefined;
}

export interface EndState {
  readonly step: "end";
  readonly counts: Readonly<Record<Recalled, number>>;
  readonly skipped: number;
  /** What was not known, in the order it was asked. */
  readonly unknown: readonly { readonly card: number; readonly title: string }[];
  /** Missing when it could not be found out. */
  readonly outlook?: Outlook | undefined;
}

/** How it goes on after a round. */
export interface Outlook {
  /** How many more are due now. */
  readonly more: number;
  /** When something is due again, in words; empty where nothing is known to be. */
  readonly next: string;
}
