import { imageAddress, linkAddress } from "./address.ts";
import { formulaOf } from "./formula.ts";
import { type HtmlElement, type HtmlNode, hasClass, isElement, textOf } from "./htmlTree.ts";

/** A piece of a line: text that is Markdown already, or text between marks, which depend on what stands around them. */
type Piece = string | { readonly mark: string; readonly tag: string; readonly inner: string };

const MARKS: Readonly<Record<string, { readonly mark: string; readonly tag: string }>> = {
  strong: { mark: "**", tag: "strong" },
  b: { mark: "**", tag: "strong" },
  em: { mark: "*", tag: "em" },
  i: { mark: "*", tag: "em" },
  del: { mark: "~~", tag: "del" },
  s: { mark: "~~", tag: "del" },
  strike: { mark: "~~", tag: "del" },
};
/** Kept as they are: no attribute of theirs is. */
const PLAIN_TAGS = new Set(["sup", "sub", "kbd"]);

/** Line breaks within a paragraph, until it is known what stands around it. */
export const BREAK = "\u0000";

/** The Markdown of phrasing content, as one line save for {@link BREAK}. */
export function inlineMarkdown(nodes: readonly HtmlNode[], within: ReadonlySet<string> = new Set()): string {
  return joined(nodes.flatMap((node) => pieces(node, within)));
}

function pieces(node: HtmlNode, within: ReadonlySet<string>): readonly Piece[] {
  if (!isElement(node)) return [within.has("a") ? escapeLabel(node) : escapeText(node)];
  const { name, children, attributes } = node;
  const formula = formulaOf(node);
  if (formula !== undefined) return [formula];
  // Notion's box; and what folds a part of a page of Tistory's.
  if (hasClass(node, "checkbox")) return [hasClass(node, "checkbox-on") ? "[x]" : "[ ]"];
  if (hasClass(node, "btn-toggle-moreless")) return [];
  if (name === "br") return [BREAK];
  if (name === "img") return [image(node)];
  if (name === "code" || name === "tt" || name === "samp") return [codeSpan(textOf(node))];
  if (name === "input") return attributes.type === "checkbox" ? [checkbox(node)] : [];
  if (name === "a") return link(node, within);
  if (name === "iframe" || name === "video" || name === "audio" || name === "source") return [embedded(node, within)];
  const marks = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  if (marks !== undefined && !within.has(marks.tag)) {
    const inner = inlineMarkdown(children, new Set([...within, marks.tag]));
    return around(inner, (text) => ({ ...marks, inner: text }));
  }
  const inner = children.flatMap((child) => pieces(child, within));
  return PLAIN_TAGS.has(name) ? around(joined(inner), (text) => `<${name}>${text}</${name}>`) : inner;
}

/**
 * What is made of a text stands between the blanks and breaks at its ends: marks have to touch what they mark, and below a
 * tag that is alone on its line all is HTML, whatever was escaped.
 */
function around(inner: string, make: (text: string) => Piece): readonly Piece[] {
  let start = 0;
  let end = inner.length;
  while (start < end && isGap(inner.charAt(start))) start++;
  while (end > start && isGap(inner.charAt(end - 1))) end--;
  if (start === end) return [inner];
  return [inner.slice(0, start), make(inner.slice(start, end)), inner.slice(end)];
}

function isGap(character: string): boolean {
  return character === BREAK || character.trim() === "";
}

/**
 * Markdown's marks where they are read as such (CommonMark 6.2), tags where they would not be: `**용어(term)**를` stays
 * asterisks, since a mark behind punctuation and before a letter closes nothing.
 */
function joined(parts: readonly Piece[]): string {
  // What stands behind each: found from the end, so that many empty pieces cost no more than others.
  const afters: string[] = [];
  let after = " ";
  for (let index = parts.length - 1; index >= 0; index--) {
    afters[index] = after;
    const part = parts[index] ?? "";
    after = (typeof part === "string" ? part.charAt(0) : part.mark.charAt(0)) || after;
  }
  const texts: string[] = [];
  let before = " ";
  parts.forEach((part, index) => {
    const text = typeof part === "string" ? part : between(part, before, afters[index] ?? " ");
    texts.push(text);
    before = text.slice(-1) || before;
  });
  return texts.join("");
}

