import { writtenStamp } from "../writtenStamp.ts";
import { findElements, type HtmlElement, hasClass, isElement, lineOf } from "./htmlTree.ts";

/** A text that is nothing but a day, with its time and a word for what day it is. */
const DAY_ALONE =
  /^[^\p{L}\d]{0,4}(?:(?:작성|게시|발행|등록)일?[^\p{L}\d]{0,4})?\d{4}\s?[년./-]\s?\d{1,2}\s?[월./-]\s?\d{1,2}\s?[일.]?(?:[\s(]{0,2}[월화수목금토일](?:요일)?\)?)?(?:,?\s?(?:오전|오후|AM|PM)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?[^\p{L}\d]{0,4}$/iu;

/**
 * When a page was published: as it tells programs, as its skin shows it, else the day that stands alone nearest above
 * what was written. Days within the writing are the writing's. A date for front matter.
 */
export function pageDate(root: HtmlElement, body: HtmlElement, timeZone: string): string | undefined {
  const above = elementsAbove(root, body);
  const written = [
    ...findElements(root, ({ attributes }) => attributes.property === "article:published_time").map(contentOf),
    ...findElements(root, ({ attributes }) => attributes.itemprop === "datePublished").map(contentOf),
    ...above.filter((element) => /^(?:p|span)$/.test(element.name) && hasClass(element, "date")).map(lineOf),
    ...above.filter(({ name }) => name === "time").map(contentOf),
    ...above
      .map((element) => (isShort(element) ? lineOf(element) : ""))
      .filter((text) => DAY_ALONE.test(text))
      .map((text) => text.slice(text.search(/\d{4}/)))
      .reverse(),
    // Some skins show the day below.
    ...findElements(root, (element) => hasClass(element, "date")).map(lineOf),
  ];
  for (const text of written) {
    const stamp = writtenStamp(text, timeZone);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

function contentOf(element: HtmlElement): string {
  return element.attributes.content ?? element.attributes.datetime ?? lineOf(element);
}

/** Elements that begin before what was written does, in the order of the page. */
function elementsAbove(root: HtmlElement, body: HtmlElement): HtmlElement[] {
  const above: HtmlElement[] = [];
  const walk = (element: HtmlElement): boolean =>
    element.children.every((child) => {
      if (!isElement(child)) return true;
      if (child === body) return false;
      above.push(child);
      return walk(child);
    });
  walk(root);
  return above;
}

/** Whether so little is in it that it may be a day alone. */
function isShort({ children }: HtmlElement): boolean {
  return children.length <= 3 && children.every((child) => isElement(child) || child.length < 60);
}
