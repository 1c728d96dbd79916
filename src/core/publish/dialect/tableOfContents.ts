import type { Token } from "markdown-it";

/** The token that stands where a table of contents is to be. */
export const TOC = "tomaknote_toc";
/** What is rendered in its place until the headings have their ids: no text has this, see `kept.ts`. */
export const TOC_PLACE = "<!--\uFDD0-->";

interface Entry {
  readonly level: number;
  readonly title: string;
  readonly id: string | undefined;
}

/** The headings of a rendered page, those from level `from` to level `to`. */
export function headingsOf(tokens: readonly Token[], from: number, to: number): readonly Entry[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.meta?.isOutOfToc === true) return [];
    const level = Number(token.tag.slice(1));
    if (level < from || level > to) return [];
    const id = token.attrGet("id");
    return [{ level, title: plainText(tokens[index + 1]), id: id === null ? undefined : String(id) }];
  });
}

/** A list of links to headings, a list within a list for each level below; empty without headings. */
export function tableOfContents(entries: readonly Entry[], escapeHtml: (text: string) => string): string {
  if (entries.length === 0) return "";
  const open: number[] = [];
  let html = "";
  for (const { level, title, id } of entries) {
    while (open.length > 1 && (open.at(-1) ?? 0) > level) {
      html += "</li></ul>";
      open.pop();
    }
    if (open.length === 0 || (open.at(-1) ?? 0) < level) {
      html += "<ul>";
      open.push(level);
    } else {
      html += "</li>";
    }
    const text = escapeHtml(title);
    html += `<li>${id === undefined ? text : `<a href="#${escapeHtml(id)}">${text}</a>`}`;
  }
  return `<nav class="tomaknote-toc">${html}${"</li></ul>".repeat(open.length)}</nav>\n`;
}

function plainText(token: Token | undefined): string {
  if (token === undefined) return "";
  if (token.children !== null) return token.children.map(plainText).join("");
  return token.type === "text" || token.type === "code_inline" || token.type === "emoji" ? token.content : "";
}
