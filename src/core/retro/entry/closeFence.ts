import type { ParseMarkdown } from "../../text/markdown.ts";

/**
 * The body with its last fence closed where it was left open, lest it swallow the entries below. Other bodies as they
 * are: a fence in a list item or a quote ends with it.
 */
export function closeFence(body: string, parse: ParseMarkdown): string {
  if (!body.includes("```") && !body.includes("~~~")) return body;
  const last = parse(body).findLast(({ level }) => level === 0);
  if (last?.type !== "fence" || last.map === null) return body;
  const [opening, end] = last.map;
  const lines = body.split("\n");
  // Definitions of links, which leave no token, may follow it.
  if (lines.slice(end).some((line) => line.trim() !== "")) return body;
  const ending = lines[end - 1] ?? "";
  const closing = ending.trim();
  const isClosed =
    end - 1 > opening &&
    !/^(?: {4}| {0,3}\t)/.test(ending) &&
    closing.startsWith(last.markup) &&
    closing === last.markup.charAt(0).repeat(closing.length);
  return isClosed ? body : `${body}\n${last.markup}`;
}
