import type { NotePath } from "../../note/note.ts";

/** The services whose posts are pasted. */
export const PASTE_SITES = ["velog", "tistory"] as const;

export type PasteSite = (typeof PASTE_SITES)[number];

/** What a post leads to that lies on this computer alone. */
export interface LocalFile {
  /** As it is written, readable. */
  readonly address: string;
  /** In the notebook; left out for what lies outside of it, or on the site. */
  readonly path?: NotePath;
  /** What stands for it: an image's description, a link's text. */
  readonly text: string;
}

export interface LocalFiles {
  /** In the order of the text, each once. */
  readonly images: readonly LocalFile[];
  readonly links: readonly LocalFile[];
}

/** A post made ready for a service's own editor. */
export interface PastedPost extends LocalFiles {
  /** Markdown for velog, HTML for Tistory. */
  readonly text: string;
  /** What is left to do by hand, in Korean: the title, for one, has a field of its own there. */
  readonly message: string;
}
