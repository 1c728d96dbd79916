import type { Question } from "./askAbout.ts";

/** A question with all that stands below it as one text, for who or what does not see the page. */
export function questionInWords({ text, hints, cloze }: Question, blank = "____"): string {
  const sentence = cloze?.map((part) => part ?? blank).join("");
  return [text, ...(sentence === undefined ? [] : [sentence]), ...hints.map((hint) => `- ${hint}`)].join("\n");
}
