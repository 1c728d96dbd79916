import { normalizeTag } from "../../note/frontMatter/tags.ts";
import { composeNote } from "../composeNote.ts";
import type { ImportedNote } from "../importedNote.ts";
import { nameOf } from "../importFile.ts";
import { notionId, notionName, notionNote } from "../notionPage.ts";
import { linkAddress } from "./address.ts";
import {
  classesOf,
  findElement,
  findElements,
  type HtmlElement,
  hasClass,
  isElement,
  lineOf,
  readHtml,
  textOf,
} from "./htmlTree.ts";
import { notionArticle, notionHead } from "./notionHtml.ts";
import { pageDate } from "./pageDate.ts";
import { toMarkdown } from "./toMarkdown.ts";

/** Where the writing stands in a page: Tistory's backup and skins, Notion, Naver, velog, brunch, other blogs; most exact first. */
const BODIES: readonly ((element: HtmlElement) => boolean)[] = [
  (element) => hasClass(element, "contents_style"),
  (element) => hasClass(element, "page-body"),
  (element) => hasClass(element, "tt_article_useless_p_margin"),
  (element) => hasClass(element, "se-main-container") || element.attributes.id === "postViewArea",
  (element) => hasClass(element, "article-view") || element.attributes.id === "article-view",
  (element) => hasClass(element, "entry-content") || hasClass(element, "area_view"),
  (element) => classesOf(element).some((name) => name.startsWith("atom-one")),
  (element) => hasClass(element, "wrap_body"),
  (element) => hasClass(element, "markdown-body") || hasClass(element, "post-content"),
  ({ attributes }) => attributes.itemprop === "articleBody",
  ({ name }) => name === "article",
  ({ name }) => name === "main",
  ({ name }) => name === "body",
];

/** `105/105-제목.html`, `105/105.html`: a post in a backup of Tistory. */
export function tistoryNumber(path: string): string | undefined {
  return /(?:^|\/)(\d{1,9})\/\1(?:-[^/]*)?\.html?$/i.exec(path)?.[1];
}

/** A saved page of a blog, or a post of Tistory's backup, as a note. `undefined` where nothing is written on it. */
export async function readBlogPage(path: string, html: string, timeZone: string): Promise<ImportedNote | undefined> {
  return pageNote(path, await readHtml(html), timeZone);
}

/** The same for a page that was read. */
export async function pageNote(path: string, root: HtmlElement, timeZone: string): Promise<ImportedNote | undefined> {
  const article = notionArticle(root);
  const body = BODIES.map((is) => findElement(article ?? root, is)).find((found) => found !== undefined) ?? root;
  if (article !== undefined) {
    const about = findElement(article, (element) => hasClass(element, "page-description"));
    const markdown = await toMarkdown([...(about === undefined ? [] : [about]), body]);
    return notionNote({ ...notionHead(path, article), body: markdown }, timeZone);
  }
  const stamp = pageDate(root, body, timeZone);
  const link = linkAddress(linkOf(root));
  const id = notionId(path);
  const number = tistoryNumber(path);
  const title = titleOf(root) || (id === undefined ? nameOf(path).replace(/\.html?$/i, "") : notionName(path));
  emptyRepeatedTitle(body, title);
  const markdown = await toMarkdown(withoutTitle(body));
  if (markdown.trim() === "") return undefined;
  // A number is a blog's own: with its day hardly another blog has the same.
  const source =
    id !== undefined
      ? `notion:${id}`
      : number !== undefined
        ? `tistory:${number}${stamp === undefined ? "" : `@${stamp.slice(0, 10)}`}`
        : link !== undefined && /^https?:/i.test(link)
          ? link
          : undefined;
  const text = composeNote({
    title,
    date: stamp,
    categories: categoriesOf(root),
    tags: tagsOf(root),
    link: link !== undefined && /^https?:/i.test(link) ? link : undefined,
    source,
    body: markdown,
  });
  return {
    origin: number === undefined ? "html" : "tistory",
    from: path,
    text,
    ...(source !== undefined && { source }),
  };
}

