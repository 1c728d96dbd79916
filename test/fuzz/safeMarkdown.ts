import { ok } from "node:assert/strict";
import type { MarkdownToken } from "../../src/core/text/markdown.ts";
import { parseMarkdown } from "../../src/markdown.ts";

/** The tags that a converted page may have, none with an attribute. */
const TAG = /^<\/?(?:strong|em|del|sup|sub|kbd|br)>$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HARMLESS = /^(?:https?|mailto|tel):/i;

/** Holds Markdown that was made of a page to this: what a reader of it sees runs nothing and leads nowhere that runs. */
export function checkHarmless(markdown: string): void {
  const walk = (tokens: readonly MarkdownToken[]): void => {
    for (const token of tokens) {
      if (token.type === "html_inline") ok(TAG.test(token.content), `HTML in a line: ${token.content}`);
      if (token.type === "html_block")
        for (const [tag] of token.content.matchAll(/<[^>]*>?/g)) ok(TAG.test(tag), `HTML: ${token.content}`);
      for (const name of ["href", "src"]) {
        const address = String(token.attrGet(name) ?? "").replace(/[\u0000-\u0020]/g, "");
        if (!SCHEME.test(address)) continue;
        ok(HARMLESS.test(address), `an address that runs: ${address}`);
      }
      if (token.children !== null) walk(token.children);
    }
  };
  walk(parseMarkdown(markdown));
}
