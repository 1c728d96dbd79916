import { toHtml } from "hast-util-to-html";
import type { Element, ElementContent, Root } from "./hast.ts";
import type { HighlightCode } from "./highlightCode.ts";
import { localAddress, readable } from "./localFiles.ts";
import type { LocalFile } from "./pasteSite.ts";
import { forEachElement, replaceElements } from "./postTree.ts";

/** The names that Tistory's own blocks of code have for languages, by those that people write. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ js: "javascript", jsx: "javascript", mjs: "javascript", ts: "typescript", tsx: "typescript", py: "python" },
  ...{ sh: "bash", shell: "bash", zsh: "bash", console: "bash", yml: "yaml", kt: "kotlin", rb: "ruby", md: "markdown" },
  ...{ cs: "csharp", "c#": "csharp", "c++": "cpp", golang: "go", rs: "rust", docker: "dockerfile" },
};

/** The sizes that Tistory's editor writes at what it makes. */
const SIZES: Readonly<Record<string, string>> = { p: "size16", h2: "size26", h3: "size23", h4: "size20" };

/**
 * The HTML for Tistory's HTML mode, in the form that its editor writes: blocks of code are its own, so that they can be
 * edited there. Where an image is to be uploaded, its number and description stand.
 */
export function tistoryHtml(post: Root, images: readonly LocalFile[], highlight: HighlightCode): string {
  const numbers = new Map(images.map(({ address }, index) => [address, index + 1]));
  replaceElements(post, (element) => withoutLocal(element, numbers));
  forEachElement(post, (element) => dress(element, highlight));
  return `${toHtml(post, { characterReferences: { useNamedReferences: true } }).trim()}\n`;
}

function withoutLocal(element: Element, numbers: ReadonlyMap<string, number>): readonly ElementContent[] | undefined {
  const { tagName, properties, children } = element;
  // Its address was of a kind that no page should have.
  if (tagName === "img" && properties.src === undefined) return [];
  // Headings have no ids there.
  if (tagName === "a" && String(properties.href ?? "").startsWith("#")) return children;
  const address = localAddress(element);
  if (address === undefined) return undefined;
  if (tagName === "a") return children;
  const said = String(properties.alt ?? "").trim();
  const number = numbers.get(readable(address));
  return [{ type: "text", value: `[이미지 ${number}${said === "" ? "" : `: ${said}`}]` }];
}

function dress(element: Element, highlight: HighlightCode): void {
  const { tagName, properties } = element;
  const size = SIZES[tagName];
  if (size !== undefined) properties["data-ke-size"] = size;
  if (tagName === "blockquote") {
    // The one in a box, and the one with a line beside it.
    properties["data-ke-style"] = properties.className === undefined ? "style2" : "style3";
    delete properties.className;
  }
  const [code] = tagName === "pre" ? element.children : [];
  if (code?.type !== "element" || code.tagName !== "code") return;
  const language = languageOf(code);
  code.properties = {};
  const [text] = code.children;
  if (language !== undefined && code.children.length === 1 && text?.type === "text")
    code.children = highlight(language, text.value) ?? code.children;
  element.properties = {
    ...(language !== undefined && {
      className: language === "html" || language === "xml" ? ["html", "xml"] : [language],
      "data-ke-language": language,
    }),
    "data-ke-type": "codeblock",
  };
}

function languageOf({ properties }: Element): string | undefined {
  const [name] = Array.isArray(properties.className) ? properties.className : [];
  const language = String(name ?? "")
    .replace(/^language-/, "")
    .toLowerCase();
  if (!/^[\w+#.-]{1,40}$/.test(language)) return undefined;
  return LANGUAGES[language] ?? language;
}
