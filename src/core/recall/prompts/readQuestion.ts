import type { Prompt } from "./prompt.ts";
import { isEcho, isKorean, type Reading, replyFault } from "./replyReading.ts";

/** In UTF-16 units: more than twice of what is asked for. */
export const LONGEST_QUESTION_REPLY = 400;

/** The question in a model's whole reply, or why there is none that can be asked. */
export function readQuestion(reply: string, prompt: Prompt): Reading {
  const text = bareQuestion(reply);
  if (text === "") return { fault: "empty" };
  const fault = replyFault(text, prompt, LONGEST_QUESTION_REPLY);
  if (fault !== undefined) return { fault };
  if (!isKorean(text)) return { fault: /^`?없음`?\.?$/.test(text) ? "notAQuestion" : "notKorean" };
  // A list or an explanation is no question; a second line may say what the first asks of.
  if (!/[?？]["'”’)」』`*]{0,4}$/.test(text) || text.split("\n").length > 3) return { fault: "notAQuestion" };
  return isEcho(text, prompt) ? { fault: "echo" } : { text };
}

/** What can be shown of a reply that is still coming; a fault as soon as there is one. */
export function questionSoFar(reply: string, prompt: Prompt): Reading {
  // Until it is longer, it may be no more than the label that is left out.
  const text = reply.trim().length <= LONGEST_LABEL ? "" : bareQuestion(reply);
  const fault = replyFault(text, prompt, LONGEST_QUESTION_REPLY);
  return fault === undefined ? { text } : { fault };
}

const LONGEST_LABEL = 24;
const LABEL = /^[*_#\s]{0,6}질문\s{0,2}[*_]{0,2}\s{0,2}[:：]\s{0,2}[*_]{0,2}\s{0,2}/;

/** Without the label that models put before a question all the same. */
function bareQuestion(reply: string): string {
  return reply
    .slice(0, LONGEST_QUESTION_REPLY * 2)
    .normalize("NFC")
    .trim()
    .replace(LABEL, "");
}
