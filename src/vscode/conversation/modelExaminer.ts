import { CancellationError, CancellationTokenSource, type LanguageModelChat } from "vscode";
import type { Cancellation } from "../../core/notebook/files.ts";
import type { Examiner, Exchange } from "../../core/recall/examiner.ts";
import { judgementPieces, questionPieces } from "../../core/recall/prompts/checkedPieces.ts";
import { judgementPrompt } from "../../core/recall/prompts/judgementPrompt.ts";
import type { Prompt } from "../../core/recall/prompts/prompt.ts";
import { questionPrompt } from "../../core/recall/prompts/questionPrompt.ts";
import { describeError, type Log } from "../log.ts";
import { askModel } from "./askModel.ts";
import { ModelFailure } from "./modelFailure.ts";

/** How often a silent model is asked for no more, in milliseconds. */
const LOOK_MS = 200;

type Pieces = AsyncIterable<string>;

/** 되묻기's examiner over a model of the editor. What goes wrong is thrown as a ModelFailure, after it went to the log. */
export function modelExaminer(
  model: LanguageModelChat,
  log: Log,
  onFailure: (failure: ModelFailure) => void = () => undefined,
): Examiner {
  const exchange = (
    prompt: Prompt,
    check: (pieces: Pieces, prompt: Prompt) => Pieces,
    cancellation: Cancellation,
  ): Exchange => ({
    model: model.name,
    sent: prompt.text,
    said: reported(log, onFailure, heard(model, prompt, check, cancellation)),
  });
  return {
    async ask(note, cancellation) {
      return exchange(questionPrompt(note), questionPieces, cancellation);
    },
    async judge(note, question, answer, cancellation) {
      return exchange(judgementPrompt(note, { question, answer }), judgementPieces, cancellation);
    },
  };
}

async function* heard(
  model: LanguageModelChat,
  prompt: Prompt,
  check: (pieces: Pieces, prompt: Prompt) => Pieces,
  cancellation: Cancellation,
): AsyncGenerator<string> {
  const source = new CancellationTokenSource();
  const timer = setInterval(() => {
    if (cancellation.aborted) source.cancel();
  }, LOOK_MS);
  try {
    yield* check(askModel(model, prompt.text, source.token), prompt);
  } finally {
    clearInterval(timer);
    source.cancel();
    source.dispose();
  }
}

/** Neither what was sent nor what was said goes to the log. */
async function* reported(log: Log, onFailure: (failure: ModelFailure) => void, pieces: Pieces): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (error) {
    if (error instanceof CancellationError) throw error;
    const failure = error instanceof ModelFailure ? error : new ModelFailure("nonsense", { cause: error });
    log.warn(`the language model: ${failure.reason}`, failure.reason === "nonsense" ? String(error) : causeOf(failure));
    onFailure(failure);
    throw failure;
  }
}

function causeOf({ cause }: ModelFailure): string {
  return cause === undefined ? "" : describeError(cause);
}
