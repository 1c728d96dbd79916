import type { Site } from "../../settings/settings.ts";
import type { Markdown } from "../dialect/markdown.ts";
import { pageOf } from "../dialect/page.ts";

const MERMAID = /^\s*mermaid\b/i;

/**
 * Shows Mermaid as code where the site does, with a word of why. Where the site draws it, the editor does what it can:
 * newer ones draw it themselves, older ones with an extension, so a picture of ours would be a second one.
 */
export function addMermaid(md: Markdown): void {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const page = pageOf(env);
    const token = tokens[index];
    if (page !== undefined && token !== undefined && !page.drawsMermaid && MERMAID.test(token.info)) {
      const code = `<pre${self.renderAttrs(token)}><code>${md.utils.escapeHtml(token.content)}</code></pre>\n`;
      return `${code}<p class="tomaknote-note">${whyCode(page.site)}</p>\n`;
    }
    return fence === undefined ? self.renderToken(tokens, index, options) : fence(tokens, index, options, env, self);
  };
}

function whyCode(site: Site): string {
  if (site === "chirpy") return "머리말에 mermaid: true가 없어서 블로그에는 코드로 보여요.";
  if (site === "hugo") return "layouts에 render-codeblock-mermaid.html이 없어서 블로그에는 코드로 보여요.";
  return "이 블로그에는 그림이 아니라 코드로 보여요.";
}