function between({ mark, tag, inner }: Exclude<Piece, string>, before: string, after: string): string {
  const isRead = opens(before, inner.charAt(0)) && opens(after, inner.slice(-1)) && !inner.includes(BREAK);
  return isRead ? mark + inner + mark : `<${tag}>${inner}</${tag}>`;
}

/** Whether a mark between these, the second within it, counts; a mark beside another is never left to chance. */
function opens(outside: string, inside: string): boolean {
  if (/[*_~\\]/.test(outside) || /[*_~\\]/.test(inside) || /[\uD800-\uDFFF]/.test(outside + inside)) return false;
  return !/[\p{P}\p{S}]/u.test(inside) || /[\s\u0000\p{P}\p{S}]/u.test(outside);
}

function link(element: HtmlElement, within: ReadonlySet<string>): readonly Piece[] {
  const address = linkAddress(element.attributes.href);
  if (address === undefined || address.startsWith("#") || within.has("a")) {
    return element.children.flatMap((child) => pieces(child, within));
  }
  const text = joined(element.children.flatMap((child) => pieces(child, new Set([...within, "a"]))));
  const label = text.replaceAll(BREAK, " ").trim();
  if (label === "") return [];
  // Pictures are often links to themselves.
  if (label.startsWith("![") && label.endsWith(`](${address})`) && label.indexOf("](") === label.lastIndexOf("]("))
    return [label];
  return [/^\s/.test(text) ? " " : "", `[${label}](${address})`, /\s$/.test(text) ? " " : ""];
}

function image({ attributes }: HtmlElement): string {
  const address = sourcesOf(attributes)
    .map(imageAddress)
    .find((source) => source !== undefined);
  const alt = escapeText(attributes.alt ?? "").trim();
  // A picture within the page itself has no address to go on with.
  return address === undefined ? alt : `![${alt}](${address})`;
}

/** A page that was saved has its pictures beside it; else those that are loaded late have their address elsewhere. */
function sourcesOf({ src, ...attributes }: HtmlElement["attributes"]): readonly (string | undefined)[] {
  const late = [attributes["data-lazy-src"], attributes["data-original"], attributes["data-src"]];
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src?.trim() ?? "") ? [...late, src] : [src, ...late];
}

function embedded(element: HtmlElement, within: ReadonlySet<string>): string {
  const address = linkAddress(element.attributes.src);
  const inner = inlineMarkdown(element.children, within).trim();
  const title = escapeText(element.attributes.title ?? "").trim() || address;
  return address === undefined || within.has("a") ? inner : `[${title}](${address})${inner === "" ? "" : ` ${inner}`}`;
}

function checkbox({ attributes }: HtmlElement): string {
  return attributes.checked === undefined ? "[ ] " : "[x] ";
}

function codeSpan(written: string): string {
  const text = written.replace(/[\s\u00a0\u0000]+/g, " ");
  if (text.trim() === "") return text;
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const marks = "`".repeat(longest + 1);
  const gap = /^`|`$|^ .* $/.test(text) ? " " : "";
  return marks + gap + text + gap + marks;
}

/** Text between the brackets of a link. */
function escapeLabel(text: string): string {
  return escapeText(text).replace(/(?<!\\)[[\]]/g, "\\$&");
}

/** Text that Markdown shows as it is; what only means something at the start of a line is left to {@link paragraph}. */
export function escapeText(text: string): string {
  return text
    .replace(/[\s\u00a0\u0000]+/g, " ")
    .replace(/[\\`*<]|~(?=~)|(?<=~)~|\](?=[([:]|$)|&(?=#|\w+;)/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

/** A paragraph: its lines, none of which is taken for anything else. */
export function paragraph(inline: string): string {
  return inline
    .split(BREAK)
    .map((line) => escapeStart(line.trim()))
    .join("  \n")
    .replace(/(?: {2}\n){2,}/g, "\n\n")
    .replace(/^(?: {2}\n)+|(?: {2}\n)+$/g, "")
    .trim();
}

function escapeStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|\||:(?=\s)|(?:-\s*){3,}$|=+$|-+$|\+{3}$)/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
