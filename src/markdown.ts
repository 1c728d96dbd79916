import MarkdownIt from "markdown-it";
import type { NewMarkdown, ParseMarkdown } from "./core/text/markdown.ts";

const markdown = new MarkdownIt({ html: true });

/** CommonMark with tables and strikethrough, HTML kept as tokens; nothing is rendered. */
export const parseMarkdown: ParseMarkdown = (text) => markdown.parse(text, {});

/** A markdown-it of one's own, for who teaches it more. */
export const newMarkdown: NewMarkdown = () => new MarkdownIt({ html: true });
