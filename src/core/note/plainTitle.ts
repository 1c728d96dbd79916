import { nfc } from "../text/nfc.ts";
import { visible } from "../text/visible.ts";

const IMAGE = /!\[[^[\]]*\]\([^()]*\)/g;
/** What is linked often begins with a bracket of its own: `[[번역] 훅](주소)`. */
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*\)/g;
const WIKI_LINK = /\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g;
/** `[[boj-1520]]{내리막길}`, as the vimwiki of many blogs has it. */
const WORDED_LINK = /\[\[[^[\]]*\]\]\{([^{}]+)\}/g;
/** Between backticks it is spoken of. */
const HTML =
  /(`[^`]*`)|<\/?(?:a|b|br|center|code|del|div|em|font|h[1-6]|i|img|kbd|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const STRONG = /\*\*([^*]+)\*\*|~~([^~]+)~~/g;
const WRAPPED = /^(?:\*([^*]+)\*|__([^_]+)__|_([^_]+)_)$/;
/** Code that would mean something else as Markdown keeps its marks: a title is put into drafts as it is. */
const CODE = /`([^`<>*_{}[\]|\\~#]+)`/g;
/** Brackets and underscores that some editors escape, where they mean nothing without it either. */
const ESCAPED = /(`[^`]*`)|\\(?:([[\]])(?!\()|(?<=[\p{L}\p{N}]\\)(_)(?=[\p{L}\p{N}]))/gu;
const ANCHOR = /\s*\{(?:[#:.]|docsify-)[^{}]*\}\s*$/;
const COMMENT = /<!--[^<>]*-->/g;

/** A heading as it reads: without pictures, badges, addresses, tags of HTML, emphasis and anchors. NFC. */
export function plainTitle(heading: string): string {
  const text = visible(nfc(heading));
  if (!/[*_`<~[{]/.test(text)) return text.trim();
  const plain = text
    .replace(IMAGE, "")
    .replace(LINK, "$1")
    .replace(WORDED_LINK, "$1")
    .replace(WIKI_LINK, "$1")
    .replace(HTML, "$1")
    .replace(COMMENT, "")
    .replace(ANCHOR, "")
    .replace(STRONG, (_, strong: string | undefined, struck: string | undefined) => strong ?? struck ?? "")
    .replace(ESCAPED, "$1$2$3")
    .replace(CODE, "$1")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
  return plain.replace(WRAPPED, (_, ...inner: readonly unknown[]) => inner.slice(0, 3).join("")).trim();
}
