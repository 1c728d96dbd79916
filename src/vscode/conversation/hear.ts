import { CancellationError } from "vscode";
import { type AnswerPart, asMarkdownLines } from "../../core/chat/answerParts.ts";
import { type Exchange, remarkOf } from "../../core/recall/examiner.ts";
import type { Turn } from "./answerRequest.ts";

/** What came of asking a model in the chat. */
export interface Heard {
  /** All it said, which is shown by now; empty when it did not help. */
  readonly text: string;
  /** What is to be said of a model that did not. */
  readonly remark?: string | undefined;
  /** The way to what it was sent. */
  readonly sent: readonly AnswerPart[];
}

/** Shows what a model says as it comes. @throws CancellationError */
export async function hear({ stream, token }: Turn, asking: Promise<Exchange> | undefined): Promise<Heard> {
  if (asking === undefined) return { text: "", sent: [] };
  stream.progress("언어 모델에 묻고 있어요");
  let text = "";
  let sent: readonly AnswerPart[] = [];
  try {
    const exchange = await asking;
    sent = [{ command: "showSent", title: "보낸 내용 보기", arguments: [exchange.model, exchange.sent] }];
    for await (const piece of exchange.said) {
      text += piece;
      stream.markdown(asMarkdownLines(piece));
    }
    return { text, sent };
  } catch (error) {
    if (token.isCancellationRequested) throw new CancellationError();
    if (text !== "") stream.markdown("…\n\n");
    return { text: "", remark: remarkOf(error) ?? "언어 모델에 묻지 못했어요.", sent };
  }
}
