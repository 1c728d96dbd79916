import { type Span, TAG } from "./inlineSource.ts";

/** What of HTML is not HTML to a browser. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gi;
const ATTRIBUTE = /\s(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** A block of HTML with spaces for what a browser does not read as HTML. */
export function withoutUnread(html: string): string {
  return html.replace(UNREAD, (hidden) => " ".repeat(hidden.length));
}

/** The values of `src`, `href` and `poster` in the tags that `isTag` knows by their beginning, `offset` added to each. */
export function addressesInHtml(html: string, offset: number, isTag: RegExp): readonly Span[] {
  const spans: Span[] = [];
  for (const tag of html.matchAll(new RegExp(TAG, "g"))) {
    if (!isTag.test(tag[0])) continue;
    for (const attribute of tag[0].matchAll(ATTRIBUTE)) {
      const value = attribute[1] ?? attribute[2] ?? "";
      const end = offset + tag.index + attribute.index + attribute[0].length - 1;
      spans.push({ start: end - value.length, end });
    }
  }
  return spans;
}
