import type { FrontMatterData } from "../../note/frontMatter/frontMatter.ts";
import { keptFromTemplates, lineBreaksOf } from "./kept.ts";
import { textIn } from "./page.ts";
import { LIQUID, type TemplateTag, tagReader } from "./templateTags.ts";

const LONGEST = 500;
const TAG = /^\{%-?\s{0,9}(\w+)([\s\S]*?)-?%\}$/;
const OUTPUT = /^\{\{-?([\s\S]*?)-?\}\}$/;
const LITERAL = /^(?:"([^"]*)"|'([^']*)')$/;
/** Filters that only say where the site lies. */
const ADDRESS_FILTER = /^(?:relative_url|absolute_url|prepend: ?site\.(?:baseurl|url))$/;
/** Longer than any fence that people write into the code of `{% highlight %}`. */
const FENCE = "`".repeat(12);
/** What holds its contents back, and the tag that ends it. */
const HOLDING: Readonly<Record<string, RegExp>> = {
  raw: /\{%-?\s{0,9}endraw\s{0,9}-?%\}/g,
  comment: /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/g,
};

/**
 * The body of a post as Liquid leaves it to Markdown, as far as that can be told without building the site: `raw` is
 * undone, comments are gone, addresses lead to the site's root, `{% highlight %}` is a fence. Every other tag stays as it
 * is written. No line moves.
 */
export function readLiquid(body: string, front: FrontMatterData): string {
  const tagFrom = tagReader(body, LIQUID);
  let read = "";
  let at = 0;
  for (let tag = tagFrom(0); tag !== undefined; tag = tagFrom(at)) {
    read += body.slice(at, tag.start);
    at = tag.end;
    const name = tag.text.length > LONGEST ? "" : (TAG.exec(tag.text)?.[1] ?? "");
    const ending = HOLDING[name];
    if (ending === undefined) {
      read += (tag.text.length > LONGEST ? undefined : readingOf(tag, body, front)) ?? tag.text;
      continue;
    }
    ending.lastIndex = tag.end;
    const end = ending.exec(body);
    const held = body.slice(tag.end, end?.index);
    at = end === null ? body.length : ending.lastIndex;
    // What is never closed Jekyll does not build: it is shown as it stands.
    if (end === null) read += keptFromTemplates(tag.text + held);
    else
      read +=
        lineBreaksOf(tag.text) + (name === "raw" ? keptFromTemplates(held) : lineBreaksOf(held)) + lineBreaksOf(end[0]);
  }
  return read + body.slice(at);
}

function readingOf(tag: TemplateTag, body: string, front: FrontMatterData): string | undefined {
  const output = OUTPUT.exec(tag.text)?.[1];
  const value = output === undefined ? tagValue(tag, body) : outputValue(output, front);
  return value === undefined ? undefined : value + lineBreaksOf(tag.text);
}

function outputValue(output: string, front: FrontMatterData): string | undefined {
  const [first = "", ...filters] = output.split("|").map((part) => part.trim());
  if (!filters.every((filter) => ADDRESS_FILTER.test(filter.replace(/\s+/g, " ")))) return undefined;
  if (/^site\.(?:base)?url$/.test(first)) return "";
  const key = /^page\.([\w-]+)$/.exec(first)?.[1];
  if (key !== undefined) return textIn(front, key);
  const literal = LITERAL.exec(first);
  if (literal === null) return undefined;
  const text = literal[1] ?? literal[2] ?? "";
  return filters.length === 0 ? keptFromTemplates(text) : text.replaceAll(" ", "%20");
}

function tagValue({ text, start, end }: TemplateTag, body: string): string | undefined {
  const [, name, said = ""] = TAG.exec(text) ?? [];
  const argument = said.trim();
  if (name === "post_url" && argument !== "") return `/_posts/${argument.replaceAll(" ", "%20")}.md`;
  if (name === "link" && argument !== "") return `/${argument.replaceAll(" ", "%20")}`;
  if ((name !== "highlight" && name !== "endhighlight") || !isAlone(body, start, end)) return undefined;
  return name === "highlight" ? `${FENCE}${/^[\w+#-]+/.exec(argument)?.[0] ?? ""}` : FENCE;
}

/** Whether nothing else stands on the lines of a tag. */
export function isAlone(body: string, start: number, end: number): boolean {
  const before = body.slice(body.lastIndexOf("\n", start) + 1, start);
  const next = body.indexOf("\n", end);
  return before.trim() === "" && body.slice(end, next === -1 ? undefined : next).trim() === "";
}
