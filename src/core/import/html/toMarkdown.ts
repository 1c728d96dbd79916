import { linkAddress } from "./address.ts";
import { codeBlock, colouredTable } from "./codeBlock.ts";
import { findElements, type HtmlElement, type HtmlNode, hasClass, isElement, textOf } from "./htmlTree.ts";
import { BREAK, escapeText, inlineMarkdown, paragraph } from "./inlineMarkdown.ts";

const BLOCKS = new Set([
  ...["p", "div", "section", "article", "main", "header", "footer", "figure", "figcaption", "aside", "center", "body"],
  ...["ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "table", "details", "summary", "address", "form"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "fieldset", "legend", "tbody", "thead", "tfoot", "tr", "td", "th", "html"],
]);

/**
 * The Markdown that says what these elements show: text, headings, lists, tables, quotations, code with its language,
 * links and images. Nothing that runs, loads or styles is in it, and no attribute but addresses.
 */
export function toMarkdown(nodes: readonly HtmlNode[]): string {
  const text = blocksOf(nodes).join("\n\n");
  return text === "" ? "" : `${text}\n`;
}

function blocksOf(nodes: readonly HtmlNode[]): string[] {
  const blocks: string[] = [];
  let phrase: HtmlNode[] = [];
  const endPhrase = (): void => {
    const text = paragraph(inlineMarkdown(phrase));
    if (text !== "") blocks.push(text);
    phrase = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      phrase.push(node);
      continue;
    }
    endPhrase();
    blocks.push(...blockOf(node).filter((block) => block !== ""));
  }
  endPhrase();
  return blocks;
}

/** Phrasing elements that hold blocks (`<span><p>…`) are as blocks are. */
function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.name) || element.children.some((child) => isElement(child) && isBlock(child));
}

function blockOf(element: HtmlElement): string[] {
  const { name, children, attributes } = element;
  const coloured = colouredTable(element);
  if (coloured !== undefined) return [coloured];
  if (hasClass(element, "btn-toggle-moreless")) return [];
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
  return blocksOf(children);
}

function headingOf(level: number, children: readonly HtmlNode[]): string {
  const text = oneLine(children);
  // Marks at its end are taken for the heading's own.
  return text === "" ? "" : `${"#".repeat(level)} ${text.replace(/#+$/, (marks) => `\\${marks}`)}`;
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
  return `[${escapeText(attributes["data-og-title"] ?? "").trim() || address}](${address})`;
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
  const captions = findElements(table, ({ name }) => name === "caption").flatMap(({ children }) => blocksOf(children));
  const [only] = rows;
  // What stands between cells has no place in a table, and must not be lost.
  if (lengthOf(rows.flat()) + lengthOf(findElements(table, ({ name }) => name === "caption")) !== lengthOf([table])) {
    return blocksOf(table.children);
  }
  if (rows.length === 0) return captions;
  if (rows.length === 1 && width === 1) return [...captions, ...blocksOf(only?.[0]?.children ?? [])];
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, column) => cellOf(row[column]));
    return `| ${cells.join(" | ")} |`;
  });
  const rule = `|${" --- |".repeat(width)}`;
  return [...captions, [lines[0] ?? "", rule, ...lines.slice(1)].join("\n")];
}

function lengthOf(elements: readonly HtmlElement[]): number {
  return elements.reduce((sum, element) => sum + textOf(element).replace(/\s+/g, "").length, 0);
}

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
