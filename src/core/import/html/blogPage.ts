import { normalizeTag } from "../../note/frontMatter/tags.ts";
import { composeNote } from "../composeNote.ts";
import type { ImportedNote } from "../importedNote.ts";
import { nameOf } from "../importFile.ts";
import { notionId, notionName } from "../notionPage.ts";
import { writtenStamp } from "../writtenStamp.ts";
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
import { toMarkdown } from "./toMarkdown.ts";

/** Where the writing stands in a page: Tistory's backup and blogs, velog, Notion, other blogs; most exact first. */
const BODIES: readonly ((element: HtmlElement) => boolean)[] = [
  (element) => hasClass(element, "contents_style"),
  (element) => hasClass(element, "page-body"),
  (element) => hasClass(element, "article-view") || hasClass(element, "entry-content"),
  (element) => classesOf(element).some((name) => name.startsWith("atom-one")),
  (element) => hasClass(element, "markdown-body") || hasClass(element, "post-content"),
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
  const root = await readHtml(html);
  const body = BODIES.map((is) => findElement(root, is)).find((found) => found !== undefined) ?? root;
  const stamp = dateOf(root, timeZone);
  const link = linkAddress(linkOf(root));
  const id = notionId(path);
  const number = tistoryNumber(path);
  const title = titleOf(root) || (id === undefined ? nameOf(path).replace(/\.html?$/i, "") : notionName(path));
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
  const category = findElement(root, (element) => element.name === "p" && hasClass(element, "category"));
  const text = composeNote({
    title,
    date: stamp,
    categories:
      category === undefined
        ? []
        : lineOf(category)
            .split("/")
            .map((part) => part.trim())
            .filter((part) => part !== ""),
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

function dateOf(root: HtmlElement, timeZone: string): string | undefined {
  const written = [
    ...findElements(root, (element) => /^(?:p|span)$/.test(element.name) && hasClass(element, "date")),
    ...findElements(root, ({ attributes }) => attributes.property === "article:published_time"),
    ...findElements(root, ({ name }) => name === "time"),
  ];
  return written
    .map((element) => writtenStamp(element.attributes.datetime ?? contentOf(element), timeZone))
    .find((stamp) => stamp !== undefined);
}

function contentOf(element: HtmlElement): string {
  return (element.attributes.content ?? lineOf(element)).replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function tagsOf(root: HtmlElement): readonly string[] {
  const box = findElement(root, (element) => element.name === "div" && hasClass(element, "tags"));
  const written = [
    // A tag of Tistory's may have blanks in it.
    ...(box === undefined ? [] : textOf(box).split("#")),
    ...findElements(root, ({ name, attributes }) => name === "a" && attributes.rel === "tag").map(lineOf),
    ...findElements(root, ({ attributes }) => attributes.property === "article:tag").map(contentOf),
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
