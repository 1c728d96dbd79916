/**
 * Stands after a brace that a site's templates are not to read. It is no character, so no text has it, and it is gone
 * before anything is shown.
 */
const MARK = "\uFDD0";

/** The text as it would be with nothing of it read by templates. */
export function keptFromTemplates(text: string): string {
  return text.replace(/\{(?=[{%])/g, `{${MARK}`);
}

export function withoutMarks(text: string): string {
  return text.includes(MARK) ? text.replaceAll(MARK, "") : text;
}

/** As many line breaks as a text has: what takes its place leaves the lines below where they were. */
export function lineBreaksOf(text: string): string {
  return text.replace(/[^\n]+/g, "");
}
