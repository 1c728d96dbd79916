import {
  CancellationError,
  type CancellationToken,
  CancellationTokenSource,
  type LanguageModelChat,
  LanguageModelChatMessage,
} from "vscode";
import { ModelFailure, modelFailureOf } from "./modelFailure.ts";

/** How long a model may be silent, in milliseconds. */
export interface Patience {
  /** Before its first word; the editor may be asking the person for leave meanwhile. */
  readonly first: number;
  readonly between: number;
}

const PATIENCE: Patience = { first: 60_000, between: 30_000 };

/** Shown by the editor where it asks for leave. */
const JUSTIFICATION = "예전에 적은 TIL로 질문을 만들고, 적은 답을 노트와 견주어 봐요.";

/**
 * Sends one message and hands on what comes back, piece by piece. Whoever stops listening stops the model.
 * @throws CancellationError, and a ModelFailure for everything else
 */
export async function* askModel(
  model: LanguageModelChat,
  text: string,
  token: CancellationToken,
  patience: Patience = PATIENCE,
): AsyncGenerator<string, void, undefined> {
  const source = new CancellationTokenSource();
  let stop: (error: Error) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  // It is raced against; nobody may be racing when it comes.
  stopped.catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const within = async <T>(ms: number, work: Thenable<T>): Promise<T> => {
    timer = setTimeout(() => stop(new ModelFailure("timeout")), ms);
    try {
      return await Promise.race([work, stopped]);
    } finally {
      clearTimeout(timer);
    }
  };
  const subscription = token.onCancellationRequested(() => stop(new CancellationError()));
  if (token.isCancellationRequested) stop(new CancellationError());
  try {
    const messages = [LanguageModelChatMessage.User(text)];
    const asking = model.sendRequest(messages, { justification: JUSTIFICATION }, source.token);
    const pieces = (await within(patience.first, asking)).text[Symbol.asyncIterator]();
    for (let wait = patience.first; ; wait = patience.between) {
      const { done, value } = await within(wait, pieces.next());
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof CancellationError ? error : modelFailureOf(error);
  } finally {
    subscription.dispose();
    source.cancel();
    source.dispose();
  }
}
