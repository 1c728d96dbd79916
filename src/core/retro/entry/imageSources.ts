import type { NotePath } from "../../note/note.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { labelKey, readDefinitions } from "./definitions.ts";
import { addressesInHtml, withoutUnread } from "./htmlAddresses.ts";
import { readInline, type Span } from "./inlineSource.ts";
import { targetOf } from "./linkTarget.ts";
import { readMarkdown } from "./markdownSource.ts";

/** An image may lead to any file; what a site is given is only what a browser shows. */
export const IMAGE_NAME = /\.(?:png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|ico|tiff?|heic)$/i;
const IMAGE_TAG = /^<img\b/i;

/** The image files of the notebook that a note's text shows, as {@link targetOf} names them, in the order of the text. */
export function imageSources(text: string, from: NotePath, parse: ParseMarkdown): readonly NotePath[] {
  if (!/!\[|<img/i.test(text)) return [];
  const { segments } = readMarkdown(text, parse);
  const definitions = new Map<string, string>();
  for (const { kind, text } of segments) {
    if (kind !== "definitions") continue;
    for (const { label, address } of readDefinitions(text)) {
      const key = labelKey(text.slice(label.start, label.end));
      // The first of several counts.
      if (address !== undefined && !definitions.has(key)) definitions.set(key, text.slice(address.start, address.end));
    }
  }
  const found = new Set<NotePath>();
  const add = (written: string | undefined): void => {
    const address = written?.startsWith("<") ? written.slice(1, -1) : written;
    const target = address === undefined ? undefined : targetOf(address, from);
    if (target !== undefined && IMAGE_NAME.test(target)) found.add(target);
  };
  for (const { kind, text } of segments) {
    const at = ({ start, end }: Span): string => text.slice(start, end);
    if (kind === "html") for (const span of addressesInHtml(withoutUnread(text), 0, IMAGE_TAG)) add(at(span));
    if (kind !== "text") continue;
    const { opaque, links } = readInline(text, (label) => definitions.has(labelKey(label)));
    for (const { isImage, address, label } of links) {
      if (isImage) add(address ? at(address) : label && definitions.get(labelKey(at(label))));
    }
    for (const span of opaque) {
      if (span.kind === "html") for (const inner of addressesInHtml(at(span), span.start, IMAGE_TAG)) add(at(inner));
    }
  }
  return [...found];
}
