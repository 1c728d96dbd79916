import { findFrontMatter } from "../../note/frontMatter/find.ts";
import type { FrontMatterFormat } from "../../note/frontMatter/frontMatter.ts";

/** A key of front matter as it is written: `tags  : [a, b] # 태그`. */
export interface HeaderEntry {
  /** With the spaces behind it. */
  readonly key: string;
  /** On the key's line, without a comment. */
  readonly value: string;
  /** The lines that hang below, as written. */
  readonly children: readonly string[];
}

export interface Header {
  readonly format: FrontMatterFormat | "none";
  readonly entries: readonly HeaderEntry[];
  readonly body: string;
}

/** The front matter of a text by its lines; nothing is understood, so that it can be written again as it is. */
export function readHeader(text: string): Header {
  const block = findFrontMatter(text);
  if (block === undefined) return { format: "none", entries: [], body: text.replace(/^\uFEFF/, "") };
  const entries: HeaderEntry[] = [];
  for (const line of text.slice(block.contentStart, block.contentEnd).split(/\r\n|\n|\r/)) {
    // What follows the first table of TOML belongs to it.
    if (block.format === "toml" && line.startsWith("[")) break;
    const found = /^([^\s#:=[\]{}"'-][^:=]{0,60}?[ \t]{0,20})[:=](?:[ \t]+(.*))?$/.exec(line);
    const last = entries.at(-1);
    if (found) entries.push({ key: found[1] ?? "", value: withoutComment(found[2] ?? ""), children: [] });
    else if (last && line.trim() !== "" && !line.startsWith("#"))
      entries[entries.length - 1] = { ...last, children: [...last.children, line] };
  }
  return { format: block.format, entries, body: text.slice(block.end) };
}

function withoutComment(value: string): string {
  if (/^["']/.test(value)) return value.trim();
  const comment = value.search(/[ \t]#/);
  return (comment === -1 ? value : value.slice(0, comment)).trim();
}
