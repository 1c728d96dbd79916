export const IMPORT_ORIGINS = ["notion", "tistory", "html", "markdown"] as const;

export type ImportOrigin = (typeof IMPORT_ORIGINS)[number];

/** A note as it was found elsewhere, before it has a place in the notebook. */
export interface ImportedNote {
  readonly origin: ImportOrigin;
  /** Where it lies in what was picked; its links start from there. */
  readonly from: string;
  /** The whole text, front matter included; links as they were. */
  readonly text: string;
  /** The `source` its front matter has. */
  readonly source?: string;
}

/** In Korean: what a note was. */
export const ORIGIN_LABELS: Readonly<Record<ImportOrigin, string>> = {
  notion: "Notion",
  tistory: "티스토리",
  html: "웹 페이지",
  markdown: "Markdown",
};
