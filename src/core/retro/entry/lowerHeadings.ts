import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { MarkdownToken, ParseMarkdown } from "../../text/markdown.ts";
import { containerLength, type MarkdownSource, readMarkdown } from "./markdownSource.ts";

/** The highest level a heading of an entry may have: entries stand in sections of the second. */
const TOP = 3;
const DEEPEST = 6;

/**
 * The body with its headings below those of the draft's sections: the highest becomes `###`, the others keep their
 * distance as far as `######` allows. Underlined headings, which have two levels only, become `###` ones.
 */
export function lowerHeadings(body: string, parse: ParseMarkdown): string {
  if (!/#|^[ \t>]*[-=]+[ \t]*$/m.test(body)) return body;
  const source = readMarkdown(body, parse);
  const headings = source.tokens.filter(({ type }) => type === "heading_open");
  const shift = TOP - Math.min(TOP, ...headings.map(levelOf));
  if (shift === 0) return body;
  return applyEdits(
    body,
    headings.flatMap((heading) => lowered(source, heading, "#".repeat(Math.min(DEEPEST, levelOf(heading) + shift)))),
  );
}

function levelOf(heading: MarkdownToken): number {
  return Number(heading.tag.slice(1));
}

function lowered(
  { lines, lineStart, text, tokens }: MarkdownSource,
  heading: MarkdownToken,
  marks: string,
): TextEdit[] {
  if (heading.map === null) return [];
  const [first, end] = heading.map;
  if (heading.markup.startsWith("#")) {
    const at = lineStart(first) + (lines[first] ?? "").indexOf(heading.markup);
    return [{ start: at, end: at + heading.markup.length, newText: marks }];
  }
  const start = lineStart(first) + containerLength(lines[first] ?? "");
  const title = (tokens[tokens.indexOf(heading) + 1]?.content ?? "")
    .split("\n")
    .map((line, index, all) => (index < all.length - 1 ? line.trim().replace(/(?<!\\)\\$/, "") : line.trim()))
    .join(" ");
  const stop = lineStart(end - 1) + (lines[end - 1] ?? "").length;
  // `#` at the end of a `###` heading would count as its closing marks.
  const safe = title.replace(/(^|[ \t])(#+)$/, "$1\\$2");
  return [{ start, end: Math.min(stop, text.length), newText: `${marks} ${safe}` }];
}
