import { setField } from "../note/frontMatter/editField.ts";
import type { FrontMatterValue } from "../note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import { readTags, tagsOf } from "../note/frontMatter/tags.ts";
import { applyEdits } from "../text/edit.ts";
import { composeNote } from "./composeNote.ts";
import { htmlToMarkdown } from "./html/blogPage.ts";
import type { ImportedNote } from "./importedNote.ts";

/**
 * A Markdown file, as it is: a folder of notes, or what a tool saved of a velog. Only a body that is HTML from end to end
 * becomes Markdown, and front matter that cannot be read (velog's tools quote no quotes) is written anew from what can.
 */
export async function readMarkdownFile(path: string, text: string): Promise<ImportedNote> {
  const frontMatter = readFrontMatter(text);
  const body = text.slice(frontMatter.bodyStart);
  const isPage = isHtml(body);
  const written = isPage ? await htmlToMarkdown(body) : body;
  if (frontMatter.problem === undefined) {
    const whole = isPage ? `${text.slice(0, frontMatter.bodyStart)}\n${written}` : text;
    return { origin: "markdown", from: path, text: whole };
  }
  const { data } = frontMatter;
  const stated = (key: string): string | undefined => oneLine(data.get(key));
  const more = [...data].flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const line = /^(?:title|date|tags?)$/i.test(key) ? undefined : oneLine(value);
    return line === undefined ? [] : [[key, line]];
  });
  const composed = composeNote({
    title: stated("title") ?? "제목 없음",
    date: plainDate(stated("date")),
    tags: readTags(frontMatter),
    more,
    body: written,
  });
  return { origin: "markdown", from: path, text: stated("title") === undefined ? text : composed };
}

function oneLine(value: FrontMatterValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value : tagsOf(value).join(", ");
  return text.replace(/\s+/g, " ").trim() || undefined;
}

function plainDate(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}-\d{1,2}-\d{1,2}[\d\s:.TZ+-]*$/.test(date) ? date : undefined;
}

/** Whether all of a body is HTML: every paragraph of it begins with a tag, and no line is Markdown. */
function isHtml(body: string): boolean {
  const text = body.trim();
  if (
    !/^<(?:p|h[1-6]|div|ul|ol|blockquote|figure|article|section)\b[^<>]*>/i.test(text) ||
    !/<\/[a-z0-9]+>$/i.test(text)
  )
    return false;
  if (/^(?:#{1,6}\s|```|~~~|[-*+]\s|\d+\.\s|>\s)/m.test(withoutCode(text))) return false;
  return text.split(/\n[ \t]*\n/).every((paragraph) => paragraph.trimStart().startsWith("<"));
}

function withoutCode(html: string): string {
  return html
    .split(/<\/pre>/i)
    .map((part) => part.slice(0, Math.max(0, part.search(/<pre[\s>]/i))) || (/<pre[\s>]/i.test(part) ? "" : part))
    .join("");
}

/** The text with a field, where its front matter can take one; else as it is. */
export function withField(text: string, key: string, value: string, notation: "text" | "literal" = "text"): string {
  const result = setField(text, key, value, notation);
  return result.ok ? applyEdits(text, result.edits) : text;
}
