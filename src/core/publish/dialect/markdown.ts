import type MarkdownIt from "markdown-it";

export type { Env, Token } from "markdown-it";

/** A markdown-it, be it ours or the editor's own, which may be of an older version. */
export type Markdown = InstanceType<typeof MarkdownIt>;
