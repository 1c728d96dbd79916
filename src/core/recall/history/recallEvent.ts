import type { Instant } from "../../calendar/clock.ts";

/** Where the notebook keeps what was recalled: one event a line, only ever added to. */
export const HISTORY_PATH = ".tomaknote/recall.jsonl";

/** Has git keep the lines of both sides when histories meet; made beside a history that is begun. */
export const MERGE_RULE = { path: ".tomaknote/.gitattributes", text: "recall.jsonl merge=union\n" } as const;

export const RECALLED = ["known", "hazy", "unknown"] as const;

/** How well a note was recalled, as the person says. */
export type Recalled = (typeof RECALLED)[number];

/** The words for it, of the buttons as of a model's verdict. */
export const RECALLED_WORDS: Readonly<Record<Recalled, string>> = {
  known: "알아요",
  hazy: "가물가물해요",
  unknown: "모르겠어요",
};

export const ASKED = ["title", "headings", "blank", "model"] as const;

/** What a question was made of. */
export type Asked = (typeof ASKED)[number];

/** A note as it was when something happened to it: by these it is found again after it was renamed. */
export interface NoteMark {
  /** `noteId` */
  readonly note: string;
  readonly title: string;
  /** `gistOf` its text; empty for a note without any. */
  readonly gist: string;
}

/** What happened to a note. */
export type Happening =
  /** It was asked about. */
  | { readonly event: "review"; readonly recalled: Recalled; readonly asked: Asked }
  /** It was kept as a 글감, or put away, by hand. */
  | { readonly event: "topic"; readonly state: "added" | "removed" }
  /** A post was begun from it, or has moved; the last one counts. */
  | { readonly event: "post"; readonly post: string };

/** One line of the history. */
export type RecallEvent = NoteMark & Happening & { readonly at: Instant };
