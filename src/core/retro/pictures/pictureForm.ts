import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { Files } from "../../notebook/files.ts";
import type { Picture, Site } from "../../settings/settings.ts";
import { allowsRawHtml, hasMermaidHook } from "../hugoSite.ts";
import { isJekyll } from "../site.ts";

/**
 * The form in which a site shows the picture that was asked for; where it cannot show that one, text.
 * - Mermaid: GitHub shows it in any Markdown file, Chirpy in a post that says `mermaid: true`, Hugo with a render hook of the
 *   site or its theme (gohugo.io, Diagrams). Jekyll, minimal-mistakes, velog and Tistory leave the source as it is.
 * - SVG within the text: Jekyll's kramdown passes it on, Hugo only where raw HTML is allowed (`unsafe`). GitHub and velog take
 *   its elements away and leave their texts, and of Tistory it is not known.
 * @param post what the draft says now, if there is one: its front matter belongs to the person
 */
export async function pictureForm(
  files: Files,
  asked: Picture,
  site: Site,
  post: string | undefined,
): Promise<Picture> {
  if (asked === "mermaid") return (await showsMermaid(files, site, post)) ? "mermaid" : "text";
  if (asked === "svg") return (await showsSvg(files, site)) ? "svg" : "text";
  return asked;
}

async function showsMermaid(files: Files, site: Site, post: string | undefined): Promise<boolean> {
  if (site === "chirpy") return post === undefined || readFrontMatter(post).data.get("mermaid") === "true";
  return site === "plain" || (site === "hugo" && (await hasMermaidHook(files)));
}

async function showsSvg(files: Files, site: Site): Promise<boolean> {
  return isJekyll(site) || (site === "hugo" && (await allowsRawHtml(files)));
}
