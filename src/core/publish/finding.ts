import type { Span } from "../retro/entry/inlineSource.ts";
import type { TextEdit } from "../text/edit.ts";
import type { DraftFacts } from "./draftFacts.ts";
import type { DraftText } from "./draftText.ts";

/** What is wrong, for programs. */
export type FindingCode =
  | "front-matter"
  | "future-date"
  | "missing-image"
  | "dead-link"
  | "private-note"
  | "open-fence"
  | "emphasis"
  | "liquid"
  | "alt-text"
  | "empty-section"
  | "template-word";

/** Something in a draft that a reader of the post would stumble over; offsets in the text. */
export interface Finding extends Span {
  readonly code: FindingCode;
  /** An error keeps a draft from being published unless the person says otherwise. */
  readonly severity: "error" | "warning";
  /** In Korean: what it is, and what to do where no fix does it. */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  /** None where the person only has to write something. */
  readonly edits: readonly TextEdit[];
  /** Where writing goes on, in the text as it is after the edits. */
  readonly cursor?: number;
}

export type Check = (draft: DraftText, facts: DraftFacts) => readonly Finding[];

/** The first line of the text, where what is missing is shown. */
export function firstLine({ text, frontMatter }: DraftText): Span {
  const start = frontMatter.block?.start ?? frontMatter.bodyStart;
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end === -1 ? text.length : start + end };
}
