import type { NotePath } from "../../note/note.ts";
import { targetOf } from "../../retro/entry/linkTarget.ts";
import { nfc } from "../../text/nfc.ts";
import type { Page } from "../dialect/page.ts";
import { fileAddress } from "../dialect/siteImages.ts";
import type { Element, Root } from "./hast.ts";
import type { LocalFile, LocalFiles } from "./pasteSite.ts";
import { forEachElement } from "./postTree.ts";

/** What works on the web as it is, and what leads to another place of the same post. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/** @param page says where an address from the site's root leads */
export function localFiles(post: Root, from: NotePath, page: Page): LocalFiles {
  const images = new Map<string, LocalFile>();
  const links = new Map<string, LocalFile>();
  forEachElement(post, (element) => {
    const address = localAddress(element);
    if (address === undefined) return;
    const files = element.tagName === "img" ? images : links;
    // Markdown's addresses are encoded, those of HTML are as they were typed.
    const key = readable(address);
    if (files.has(key)) return;
    const path = targetOf(fileAddress(address, page), from);
    const text = element.tagName === "img" ? String(element.properties.alt ?? "") : textOf(element);
    files.set(key, { address: key, text: text.trim(), ...(path !== undefined && { path }) });
  });
  return { images: [...images.values()], links: [...links.values()] };
}

/** The address of an image or a link that works on this computer alone. */
export function localAddress({ tagName, properties }: Element): string | undefined {
  const address = tagName === "img" ? properties.src : tagName === "a" ? properties.href : undefined;
  return typeof address !== "string" || ELSEWHERE.test(address) ? undefined : address;
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? textOf(child) : ""))
    .join("");
}

export function readable(address: string): string {
  try {
    return nfc(decodeURI(address));
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
