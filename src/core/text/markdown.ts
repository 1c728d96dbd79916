import type MarkdownIt from "markdown-it";

/** A token of markdown-it: `type`, `tag`, `map` (lines from and to), `content` …, as its documentation describes. */
export type MarkdownToken = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Parses Markdown into tokens. A port: the parser is a bundle of its own, loaded when it is first needed. */
export type ParseMarkdown = (text: string) => readonly MarkdownToken[];

/** Makes a markdown-it that reads CommonMark with tables, strikethrough and HTML; what it is taught stays its own. */
export type NewMarkdown = () => InstanceType<typeof MarkdownIt>;
