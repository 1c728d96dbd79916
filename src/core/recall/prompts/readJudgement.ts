import type { Prompt } from "./prompt.ts";
import { isKorean, type Reading, replyFault } from "./replyReading.ts";

/** In UTF-16 units. */
export const LONGEST_JUDGEMENT_REPLY = 1_200;

const VERDICT_LINE =
  /^[ \t*_#>-]{0,6}판정[ \t*_]{0,4}[:：][ \t*_`'‘"]{0,4}(알아요|가물가물해요|모르겠어요)[^\n]{0,20}(?:\n|$)/;

/** What a model's whole reply says of an answer: how close it comes, then what was right and what was missing. */
export function readJudgement(reply: string, prompt: Prompt): Reading {
  const said = bare(reply);
  if (said === "") return { fault: "empty" };
  const fault = replyFault(reply, prompt, LONGEST_JUDGEMENT_REPLY);
  if (fault !== undefined) return { fault };
  const match = VERDICT_LINE.exec(said);
  if (match === null) return { fault: isKorean(said) ? "noVerdict" : "notKorean" };
  const remarks = said.slice(match[0].length).trim();
  return remarks === "" || isKorean(remarks) ? { text: shown(match) } : { fault: "notKorean" };
}

/** What can be shown of a reply that is still coming; a fault as soon as there is one. */
export function judgementSoFar(reply: string, prompt: Prompt): Reading {
  const fault = replyFault(reply, prompt, LONGEST_JUDGEMENT_REPLY);
  if (fault !== undefined) return { fault };
  const said = bare(reply);
  const match = VERDICT_LINE.exec(said);
  // The end of the first line tells that its word is whole.
  return { text: match?.[0].endsWith("\n") ? shown(match) : "" };
}

function shown(match: RegExpExecArray): string {
  const remarks = match.input.slice(match[0].length).trim();
  return `‘${match[1]}’에 가까워 보여요.${remarks === "" ? "" : `\n${remarks}`}`;
}

function bare(reply: string): string {
  return reply
    .slice(0, LONGEST_JUDGEMENT_REPLY * 2)
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .trim();
}
