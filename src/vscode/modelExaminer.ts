import { CancellationError, CancellationTokenSource, type LanguageModelChat } from "vscode";
import type { ChatEngine } from "../core/engines.ts";
import type { Cancellation } from "../core/notebook/files.ts";
import type { Examiner, Exchange, FindExaminer } from "../core/recall/examiner.ts";
import type { Prompt } from "../core/recall/prompts/prompt.ts";
import { askModel } from "./askModel.ts";
import { describeError, type Log } from "./log.ts";
import type { ModelChoice } from "./modelChoice.ts";
import { ModelFailure } from "./modelFailure.ts";
import type { Notebooks } from "./notebooks.ts";

/** How often a silent model is asked for no more, in milliseconds. */
const LOOK_MS = 200;

type Pieces = AsyncIterable<string>;

/** The examiner of this window: a model that the person lets read the notebook. */
export function findExaminer(notebooks: Notebooks, models: ModelChoice, log: Log): FindExaminer {
  return async () => {
    const session = notebooks.current;
    const model = session && (await models.modelFor(session));
    if (session === undefined || model === undefined) return undefined;
    return modelExaminer(model, await session.engines.loadChatting(), log, ({ reason }) => {
      // Once refused, the editor is not to ask again with every question.
      if (reason === "forbidden") models.decline(session);
    });
  };
}

/** 되묻기's examiner over a model of the editor. What goes wrong is thrown as a ModelFailure, after it went to the log. */
export function modelExaminer(
  model: LanguageModelChat,
  engine: ChatEngine,
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
      return exchange(engine.questionPrompt(note), engine.questionPieces, cancellation);
    },
    async judge(note, question, answer, cancellation) {
      return exchange(engine.judgementPrompt(note, { question, answer }), engine.judgementPieces, cancellation);
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
