import type { Prompt } from "./prompt.ts";
import { isEcho, isKorean, type ReplyFault, replyFault } from "./replyFault.ts";

/** In UTF-16 units: more than twice of what is asked for. */
export const LONGEST_QUESTION_REPLY = 400;

export type QuestionReading = { readonly question: string } | { readonly fault: ReplyFault };

/** The question in a model's whole reply, or why there is none that can be asked. */
export function readQuestion(reply: string, prompt: Prompt): QuestionReading {
  const question = bareQuestion(reply);
  if (question === "") return { fault: "empty" };
  const fault = replyFault(question, prompt, LONGEST_QUESTION_REPLY);
  if (fault !== undefined) return { fault };
  if (!isKorean(question)) return { fault: /^`?없음`?\.?$/.test(question) ? "notAQuestion" : "notKorean" };
  // A list or an explanation is no question; a second line may say what the first asks of.
  if (!/[?？]["'”’)」』`]{0,4}$/.test(question) || question.split("\n").length > 3) return { fault: "notAQuestion" };
  return isEcho(question, prompt) ? { fault: "echo" } : { question };
}

/** What can be shown of a reply that is still coming; a fault as soon as there is one. */
export function questionSoFar(reply: string, prompt: Prompt): QuestionReading {
  const question = bareQuestion(reply);
  const fault = replyFault(question, prompt, LONGEST_QUESTION_REPLY);
  return fault === undefined ? { question } : { fault };
}

/** Without what models put around a question all the same. */
function bareQuestion(reply: string): string {
  return reply
    .slice(0, LONGEST_QUESTION_REPLY * 2)
    .normalize("NFC")
    .trim()
    .replace(/^[*_#\s]{0,10}질문\s{0,4}[*_]{0,3}\s{0,4}[:：][*_\s]{0,10}/, "")
    .replace(/^["“「『]([^"“”「」『』]*)["”」』]$/, "$1")
    .replace(/^\*\*([^*]*)\*\*$/, "$1")
    .trim();
}
