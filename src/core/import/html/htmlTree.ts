import { Parser } from "htmlparser2";
import { pause } from "../../pause.ts";

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

/** A page nests a few dozen; what is deeper is put beside its parent, so that no page is too deep to be walked. */
const MAX_DEPTH = 60;
const PIECE = 65_536;

/** Never part of what was written. `textarea` and `title` hold text that is none of the page. */
const DROPPED = new Set([
  ...["script", "style", "noscript", "template", "object", "embed", "svg", "canvas"],
  ...["button", "select", "textarea", "nav", "applet", "frameset"],
]);

/** Reads HTML as browsers do, without running or loading anything of it, in pieces with pauses between them. */
export async function readHtml(text: string): Promise<HtmlElement> {
  const root: HtmlElement = { name: "", attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  let dropped = 0;
  const put = (node: HtmlNode): void => {
    (open.length > MAX_DEPTH ? open[MAX_DEPTH] : open.at(-1))?.children.push(node);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped > 0 || DROPPED.has(name)) {
          const gist = dropped === 0 && name === "script" ? gistAddress(attributes.src) : undefined;
          if (gist !== undefined) put({ name: "p", attributes: {}, children: [linkTo(gist)] });
          dropped++;
          return;
        }
        const element: HtmlElement = { name, attributes, children: [] };
        put(element);
        open.push(element);
      },
      ontext(data) {
        if (dropped === 0) put(data);
      },
      onclosetag() {
        if (dropped > 0) dropped--;
        else if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    if (at + PIECE < text.length) await pause();
  }
  parser.end();
  return root;
}

/** Code that a page shows by a script of GitHub's; what it is, is there to be read. */
function gistAddress(src: string | undefined): string | undefined {
  return /^(?:https:)?\/\/(gist\.github\.com\/[\w-]{1,60}\/[0-9a-f]{1,60})\.js(?:\?|$)/.exec(src ?? "")?.[1];
}

function linkTo(address: string): HtmlElement {
  return { name: "a", attributes: { href: `https://${address}` }, children: [`https://${address}`] };
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node !== "string";
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name);
}

export function classesOf({ attributes }: HtmlElement): readonly string[] {
  return (attributes.class ?? "").split(/\s+/).filter((name) => name !== "");
}

/** The first element below, in the order of the page, that is asked for. */
export function findElement(root: HtmlElement, is: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const node of root.children) {
    if (!isElement(node)) continue;
    const found = is(node) ? node : findElement(node, is);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function findElements(root: HtmlElement, is: (element: HtmlElement) => boolean): HtmlElement[] {
  return root.children.flatMap((node) =>
    isElement(node) ? [...(is(node) ? [node] : []), ...findElements(node, is)] : [],
  );
}

/** All text below, as it is written. */
export function textOf(node: HtmlNode): string {
  return isElement(node) ? node.children.map(textOf).join("") : node;
}

/** All text below as one line. */
export function lineOf(node: HtmlNode): string {
  return textOf(node)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
