import { labelKey, readDefinitions } from "../retro/entry/definitions.ts";
import { addressesInHtml, withoutUnread } from "../retro/entry/htmlAddresses.ts";
import { readInline, type SourceLink, type Span } from "../retro/entry/inlineSource.ts";
import type { MarkdownSource, Segment } from "../retro/entry/markdownSource.ts";

/** A link or an image of a draft; offsets in its body. */
export interface DraftLink extends Span {
  readonly isImage: boolean;
  /** As written, without `<` and `>`. */
  readonly address: string;
  /** Where the address stands. */
  readonly addressSpan: Span;
  /** Where the alternative text of a Markdown image goes, when it has none. */
  readonly emptyAlt?: Span;
}

const IMAGE_TAG = /^<img\b/i;
const LINK_TAG = /^<a\b/i;
const EMPTY_ALT = /^!\[(\s{0,20})\](?:\(|\[[^\]])/;

interface Address {
  readonly text: string;
  readonly span: Span;
}

/** The links and images that a text shows, in its order within each paragraph; code has none. */
export function linksOf({ segments }: MarkdownSource): readonly DraftLink[] {
  const definitions = new Map<string, Address>();
  for (const segment of segments) {
    if (segment.kind !== "definitions") continue;
    for (const { label, address } of readDefinitions(segment.text)) {
      const key = labelKey(segment.text.slice(label.start, label.end));
      // The first of several counts.
      if (address !== undefined && !definitions.has(key)) definitions.set(key, addressAt(segment, address));
    }
  }
  return segments.flatMap((segment) => {
    if (segment.kind === "html") return htmlLinks(segment, withoutUnread(segment.text), 0);
    return segment.kind === "text" ? inlineLinks(segment, definitions) : [];
  });
}

function inlineLinks(segment: Segment, definitions: ReadonlyMap<string, Address>): readonly DraftLink[] {
  const { text } = segment;
  const { links, opaque } = readInline(text, (label) => definitions.has(labelKey(label)));
  const named = ({ address, label }: SourceLink): Address | undefined =>
    address === undefined
      ? label && definitions.get(labelKey(text.slice(label.start, label.end)))
      : addressAt(segment, address);
  const found = links.flatMap((link) => {
    const address = named(link);
    if (address === undefined) return [];
    const blank = link.isImage ? EMPTY_ALT.exec(text.slice(link.start, link.start + 30)) : null;
    const altStart = segment.toSource(link.start) + 2;
    return {
      ...spanIn(segment, link),
      isImage: link.isImage,
      address: address.text,
      addressSpan: address.span,
      ...(blank && { emptyAlt: { start: altStart, end: altStart + (blank[1]?.length ?? 0) } }),
    };
  });
  const inHtml = opaque
    .filter(({ kind }) => kind === "html")
    .flatMap(({ start, end }) => htmlLinks(segment, text.slice(start, end), start));
  return [...found, ...inHtml];
}

function htmlLinks(segment: Segment, html: string, offset: number): readonly DraftLink[] {
  return [IMAGE_TAG, LINK_TAG].flatMap((tag) =>
    addressesInHtml(html, offset, tag).map((at) => {
      const { text, span } = addressAt(segment, at);
      return { ...span, isImage: tag === IMAGE_TAG, address: text, addressSpan: span };
    }),
  );
}

function addressAt(segment: Segment, at: Span): Address {
  const isWrapped = segment.text.startsWith("<", at.start) && segment.text[at.end - 1] === ">";
  const inner = isWrapped ? { start: at.start + 1, end: at.end - 1 } : at;
  return { text: segment.text.slice(inner.start, inner.end), span: spanIn(segment, inner) };
}

function spanIn({ toSource }: Segment, { start, end }: Span): Span {
  return { start: toSource(start), end: end > start ? toSource(end - 1) + 1 : toSource(start) };
}
