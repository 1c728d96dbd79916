import { type Exchange, remarkOf } from "./examiner.ts";

/** A model that does not come to an end is listened to no longer. */
const LONGEST_SAYING = 8_000;

/** What became of asking a model. */
export interface Heard {
  /** All it said; empty when it failed. */
  readonly text: string;
  /** Why it did not help, where its error tells. */
  readonly failure?: string | undefined;
}

/** One question to a model and its answer; can be stopped at any time, and says nothing from then on. */
export class ModelTurn {
  readonly #cancellation = { aborted: false };

  get isStopped(): boolean {
    return this.#cancellation.aborted;
  }

  stop(): void {
    this.#cancellation.aborted = true;
  }

  /**
   * Hands on what is sent, and what the model says so far each time it says more.
   * @returns `undefined` once it was stopped
   */
  async hear(
    ask: (cancellation: { readonly aborted: boolean }) => Promise<Exchange>,
    onSent: (exchange: Exchange) => void,
    onText: (text: string) => void,
  ): Promise<Heard | undefined> {
    let text = "";
    let failure: string | undefined;
    try {
      const exchange = await ask(this.#cancellation);
      if (this.isStopped) return undefined;
      onSent(exchange);
      for await (const piece of exchange.said) {
        if (this.isStopped) return undefined;
        text += piece;
        onText(text);
        if (text.length > LONGEST_SAYING) break;
      }
    } catch (error) {
      // Whatever it was, the note itself can ask; the examiner has written it to the log.
      text = "";
      failure = remarkOf(error);
    }
    return this.isStopped ? undefined : { text: text.trim(), failure };
  }
}
