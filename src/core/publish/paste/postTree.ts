import { fromParse5 } from "hast-util-from-parse5";
import { sanitize } from "hast-util-sanitize";
import type { Env } from "markdown-it";
import { parseFragment } from "parse5";
import { LABEL } from "../dialect/labels.ts";
import type { Markdown } from "../dialect/markdown.ts";
import type { Page } from "../dialect/page.ts";
import { addDialect, parsePage } from "../dialect/parsePage.ts";
import { addSiteImages } from "../dialect/siteImages.ts";
import { TOC } from "../dialect/tableOfContents.ts";
import type { Element, ElementContent, Root, RootContent } from "./hast.ts";
import { POST_SCHEMA } from "./postSchema.ts";

/**
 * A post as a tree of HTML with nothing in it that could do more than show: no scripts, no styles, no frames.
 * @param markdown learns what sites write beyond CommonMark
 */
export function postTree(text: string, page: Page, markdown: Markdown): Root {
  addDialect(markdown, (md) => {
    addSiteImages(md);
    // A blog that posts are pasted into makes a table of contents itself, or has none; what it cannot fill in stays as it is written.
    md.renderer.rules[TOC] = () => "";
    md.renderer.rules[LABEL] = (tokens, index) => md.utils.escapeHtml(tokens[index]?.markup ?? "");
  });
  const env: Env = {};
  const html = markdown.renderer.render(parsePage(markdown, text, page, env), markdown.options, env);
  const tree = fromParse5(parseFragment(html));
  if (tree.type !== "root") throw new TypeError(tree.type);
  forEachElement(tree, keepWhatWouldGo);
  const safe = sanitize(tree, POST_SCHEMA);
  if (safe.type !== "root") throw new TypeError(safe.type);
  return safe;
}

export function forEachElement(parent: Root | Element, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    visit(child);
    forEachElement(child, visit);
  }
}

/** Puts others in the place of some children, itself from the inside outwards. */
export function replaceElements(
  parent: Root | Element,
  replace: (element: Element) => readonly ElementContent[] | undefined,
): void {
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (child.type !== "element") {
      children.push(child);
      continue;
    }
    replaceElements(child, replace);
    children.push(...(replace(child) ?? [child]));
  }
  // A root and an element hold the same here: what came out of the parser is never a doctype.
  parent.children = children as typeof parent.children;
}

const FRAMES = new Set(["iframe", "video", "audio", "embed"]);
const ALIGNMENT = /^text-align: ?(left|center|right);?$/;

/** Says in another way what must not stay: the alignment of a table's cells, and where a frame leads. */
function keepWhatWouldGo(element: Element): void {
  const { properties, tagName } = element;
  const alignment = typeof properties.style === "string" ? ALIGNMENT.exec(properties.style)?.[1] : undefined;
  if (alignment !== undefined) properties.align = alignment;
  const { src } = properties;
  if (!FRAMES.has(tagName) || typeof src !== "string" || !/^https?:/i.test(src)) return;
  element.tagName = "a";
  element.properties = { href: src };
  element.children = [{ type: "text", value: src }];
}
