import { nfc } from "./nfc.ts";

export interface LinkedTitle {
  /** NFC. */
  readonly title: string;
  readonly link?: string;
}

/**
 * Splits `[제목](주소)` when the link is the whole title; any other title stays as it is written. An address between
 * `<` and `>` loses them, and brackets that are escaped because they have no partner lose their backslash.
 */
export function linkedTitle(text: string): LinkedTitle {
  const middle = text.lastIndexOf("](");
  if (!text.startsWith("[") || !text.endsWith(")") || middle < 2) return { title: nfc(text) };
  const title = text.slice(1, middle);
  const target = text.slice(middle + 2, -1);
  const isWrapped = target.startsWith("<") && target.endsWith(">");
  const link = isWrapped ? target.slice(1, -1) : target;
  const isAddress = /^https?:\/\/[^<>]+$/i.test(link) && (isWrapped || !/\s/.test(link));
  // Brackets without partners are those of two links: `[하나](주소) [둘](주소)`.
  if (!isAddress || !hasPartners(title.replace(/\\[[\]]/g, ""), "[", "]")) return { title: nfc(text) };
  const bare = title.replace(/\\([[\]])/g, "$1");
  return { title: nfc(hasPartners(bare, "[", "]") ? title : bare), link };
}

/** `[제목](주소)`, readable again by {@link linkedTitle}. */
export function renderLinkedTitle({ title, link }: LinkedTitle): string {
  if (link === undefined) return title;
  const label = hasPartners(title, "[", "]") ? title : title.replace(/[[\]]/g, "\\$&");
  const isPlain = !/[\s<>]/.test(link) && hasPartners(link, "(", ")");
  return `[${label}](${isPlain ? link : `<${link.replace(/[<>]/g, encodeURIComponent)}>`})`;
}

/** Whether every bracket has its partner. */
function hasPartners(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth++;
    if (character === close && --depth < 0) return false;
  }
  return depth === 0;
}
