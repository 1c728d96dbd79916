import type { Card } from "./card.ts";
import { type Examiner, type Exchange, remarkOf } from "./examiner.ts";
import { questionInWords } from "./question/questionInWords.ts";

/** The longest a model's question may be; what is longer is no question. */
const LONGEST_QUESTION = 2_000;
/** A model that does not come to an end is listened to no longer. */
const LONGEST_SAYING = 8_000;

/** What became of asking a model. */
interface Heard {
  /** All it said; empty when it failed. */
  readonly text: string;
  /** Why it did not help, where its error tells. */
  readonly failure?: string | undefined;
}

/** One question to a model about a card, and its answer; can be stopped at any time, and says nothing from then on. */
export class ModelTurn {
  readonly #card: Card;
  readonly #cancellation = { aborted: false };

  constructor(card: Card) {
    this.#card = card;
  }

  stop(): void {
    this.#cancellation.aborted = true;
  }

  /**
   * Has the model make the card's question. Where it makes none the card keeps its own, with a remark.
   * @param onText told what the model says so far, each time it says more
   * @returns whether it came to an end, and was not stopped
   */
  async makeQuestion(examiner: Examiner, onText: (text: string) => void): Promise<boolean> {
    const card = this.#card;
    const heard = await this.#hear((note, cancellation) => examiner.ask(note, cancellation), onText);
    if (heard === undefined) return false;
    const { text, failure } = heard;
    if (/\p{L}/u.test(text) && text.length <= LONGEST_QUESTION) card.question = { asked: "model", text, hints: [] };
    else card.remark = `${failure ?? "모델이 질문을 만들지 못했어요."} 노트로 물어볼게요.`;
    return true;
  }

  /**
   * Has the model compare the answer with the note. Where it cannot, the card has a remark.
   * @returns what it says, empty where it failed; `undefined` once it was stopped
   */
  async compare(examiner: Examiner, answer: string, onText: (text: string) => void): Promise<string | undefined> {
    const card = this.#card;
    const question = questionInWords(card.question);
    const heard = await this.#hear(
      (note, cancellation) => examiner.judge(note, question, answer, cancellation),
      onText,
    );
    if (heard === undefined) return undefined;
    const { text, failure } = heard;
    if (text === "") card.remark = `${failure ?? "모델이 답을 견주지 못했어요."} 노트를 보고 골라 주세요.`;
    return text;
  }

  async #hear(ask: Examiner["ask"], onText: (text: string) => void): Promise<Heard | undefined> {
    const card = this.#card;
    const cancellation = this.#cancellation;
    let text = "";
    let failure: string | undefined;
    try {
      const exchange: Exchange = await ask({ title: card.mark.title, text: card.own }, cancellation);
      if (cancellation.aborted) return undefined;
      card.sent = [...card.sent, exchange];
      for await (const piece of exchange.said) {
        if (cancellation.aborted) return undefined;
        text += piece;
        onText(text);
        if (text.length > LONGEST_SAYING) break;
      }
    } catch (error) {
      // Whatever it was, the note itself can ask; the examiner has written it to the log.
      text = "";
      failure = remarkOf(error);
    }
    return cancellation.aborted ? undefined : { text: text.trim(), failure };
  }
}
