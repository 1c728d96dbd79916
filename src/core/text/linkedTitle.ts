import { nfc } from "./nfc.ts";

export interface LinkedTitle {
  /** NFC. */
  readonly title: string;
  readonly link?: string;
}

/** Splits `[제목](주소)` when the link is the whole title; any other title stays as it is written. */
export function linkedTitle(text: string): LinkedTitle {
  const middle = text.indexOf("](");
  if (!text.startsWith("[") || !text.endsWith(")") || middle < 0) return { title: nfc(text) };
  const title = text.slice(1, middle);
  const link = text.slice(middle + 2, -1);
  if (title === "" || !/^https?:\/\/[^\s<>]+$/i.test(link) || link.includes("](")) return { title: nfc(text) };
  return { title: nfc(title), link };
}
