import { RECALLED, type Recalled } from "../../core/recall/history/recallEvent.ts";
import type { RecallState } from "../../core/recall/recallState.ts";
import { is, isCount, isText, oneOf, shape } from "./shape.ts";

/** `show`: what is to be shown; the first one says that the page is ready. */
interface PlainRequest {
  readonly type: "show" | "stop" | "again" | "close" | "showTopics" | "chooseNotebook";
}

/** `keep`: what is written so far. `reveal`: the note beside it. */
interface AnswerRequest {
  readonly type: "keep" | "reveal";
  readonly card: number;
  readonly answer: string;
}

interface JudgeRequest {
  readonly type: "judge";
  readonly card: number;
  readonly recalled: Recalled;
}

/** To the next question; the note in the editor; no more of what a model says; what a model was sent. */
interface CardRequest {
  readonly type: "skip" | "openNote" | "stopModel" | "showSent";
  readonly card: number;
}

/** What the page that asks wants of the extension. `card` says which question is meant: a late answer is for no other. */
export type RecallRequest = PlainRequest | AnswerRequest | JudgeRequest | CardRequest;

/** What the extension tells it. */
export interface RecallNews {
  readonly type: "state";
  readonly state: RecallState;
}

export const isRecallRequest = oneOf(
  shape<PlainRequest>({ type: is("show", "stop", "again", "close", "showTopics", "chooseNotebook") }),
  shape<AnswerRequest>({ type: is("keep", "reveal"), card: isCount, answer: isText }),
  shape<JudgeRequest>({ type: is("judge"), card: isCount, recalled: is(...RECALLED) }),
  shape<CardRequest>({ type: is("skip", "openNote", "stopModel", "showSent"), card: isCount }),
);
