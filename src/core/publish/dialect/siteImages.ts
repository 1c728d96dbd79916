import type { StateCore, Token } from "markdown-it";
import { addressesInHtml, withoutUnread } from "../../retro/entry/htmlAddresses.ts";
import { applyEdits } from "../../text/edit.ts";
import type { Markdown } from "./markdown.ts";
import { type Page, pageOf, textIn } from "./page.ts";

const IMAGE_TAG = /^<img\b/i;

/** Shows images from where the site has them: an address from its root leads into its folder, or its `static/`. */
export function addSiteImages(md: Markdown): void {
  md.core.ruler.push("tomaknote_images", (state: StateCore) => {
    const page = pageOf(state.env);
    if (page !== undefined) for (const token of state.tokens) lead(token, page);
  });
}

function lead(token: Token, page: Page): void {
  for (const child of token.children ?? []) lead(child, page);
  if (token.type === "image") {
    const src = token.attrGet("src");
    if (typeof src === "string") token.attrSet("src", fileAddress(src, page));
  }
  if (token.type === "html_block" || token.type === "html_inline") token.content = leadHtml(token.content, page);
}

function leadHtml(html: string, page: Page): string {
  if (!/<img\b/i.test(html)) return html;
  const spans = addressesInHtml(withoutUnread(html), 0, IMAGE_TAG);
  return applyEdits(
    html,
    spans.map(({ start, end }) => ({ start, end, newText: fileAddress(html.slice(start, end), page) })),
  );
}

/** The address, from the post's own folder, of the file that an image's address on the site leads to. */
export function fileAddress(address: string, page: Page): string {
  const onSite = withSubpath(address, page);
  if (!onSite.startsWith("/") || onSite.startsWith("//")) return onSite;
  return `${page.toSite}${page.site === "hugo" ? "static" : "."}${onSite}`;
}

/** Chirpy puts the post's `media_subpath` (`img_path` before 7.0) before every address that names no other place. */
function withSubpath(address: string, { site, front }: Page): string {
  const subpath = site === "chirpy" ? (textIn(front, "media_subpath") ?? textIn(front, "img_path")) : undefined;
  if (subpath === undefined || subpath.includes(":") || address.includes(":") || address.startsWith("//"))
    return address;
  return `/${encodeURI(subpath)}/${address}`.replace(/\/{2,}/g, "/");
}
