import { setField } from "../note/frontMatter/editField.ts";
import type { FrontMatterValue } from "../note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import { readTags, tagsOf } from "../note/frontMatter/tags.ts";
import { titleIn } from "../note/noteTitle.ts";
import { applyEdits } from "../text/edit.ts";
import { composeNote } from "./composeNote.ts";
import { htmlToMarkdown } from "./html/blogPage.ts";
import { htmlStart } from "./html/htmlBody.ts";
import type { ImportedNote } from "./importedNote.ts";

/**
 * A Markdown file, as it is: a folder of notes, or what a tool saved of a velog. Only a body that is HTML from end to end
 * becomes Markdown (most of those tools save what the feed gives, under the post's title), and front matter that cannot be
 * read (velog's tools quote no quotes) is written anew from what can.
 */
export async function readMarkdownFile(path: string, text: string): Promise<ImportedNote> {
  const frontMatter = readFrontMatter(text);
  const body = text.slice(frontMatter.bodyStart);
  const start = htmlStart(body);
  const written = start === undefined ? body : body.slice(0, start) + (await htmlToMarkdown(body.slice(start)));
  if (frontMatter.problem === undefined) {
    if (start === undefined) return { origin: "markdown", from: path, text };
    const whole = `${text.slice(0, frontMatter.bodyStart)}${bodyGap(frontMatter.bodyStart, start)}${written}`;
    // Headings of a page are of its parts: its title is what the file is called.
    const isTitled = frontMatter.data.has("title") || /^#[ \t]/m.test(body.slice(0, start));
    const titled = isTitled ? whole : withField(whole, "title", titleIn(path, "", "").title.trim());
    return { origin: "markdown", from: path, text: titled };
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

/** A blank line below front matter, where the page stood right below it. */
function bodyGap(bodyStart: number, start: number): string {
  return bodyStart > 0 && start === 0 ? "\n" : "";
}

/** The text with a field, where its front matter can take one; else as it is. */
export function withField(text: string, key: string, value: string, notation: "text" | "literal" = "text"): string {
  const result = setField(text, key, value, notation);
  return result.ok ? applyEdits(text, result.edits) : text;
}
