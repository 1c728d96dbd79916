import type { Prompt } from "./prompt.ts";
import { judgementSoFar, readJudgement } from "./readJudgement.ts";
import { questionSoFar, readQuestion } from "./readQuestion.ts";
import type { Reading, ReplyFault } from "./replyReading.ts";

/** A reply that is not what was asked for. Nothing of the reply is in it: it may go to the log. */
export class NonsenseReply extends Error {
  override readonly name = "NonsenseReply";
  readonly fault: ReplyFault;

  constructor(fault: ReplyFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A model's question as it comes. @throws NonsenseReply as soon as it is none that can be asked */
export function questionPieces(pieces: AsyncIterable<string>, prompt: Prompt): AsyncIterable<string> {
  return checked(pieces, prompt, questionSoFar, readQuestion);
}

/** A model's judgement as it comes. @throws NonsenseReply as soon as it is none */
export function judgementPieces(pieces: AsyncIterable<string>, prompt: Prompt): AsyncIterable<string> {
  return checked(pieces, prompt, judgementSoFar, readJudgement);
}

type Read = (reply: string, prompt: Prompt) => Reading;

/** Hands on what can be shown of a reply as it grows, so that all that was handed on is what the whole reply says. */
async function* checked(
  pieces: AsyncIterable<string>,
  prompt: Prompt,
  soFar: Read,
  whole: Read,
): AsyncGenerator<string, void, undefined> {
  let reply = "";
  let shown = "";
  const rest = (reading: Reading): string => {
    if ("fault" in reading) throw new NonsenseReply(reading.fault);
    const added = reading.text.startsWith(shown) ? reading.text.slice(shown.length) : "";
    shown += added;
    return added;
  };
  for await (const piece of pieces) {
    reply += piece;
    const added = rest(soFar(reply, prompt));
    if (added !== "") yield added;
  }
  const last = rest(whole(reply, prompt));
  if (last !== "") yield last;
}
