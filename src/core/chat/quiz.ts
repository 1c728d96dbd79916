import { ASKED, type Asked, RECALLED, RECALLED_WORDS, type Recalled } from "../recall/history/recallEvent.ts";
import type { AnswerPart } from "./answerParts.ts";

/** A question asked in the chat, as it travels with its answer's turn and with its buttons. */
export interface Quiz {
  /** `noteId` */
  readonly note: string;
  readonly question: string;
  readonly asked: Asked;
}

/** What comes back from the editor is anything. */
export function readQuiz(value: unknown): Quiz | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { note, question, asked } = value as Readonly<Record<string, unknown>>;
  const known = ASKED.find((each) => each === asked);
  return typeof note === "string" && typeof question === "string" && known !== undefined
    ? { note, question, asked: known }
    : undefined;
}

export function readRecalled(value: unknown): Recalled | undefined {
  return RECALLED.find((each) => each === value);
}

/** Only the person says how well it was recalled, by one of these. */
export function recalledButtons(quiz: Quiz): readonly AnswerPart[] {
  return RECALLED.map((recalled) => ({
    command: "recordRecall",
    title: RECALLED_WORDS[recalled],
    arguments: [quiz, recalled],
  }));
}
