import { nfc } from "../../text/nfc.ts";
import { type NotionParts, notionName } from "../notionPage.ts";
import { findElement, findElements, type HtmlElement, hasClass, lineOf } from "./htmlTree.ts";

/** Whether a page is one of Notion's export (HTML), whatever its file is called. */
export function notionArticle(root: HtmlElement): HtmlElement | undefined {
  const article = findElement(root, (element) => element.name === "article" && hasClass(element, "page"));
  return article && findElement(article, (element) => hasClass(element, "page-body")) ? article : undefined;
}

/** What Notion says above a page's text: its title and its properties, as its Markdown export would have them. */
export function notionHead(path: string, article: HtmlElement): Omit<NotionParts, "body"> {
  const title = findElement(article, (element) => hasClass(element, "page-title"));
  const id = /^[0-9a-f]{32}$/i.exec((article.attributes.id ?? "").replaceAll("-", ""))?.[0].toLowerCase();
  const rows = findElements(article, (element) => element.name === "tr" && hasClass(element, "property-row"));
  return {
    path,
    title: (title && lineOf(title)) || notionName(path).replace(/\.html?$/i, ""),
    properties: rows.flatMap((row): readonly (readonly [string, string])[] => {
      const name = findElement(row, (element) => element.name === "th");
      const value = findElement(row, (element) => element.name === "td");
      const key = name === undefined ? "" : keyOf(lineOf(name));
      const text = value === undefined ? "" : propertyValue(value);
      return key === "" || text === "" ? [] : [[key, text]];
    }),
    id,
  };
}

function keyOf(name: string): string {
  return nfc(name)
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, 100)
    .trim();
}

/** Several that were selected stand beside each other without anything between; a box says whether it is ticked. */
function propertyValue(cell: HtmlElement): string {
  const selected = findElements(cell, (element) => hasClass(element, "selected-value"));
  if (selected.length > 0) return selected.map(lineOf).join(", ");
  const box = findElement(cell, (element) => hasClass(element, "checkbox"));
  if (box !== undefined) return hasClass(box, "checkbox-on") ? "Yes" : "No";
  const address = findElement(cell, (element) => hasClass(element, "url-value"))?.attributes.href;
  return (address ?? lineOf(cell)).replace(/\p{Cc}+/gu, " ").trim();
}
