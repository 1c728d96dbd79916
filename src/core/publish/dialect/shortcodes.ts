import { keptFromTemplates, lineBreaksOf } from "./kept.ts";
import { isAlone } from "./liquid.ts";
import { SHORTCODES, tagReader } from "./templateTags.ts";

const ESCAPED = /^\{\{([<%])\/\*([\s\S]*)\*\/([>%])\}\}$/;
const REFERENCE = /^\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s]+)"?\s*[>%]\}\}$/;
const HIGHLIGHT = /^\{\{<\s*(\/?)highlight\s*([\w+#-]*)[\s\S]*>\}\}$/;
const FENCE = "`".repeat(12);
const LONGEST = 500;

/**
 * The body of a post as Hugo's shortcodes leave it to Markdown, as far as that can be told without building the site:
 * references are addresses, `highlight` is a fence, a shortcode shown as text is text. All others stay. No line moves.
 */
export function readShortcodes(body: string): string {
  let read = "";
  let at = 0;
  const tagFrom = tagReader(body, SHORTCODES);
  for (let tag = tagFrom(0); tag !== undefined; tag = tagFrom(at)) {
    const { start, end, text } = tag;
    const value = text.length > LONGEST ? undefined : readingOf(text, isAlone(body, start, end));
    read += body.slice(at, start) + (value === undefined ? text : value + lineBreaksOf(text));
    at = end;
  }
  return read + body.slice(at);
}

function readingOf(text: string, isOnItsOwn: boolean): string | undefined {
  const [, open = "", said = "", close = ""] = ESCAPED.exec(text) ?? [];
  if (open !== "") return keptFromTemplates(`{{${open}${said.replaceAll("\n", " ")}${close}}}`);
  const reference = REFERENCE.exec(text)?.[1];
  if (reference !== undefined) return reference;
  const highlight = isOnItsOwn ? HIGHLIGHT.exec(text) : null;
  return highlight === null ? undefined : `${FENCE}${highlight[1] === "" ? highlight[2] : ""}`;
}
