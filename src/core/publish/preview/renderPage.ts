import type { Env, MarkdownItOptions, StateCore, Token } from "markdown-it";
import { saysDraft } from "../../note/draftMarks.ts";
import { scalarField } from "../../note/frontMatter/field.ts";
import type { FrontMatter } from "../../note/frontMatter/frontMatter.ts";
import type { NotePath } from "../../note/note.ts";
import { isJekyll } from "../../retro/site.ts";
import { closesBesideLetters } from "../dialect/emphasis.ts";
import type { Markdown } from "../dialect/markdown.ts";
import { isTrue, type Page, pageOf, textIn } from "../dialect/page.ts";
import { addDialect, parsePage } from "../dialect/parsePage.ts";
import { addSiteImages } from "../dialect/siteImages.ts";
import { headingsOf, TOC, TOC_PLACE, tableOfContents } from "../dialect/tableOfContents.ts";
import { addMermaid } from "./mermaid.ts";
import { addOmittedHtml } from "./omittedHtml.ts";
import type { PreviewSite } from "./previewSite.ts";

/** What the editor's preview asked for. */
export interface Rendering {
  readonly text: string;
  /** Of the text; the door has the parser for it. */
  readonly head: FrontMatter;
  /** Below the notebook's root. */
  readonly path: NotePath;
  readonly site: PreviewSite;
  readonly options: Required<MarkdownItOptions>;
  readonly env: Env;
}

/** Renders as the editor itself does. */
type Render = (tokens: Token[], options: Required<MarkdownItOptions>, env: Env) => string;

/**
 * The HTML of a post as its site shows it, made by the editor's own markdown-it; `undefined` for a file that its site does
 * not build. Adds no script and no style, and nothing of the text unescaped that was not.
 */
export function renderPage(
  md: Markdown,
  { text, head, path, site, options, env }: Rendering,
  render: Render,
): string | undefined {
  const page = pageFor(head, path, site);
  if (page === undefined) return undefined;
  addDialect(md, addPreviewRules);
  const tokens = parsePage(md, text, page, env);
  // velog keeps the line breaks of a paragraph.
  const html = render(tokens, page.site === "velog" ? { ...options, breaks: true } : options, env);
  if (!html.includes(TOC_PLACE)) return html;
  const [from, to] = tokens.some(({ type, hidden }) => type === TOC && hidden) ? tocLevels(page) : [1, 6];
  const toc = tableOfContents(headingsOf(tokens, from, to), md.utils.escapeHtml);
  // One is enough of what is as long as the post.
  return html.replace(TOC_PLACE, () => toc).replaceAll(TOC_PLACE, "");
}

function addPreviewRules(md: Markdown): void {
  addMermaid(md);
  addOmittedHtml(md);
  addSiteImages(md);
  md.core.ruler.push(TOC, addThemesToc);
  md.renderer.rules[TOC] = () => TOC_PLACE;
}

function pageFor(
  head: FrontMatter,
  path: NotePath,
  { site, root, hasMermaidHook, showsHtml }: PreviewSite,
): Page | undefined {
  const { data: front, block } = head;
  const below = path.slice(root.length);
  // Jekyll copies what has no front matter as it is, and Hugo builds `content/` alone, where a draft from elsewhere will go.
  if (isJekyll(site) && block === undefined) return undefined;
  const isOfHugo = below.startsWith("content/") || saysDraft((key) => scalarField(head, key));
  if (site === "hugo" && !isOfHugo) return undefined;
  return {
    site,
    front,
    isPost: /^(?:.*\/)?_(?:posts|drafts)\//.test(below),
    toSite: "../".repeat(below.split("/").length - 1),
    closesBesideLetters: closesBesideLetters(site),
    drawsMermaid: site === "chirpy" ? isTrue(front, "mermaid") : hasMermaidHook,
    showsHtml,
  };
}

/** Chirpy shows contents beside every post with a heading for them, minimal-mistakes where the post asks for it. */
function addThemesToc(state: StateCore): void {
  const page = pageOf(state.env);
  if (page === undefined || !wantsToc(page, state.tokens)) return;
  const toc = new state.Token(TOC, "", 0);
  toc.hidden = true;
  const head = state.tokens[0]?.type === "front_matter" ? 1 : 0;
  state.tokens.splice(head, 0, toc);
}

function wantsToc({ site, front, isPost }: Page, tokens: readonly Token[]): boolean {
  if (site === "minimal-mistakes") return isTrue(front, "toc");
  if (site !== "chirpy" || !isPost || textIn(front, "toc")?.toLowerCase() === "false") return false;
  return tokens.some(({ type, tag }) => type === "heading_open" && (tag === "h2" || tag === "h3"));
}

function tocLevels({ site }: Page): readonly [from: number, to: number] {
  return site === "chirpy" ? [2, 4] : [1, 6];
}
