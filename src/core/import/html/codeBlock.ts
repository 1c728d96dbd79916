import {
  classesOf,
  findElement,
  findElements,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
} from "./htmlTree.ts";

/** Words in a class beside the language: what colours code calls itself. */
const NO_LANGUAGE = new Set([
  "hljs",
  "code",
  "prettyprint",
  "highlight",
  "linenums",
  "codehilite",
  "line-numbers",
  "brush",
]);
/** What says that it is in none. */
const NOT_SAID = new Set([
  "plain",
  "plaintext",
  "text",
  "undefined",
  "null",
  "none",
  "auto",
  "nohighlight",
  "no-highlight",
]);
const LANGUAGE = /^[\w+#.-]{1,30}$/;

/** A `pre`, as a fence that nothing in it can close. */
export function codeBlock(pre: HtmlElement): string {
  return fence(linesOf(pre), languageOf(pre));
}

/** Code that was pasted as a table with its line numbers (Color Scripter): the lines of its second cell. */
export function colouredTable(element: HtmlElement): string | undefined {
  if (!classesOf(element).some((name) => name.startsWith("colorscripter-code"))) return undefined;
  const cells = findElements(element, ({ name }) => name === "td");
  const code = cells[1] ?? cells[0];
  return code && fence(linesOf(code), "");
}

function fence(code: string, language: string): string {
  const text = code.replace(/^\n/, "").trimEnd();
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text === "" ? "" : `${text}\n`}${marks}`;
}

function languageOf(pre: HtmlElement): string {
  const language = statedLanguage(pre);
  return NOT_SAID.has(language) ? "" : language;
}

function statedLanguage(pre: HtmlElement): string {
  const code = findElement(pre, ({ name }) => name === "code");
  for (const element of [pre, code]) {
    if (element === undefined) continue;
    const stated = element.attributes["data-ke-language"] ?? element.attributes["data-language"];
    if (stated !== undefined && LANGUAGE.test(stated)) return stated.toLowerCase();
  }
  const brush = /(?:^|\s)brush:\s*([\w+#-]{1,30})/i.exec(pre.attributes.class ?? "")?.[1];
  if (brush !== undefined) return brush.toLowerCase();
  for (const element of [code, pre]) {
    const named = element && classesOf(element).map((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1]);
    const found = named?.find((name) => name !== undefined && LANGUAGE.test(name));
    if (found !== undefined) return found.toLowerCase();
  }
  const isEditors = pre.attributes["data-ke-type"] === "codeblock" || (code !== undefined && hasClass(code, "hljs"));
  const bare = isEditors ? [...classesOf(pre), ...(code ? classesOf(code) : [])] : [];
  return bare.find((name) => LANGUAGE.test(name) && !NO_LANGUAGE.has(name.toLowerCase()))?.toLowerCase() ?? "";
}

/** Text as it stands, a line for each block in it; the blanks of an editor's own making are blanks. */
function linesOf(node: HtmlNode): string {
  if (!isElement(node)) return node.replaceAll("\u00a0", " ").replace(/\r\n?/g, "\n");
  if (node.name === "br") return "\n";
  const inner = node.children.map(linesOf).join("");
  return /^(?:div|p|li|tr)$/.test(node.name) && !inner.endsWith("\n") ? `${inner}\n` : inner;
}
