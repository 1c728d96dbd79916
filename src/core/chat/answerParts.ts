import type { Note } from "../note/note.ts";

/** The commands of ours that a button may run. */
export type ButtonCommand = "askMe" | "findNote" | "makePeriodRetro" | "recordRecall" | "showSent";

/** A piece of what @tomak answers; the editor shows one after the other. */
export type AnswerPart =
  /** Markdown of ours: whatever came from a note or a model is in {@link asMarkdownText}. */
  | { readonly markdown: string }
  /** A link to a note, at a line of its file (0-based). */
  | { readonly note: Note; readonly line: number; readonly title: string }
  /** A button for one of our own commands. */
  | { readonly command: ButtonCommand; readonly title: string; readonly arguments: readonly unknown[] };

/** Text in Markdown, as it is: nothing in it is markup, a link, HTML or an icon. Lines become one. */
export function asMarkdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** The same line by line; what comes in pieces may be put together again. */
export function asMarkdownLines(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, "\\\n");
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  "[": "［",
  "]": "］",
  "<": "＜",
  ">": "＞",
  "`": "'",
  "\\": "＼",
  $: "＄",
};

/** A title for a link in the chat, into whose Markdown the editor puts it as it is. */
export function asLinkTitle(title: string): string {
  const shown = title.replace(/\s+/g, " ").trim();
  return shown.replace(/[[\]<>`\\$]/g, (mark) => LOOKALIKES[mark] ?? "") || "제목 없음";
}

/** A note's title and the way to it: the editor shows a link under the name of its file, whatever title it is given. */
export function noteLink(note: Note, line = note.range?.line ?? 0): readonly AnswerPart[] {
  const title = asMarkdownText(note.title) || "제목 없음";
  return [{ markdown: `**${title}** ` }, { note, line, title: asLinkTitle(note.title) }];
}
