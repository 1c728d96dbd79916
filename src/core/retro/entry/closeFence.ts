import type { ParseMarkdown } from "../../text/markdown.ts";

/** The body with its last fence closed where it was left open, lest it swallow the entries below. Other bodies as they are. */
export function closeFence(body: string, parse: ParseMarkdown): string {
  if (!body.includes("```") && !body.includes("~~~")) return body;
  const last = parse(body).findLast(({ level }) => level === 0);
  if (last?.type !== "fence" || last.map === null) return body;
  const [opening] = last.map;
  const lines = body.split("\n");
  const closing = (lines.at(-1) ?? "").trim();
  const isClosed =
    lines.length - 1 > opening &&
    closing.startsWith(last.markup) &&
    closing === last.markup.charAt(0).repeat(closing.length);
  return isClosed ? body : `${body}\n${last.markup}`;
}
