import type { Prompt } from "./prompt.ts";

/** Why what a model said cannot be used. */
export type ReplyFault =
  | "empty"
  | "tooLong"
  | "notKorean"
  | "refusal"
  | "markup"
  | "leak"
  | "echo"
  | "notAQuestion"
  | "noVerdict";

/** What of a reply is shown to the person, as plain text; or what is wrong with it. */
export type Reading = { readonly text: string } | { readonly fault: ReplyFault };

/** Letters in a row of ours that no answer has by chance, white space left out. */
const LEAKED = 18;
/** Letters in a row of the person's that no question needs. */
const ECHOED = 80;
const FEWEST_SYLLABLES = 5;
/** The share of Hangul among letters outside code. */
const LEAST_HANGUL = 0.25;
/** Where a refusal begins. */
const BEGINNING = 120;

const REFUSAL =
  /죄송하지만|죄송합니다|미안하지만|(?:도와|도움을?|알려) ?드릴 수 (?:없습니다|없어요)|할 수 (?:없습니다|없어요)\.|(?:AI|인공지능|언어) ?모델(?:로서|이라|이기)|as an ai\b|i['’]?m sorry|i can(?:no|['’])t\b|i am (?:unable|not able)/i;
/** Marks that stand between the speakers of a conversation. */
const SPEAKERS = /<\|[\w|]{1,40}\|?>|\[\/?INST\]|<<\/?SYS>>|^\s*(?:system|assistant|user)\s*:/im;
const ELEMENT =
  /<!--|<\/?(?:a|b|i|p|u|br|hr|em|ul|ol|li|div|img|svg|pre|code|body|html|head|meta|base|link|form|font|span|style|table|tr|td|th|input|video|audio|embed|object|button|iframe|script|strong|details|summary|select|textarea|h[1-6])(?=[\s/>])/i;
const LINK = /\]\(|\]:\s|(?:command|javascript|vbscript|vscode|vscode-insiders|data|file):[^\s]/i;

/** What is wrong with a reply whatever it was to be; what has come so far of one can be held against it as well. */
export function replyFault(reply: string, prompt: Prompt, longest: number): ReplyFault | undefined {
  if (reply.length > longest) return "tooLong";
  const prose = withoutCode(reply);
  if (ELEMENT.test(prose) || LINK.test(prose)) return "markup";
  if (SPEAKERS.test(reply) || sharesRun(reply, [prompt.rules], LEAKED)) return "leak";
  if (REFUSAL.test(reply.slice(0, BEGINNING))) return "refusal";
  return undefined;
}

/** Whether a reply hands back the person's own text. */
export function isEcho(reply: string, { material }: Prompt): boolean {
  return sharesRun(reply, material, ECHOED);
}

/** Whether a text is Korean, of which names and code may be a part. */
export function isKorean(reply: string): boolean {
  const prose = withoutCode(reply);
  const syllables = prose.match(/[가-힣]/g)?.length ?? 0;
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  return syllables >= FEWEST_SYLLABLES && syllables >= letters * LEAST_HANGUL;
}

/** Spans of code may hold `<script>` or `command:x`: they are shown as they are. */
function withoutCode(text: string): string {
  return text.replace(/`[^`\n]{1,200}`/g, " ");
}

/** Whether `length` letters in a row of a text stand in one of the sources as well. */
function sharesRun(text: string, sources: readonly string[], length: number): boolean {
  const letters = lettersOf(text);
  if (letters.length < length) return false;
  const runs = new Set<string>();
  for (let at = 0; at + length <= letters.length; at++) runs.add(letters.slice(at, at + length));
  return sources.some((source) => {
    const given = lettersOf(source);
    for (let at = 0; at + length <= given.length; at++) if (runs.has(given.slice(at, at + length))) return true;
    return false;
  });
}

function lettersOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