/** Where the page is that this one only frames, as those of Naver's blogs do: an address beside it. */
export function frameIn(root: HtmlElement): string | undefined {
  if (lineOf(root) !== textOfHead(root)) return undefined;
  const frame = findElement(root, ({ name, attributes }) => /^i?frame$/.test(name) && (attributes.src ?? "") !== "");
  const address = frame && linkAddress(frame.attributes.src);
  return address === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address) ? undefined : address;
}

function textOfHead(root: HtmlElement): string {
  const title = findElement(root, ({ name }) => name === "title");
  return title === undefined ? "" : lineOf(title);
}

/** HTML that stands for the body of a Markdown file, as Markdown. */
export async function htmlToMarkdown(html: string): Promise<string> {
  return toMarkdown((await readHtml(html)).children);
}

function titleOf(root: HtmlElement): string {
  const written = [
    findElement(root, (element) => hasClass(element, "title-article") || hasClass(element, "page-title")),
    findElement(root, ({ name, attributes }) => name === "meta" && attributes.property === "og:title"),
    findElement(root, ({ name }) => name === "h1"),
    findElement(root, ({ name }) => name === "title"),
  ];
  return written.map((found) => (found === undefined ? "" : contentOf(found))).find((text) => text !== "") ?? "";
}

/** What Tistory's backup could not write of a category's name, a picture at its beginning, is in it as question marks. */
function categoriesOf(root: HtmlElement): readonly string[] {
  const category = findElement(root, (element) => element.name === "p" && hasClass(element, "category"));
  if (category === undefined) return [];
  const names = lineOf(category)
    .split("/")
    .map((part) => part.replace(/^\s*\?{1,8}\s+|\s*\?{2,8}\s*$/g, "").trim());
  return names.filter((name) => name !== "");
}

/** A title that stands once more above the writing: the note has it of its own. */
function emptyRepeatedTitle(body: HtmlElement, title: string): void {
  const heading = findElement(body, ({ name }) => /^h[1-3]$/.test(name));
  if (heading !== undefined && lineOf(heading) === title && lineOf(body).startsWith(title)) heading.children.length = 0;
}

function contentOf(element: HtmlElement): string {
  return (element.attributes.content ?? lineOf(element)).replace(/[\s\p{Cc}]+/gu, " ").trim();
}

const VELOG_TAG = /^(?:https:\/\/velog\.io)?\/tags\/[^/]+$/;

function tagsOf(root: HtmlElement): readonly string[] {
  const box = findElement(root, (element) => element.name === "div" && hasClass(element, "tags"));
  const written = [
    // A tag of Tistory's may have blanks in it.
    ...(box === undefined ? [] : textOf(box).split("#")),
    ...findElements(root, ({ name, attributes }) => name === "a" && attributes.rel === "tag").map(lineOf),
    ...findElements(root, ({ attributes }) => attributes.property === "article:tag").map(contentOf),
    // velog's.
    ...findElements(root, ({ name, attributes }) => name === "a" && VELOG_TAG.test(attributes.href ?? "")).map(lineOf),
  ];
  const tags = written.map((tag) => normalizeTag(tag.replace(/[\s,\p{Cc}]+/gu, " "))).filter((tag) => tag !== "");
  return [...new Set(tags)];
}

function linkOf(root: HtmlElement): string | undefined {
  const canonical = findElement(root, ({ name, attributes }) => name === "link" && attributes.rel === "canonical");
  const shared = findElement(root, ({ name, attributes }) => name === "meta" && attributes.property === "og:url");
  return canonical?.attributes.href ?? shared?.attributes.content;
}

/** What the page says besides its writing: the title, which the note has of its own, and what a `head` holds. */
function withoutTitle(body: HtmlElement): HtmlElement["children"] {
  return body.children.filter(
    (node) =>
      !isElement(node) ||
      !(
        /^(?:title|head|meta|link)$/.test(node.name) ||
        hasClass(node, "title-article") ||
        hasClass(node, "page-title")
      ),
  );
}
