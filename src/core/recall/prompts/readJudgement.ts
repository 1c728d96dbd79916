import type { Prompt } from "./prompt.ts";
import { isKorean, type ReplyFault, replyFault } from "./replyFault.ts";

/** In UTF-16 units. */
export const LONGEST_JUDGEMENT_REPLY = 1_200;

/** How well something was recalled, as the history of 되묻기 has it. */
export type Verdict = "known" | "hazy" | "unknown";

const VERDICTS: Readonly<Record<string, Verdict>> = { 기억함: "known", 흐릿함: "hazy", 모름: "unknown" };

export interface Judgement {
  readonly verdict: Verdict;
  /** What was right and what was missing; plain text of some lines, empty when there is nothing to say. */
  readonly text: string;
}

const VERDICT_LINE = /^[ \t*_#>-]{0,10}판정[ \t*_]{0,6}[:：][ \t*_`]{0,6}(기억함|흐릿함|모름)[^\n]{0,20}(?:\n|$)/;

/** The judgement in a model's whole reply, or why there is none. */
export function readJudgement(
  reply: string,
  prompt: Prompt,
): { readonly judgement: Judgement } | { fault: ReplyFault } {
  const said = bare(reply);
  if (said === "") return { fault: "empty" };
  const fault = replyFault(reply, prompt, LONGEST_JUDGEMENT_REPLY);
  if (fault !== undefined) return { fault };
  const match = VERDICT_LINE.exec(said);
  const verdict = VERDICTS[match?.[1] ?? ""];
  if (match === null || verdict === undefined) return { fault: isKorean(said) ? "noVerdict" : "notKorean" };
  const text = said.slice(match[0].length).trim();
  return text === "" || isKorean(text) ? { judgement: { verdict, text } } : { fault: "notKorean" };
}

/** What can be shown of a reply that is still coming, without its first line; a fault as soon as there is one. */
export function judgementSoFar(reply: string, prompt: Prompt): { readonly text: string } | { fault: ReplyFault } {
  const fault = replyFault(reply, prompt, LONGEST_JUDGEMENT_REPLY);
  if (fault !== undefined) return { fault };
  const match = VERDICT_LINE.exec(bare(reply));
  return { text: match === null ? "" : bare(reply).slice(match[0].length).trim() };
}

function bare(reply: string): string {
  return reply
    .slice(0, LONGEST_JUDGEMENT_REPLY * 2)
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .trimStart();
}
