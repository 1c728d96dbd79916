import { pause } from "../../pause.ts";
import { linkAddress } from "./address.ts";
import { codeBlock, colouredTable } from "./codeBlock.ts";
import { formulaOf } from "./formula.ts";
import { classesOf, findElement, type HtmlElement, type HtmlNode, hasClass, isElement, lineOf } from "./htmlTree.ts";
import { BREAK, inlineMarkdown, paragraph } from "./inlineMarkdown.ts";

const BLOCKS = new Set([
  ...["p", "div", "section", "article", "main", "header", "footer", "figure", "figcaption", "aside", "center", "body"],
  ...["ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "table", "details", "summary", "address", "form"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "fieldset", "legend", "tbody", "thead", "tfoot", "tr", "td", "th", "html"],
]);

/**
 * The Markdown that says what these elements show: text, headings, lists, tables, quotations, code with its language,
 * links and images. Nothing that runs, loads or styles is in it, and no attribute but addresses.
 */
export async function toMarkdown(nodes: readonly HtmlNode[]): Promise<string> {
  const blocks: string[] = [];
  let part: HtmlNode[] = [];
  for (const node of withoutWrappers(nodes)) {
    // A phrase ends where a block begins, and only there may one part end.
    if (part.length >= NODES_AT_ONCE && isElement(node) && isBlock(node)) {
      blocks.push(...blocksOf(part));
      part = [];
      await pause();
    }
    part.push(node);
  }
  blocks.push(...blocksOf(part));
  const text = blocks.join("\n\n");
  return text === "" ? "" : `${text}\n`;
}

/** Paragraphs and what stands between them: a few milliseconds' work. */
const NODES_AT_ONCE = 200;
const WRAPPERS = new Set(["div", "section", "article", "main", "body", "html"]);

/** The contents of elements that hold all there is. */
function withoutWrappers(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const said = nodes.filter((node) => isElement(node) || node.trim() !== "");
  const [only, second] = said;
  const isWrapper = only !== undefined && second === undefined && isElement(only) && WRAPPERS.has(only.name);
  return isWrapper && colouredTable(only) === undefined ? withoutWrappers(only.children) : nodes;
}

function blocksOf(nodes: readonly HtmlNode[]): string[] {
  const blocks: string[] = [];
  let phrase: HtmlNode[] = [];
  let list: string | undefined;
  const endPhrase = (): void => {
    const text = paragraph(inlineMarkdown(phrase));
    if (text !== "") blocks.push(text);
    phrase = [];
    if (text !== "") list = undefined;
  };
  for (const node of nodes) {
    if (isElement(node) && isFurniture(node)) continue;
    if (!isElement(node) || !isBlock(node)) {
      phrase.push(node);
      continue;
    }
    endPhrase();
    const own = blockOf(node).filter((block) => block !== "");
    // Notion has every item in a list of its own.
    const goesOn = LISTS.has(node.name) && node.name === list && own.length === 1;
    if (goesOn) blocks.push(`${blocks.pop() ?? ""}\n${own[0]}`);
    else blocks.push(...own);
    if (own.length > 0) list = LISTS.has(node.name) ? node.name : undefined;
  }
  endPhrase();
  return blocks;
}

const LISTS = new Set(["ul", "ol"]);
/** What blogs put among what was written: buttons, other posts, advertisements. */
const FURNITURE = new Set(["another_category", "container_postbtn", "revenue_unit_wrap", "adsbygoogle"]);

function isFurniture(element: HtmlElement): boolean {
  return classesOf(element).some((name) => FURNITURE.has(name));
}

/** Phrasing elements that hold blocks (`<span><p>…`) are as blocks are. */
function isBlock(element: HtmlElement): boolean {
  let known = holdsBlocks.get(element);
  if (known === undefined) {
    known =
      !hasClass(element, "checkbox") &&
      formulaOf(element) === undefined &&
      (BLOCKS.has(element.name) || element.children.some((child) => isElement(child) && isBlock(child)));
    holdsBlocks.set(element, known);
  }
  return known;
}

/** Asked at every level above an element, and the same at each. */
const holdsBlocks = new WeakMap<HtmlElement, boolean>();

function blockOf(element: HtmlElement): string[] {
  const { name, children, attributes } = element;
  const coloured = colouredTable(element);
  if (coloured !== undefined) return [coloured];
  if (hasClass(element, "__se_code_view")) return [codeBlock(element)];
  if (hasClass(element, "callout")) return [calloutOf(children)];
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return [headingOf(Number(level), children)];
  if (name === "ul" || name === "ol") return [listOf(element)];
  if (name === "pre") return [codeBlock(element)];
  if (name === "hr") return ["---"];
  if (name === "table") return tableOf(element);
  if (name === "blockquote") return [prefixed(blocksOf(children).join("\n\n"), "> ")];
  if (name === "summary" || name === "dt") return [strong(children)];
  if (name === "li") return [listOf({ name: "ul", attributes: {}, children: [element] })];
  if (name === "figure" && attributes["data-ke-type"] === "opengraph") return [cardOf(element)];
  if (name === "a") return linkedBlocks(element);
  return blocksOf(children);
}

function headingOf(level: number, children: readonly HtmlNode[]): string {
  const text = oneLine(children);
  // Marks at its end are taken for the heading's own.
  return text === "" ? "" : `${"#".repeat(level)} ${text.endsWith("#") ? `${text.slice(0, -1)}\\#` : text}`;
}

function strong(children: readonly HtmlNode[]): string {
  return paragraph(inlineMarkdown([{ name: "strong", attributes: {}, children: [...children] }]));
}

function oneLine(children: readonly HtmlNode[]): string {
  return inlineMarkdown(children).replaceAll(BREAK, " ").replace(/\s+/g, " ").trim();
}

/** What an editor made of a link that stood alone. */
function cardOf({ attributes, children }: HtmlElement): string {
  const address = linkAddress(attributes["data-og-source-url"]) ?? linkAddress(attributes["data-og-url"]);
  if (address === undefined) return blocksOf(children).join("\n\n");
  return linkOf(attributes["data-og-title"] ?? "", address);
}

function linkOf(title: string, address: string): string {
  const link: HtmlElement = { name: "a", attributes: { href: address }, children: [title.trim() || address] };
  return inlineMarkdown([link]).trim();
}

/** A box of Notion's, with the picture that stands beside its text at the text's beginning. */
function calloutOf(children: readonly HtmlNode[]): string {
  const [icon = "", first, ...others] = blocksOf(children);
  const isIcon = first !== undefined && icon.length <= 12 && !/[\p{L}\s]/u.test(icon);
  const blocks = isIcon && /^[\p{L}\p{N}"'(]/u.test(first) ? [`${icon} ${first}`, ...others] : [icon, first, ...others];
  return prefixed(blocks.filter((block) => block !== undefined && block !== "").join("\n\n"), "> ");
}

/** What names what a card leads to: Notion's bookmarks, files and cards of Tistory and Naver. */
const CARD_TITLES = ["bookmark-title", "og-title", "se-oglink-title", "name", "filename"];

/** A link around blocks, which Markdown has not: a card is a link by its title, else what it holds stands above the link. */
function linkedBlocks({ attributes, children }: HtmlElement): string[] {
  const address = linkAddress(attributes.href);
  const blocks = blocksOf(children).filter((block) => block !== "");
  if (address === undefined || address.startsWith("#")) return blocks;
  const around: HtmlElement = { name: "", attributes: {}, children };
  const titles = CARD_TITLES.map((title) => findElement(around, (element) => hasClass(element, title)));
  const title = titles.map((found) => (found === undefined ? "" : lineOf(found))).find((text) => text !== "");
  const [only, second] = blocks;
  if (title !== undefined) return [linkOf(title, address)];
  const isLine = only !== undefined && second === undefined && !/\n|^(?:#|>|- |\d+\. |\||```)/.test(only);
  if (isLine && !only.startsWith("![")) return [linkOf(lineOf(around), address)];
  return [...blocks, linkOf("", address)];
}

function listOf({ name, attributes, children }: HtmlElement): string {
  let number = /^\d{1,8}$/.test(attributes.start ?? "") ? Number(attributes.start) : 1;
  const items: string[] = [];
  for (const child of children) {
    if (!isElement(child)) {
      if (child.trim() !== "") items.push(itemOf(name === "ol" ? `${number++}. ` : "- ", [child]));
    } else if ((child.name === "ul" || child.name === "ol") && items.length > 0) {
      // Not allowed, and what editors make of an indented item.
      items.push(`${items.pop() ?? ""}\n${prefixed(listOf(child), "    ")}`);
    } else {
      items.push(itemOf(name === "ol" ? `${number++}. ` : "- ", child.name === "li" ? child.children : [child]));
    }
  }
  return items.join("\n");
}

function itemOf(marker: string, children: readonly HtmlNode[]): string {
  const blocks = blocksOf(children);
  const text = blocks.reduce((all, block) => {
    const isList = /^(?:- |\d+\. )/.test(block);
    return all === "" ? block : `${all}${isList ? "\n" : "\n\n"}${block}`;
  }, "");
  return (marker + prefixed(text, " ".repeat(marker.length)).trimStart()).trimEnd();
}

function prefixed(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? prefix.trimEnd() : prefix + line))
    .join("\n");
}

/** A table of GFM; one that only lays out, with a single cell, is what it holds. */
function tableOf(table: HtmlElement): string[] {
  const rows = rowsOf(table);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const titles = table.children.filter(isElement).filter(({ name }) => name === "caption");
  const captions = titles.flatMap(({ children }) => blocksOf(children));
  const [only] = rows;
  // What stands between cells has no place in a table, and must not be lost.
  if (lengthOf(rows.flat()) + lengthOf(titles) !== lengthOf([table])) return blocksOf(table.children);
  if (rows.length === 0) return captions;
  if (rows.length === 1 && width === 1) return [...captions, ...blocksOf(only?.[0]?.children ?? [])];
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, column) => cellOf(row[column]));
    return `| ${cells.join(" | ")} |`;
  });
  const rule = `|${" --- |".repeat(width)}`;
  return [...captions, [lines[0] ?? "", rule, ...lines.slice(1)].join("\n")];
}

/** How much is written in these, blanks aside. */
function lengthOf(nodes: readonly HtmlNode[]): number {
  let sum = 0;
  for (const node of nodes) {
    if (!isElement(node)) {
      sum += node.replace(/\s+/g, "").length;
      continue;
    }
    const known = lengths.get(node) ?? lengthOf(node.children);
    lengths.set(node, known);
    sum += known;
  }
  return sum;
}

/** Tables in tables ask for the same again and again. */
const lengths = new WeakMap<HtmlElement, number>();

/** Those of this table, not of one in its cells. */
function rowsOf(element: HtmlElement): HtmlElement[][] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === "tr")
      return [child.children.filter(isElement).filter(({ name }) => name === "td" || name === "th")];
    return /^t(?:body|head|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function cellOf(cell: HtmlElement | undefined): string {
  const blocks = cell === undefined ? [] : blocksOf(cell.children);
  return blocks
    .join("\n")
    .replace(/^`{3,}\S*$/gm, "")
    .replace(/\\(?=[|])/g, "")
    .replaceAll("|", "\\|")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("<br>");
}
