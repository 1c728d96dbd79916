import type { FrontMatter } from "../../note/frontMatter/frontMatter.ts";
import type { NotePath } from "../../note/note.ts";
import { entryBody, headingTitle } from "../../note/noteBody.ts";
import { isJekyll } from "../../retro/site.ts";
import type { NewMarkdown, ParseMarkdown } from "../../text/markdown.ts";
import { nfc } from "../../text/nfc.ts";
import { withoutMarks } from "../dialect/kept.ts";
import { type Page, textIn } from "../dialect/page.ts";
import { readSource } from "../dialect/readSource.ts";
import type { PreviewSite } from "../preview/previewSite.ts";
import { describePasted } from "./describePasted.ts";
import type { HighlightCode } from "./highlightCode.ts";
import { localFiles } from "./localFiles.ts";
import type { PastedPost, PasteSite } from "./pasteSite.ts";
import { postTree } from "./postTree.ts";
import { tistoryHtml } from "./tistoryHtml.ts";
import { velogMarkdown } from "./velogMarkdown.ts";

export interface PasteTools {
  readonly parse: ParseMarkdown;
  readonly newMarkdown: NewMarkdown;
  readonly highlight: HighlightCode;
}

/**
 * A post for a service that it is pasted into: without its front matter and the heading that repeats its title, and with
 * what the site it was written for would have read out of it.
 * @param home the site that the file lies in, if any
 */
export function pastePost(
  text: string,
  { data: front, bodyStart }: FrontMatter,
  target: PasteSite,
  path: NotePath,
  home: PreviewSite | undefined,
  { parse, newMarkdown, highlight }: PasteTools,
): PastedPost {
  const written = text.slice(bodyStart);
  const title = nfc(textIn(front, "title")?.trim() || headingTitle(written) || "");
  const body = entryBody(written, title);
  const page: Page = {
    site: home?.site ?? target,
    front,
    isPost: false,
    toSite: "../".repeat(path.slice(home?.root.length ?? 0).split("/").length - 1),
    closesBesideLetters: true,
    drawsMermaid: false,
    showsHtml: true,
  };
  const post = postTree(body, page, newMarkdown());
  const files = localFiles(post, path, page);
  return {
    ...files,
    message: describePasted(target, title, files),
    text: target === "tistory" ? tistoryHtml(post, files.images, highlight) : forVelog(body, page, parse),
  };
}

function forVelog(body: string, page: Page, parse: ParseMarkdown): string {
  const read = withoutMarks(readSource(body, page));
  return `${velogMarkdown(read, isJekyll(page.site), parse).trim()}\n`;
}
