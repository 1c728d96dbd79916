import type { Markdown } from "../dialect/markdown.ts";
import { pageOf } from "../dialect/page.ts";

const NOTE = "블로그에는 HTML이 빠져요. Hugo의 설정에 unsafe = true를 적으면 보여요.";
const COMMENT = /^\s*<!--/;

/** Leaves HTML out where Hugo does, with a word of why for a whole block of it. */
export function addOmittedHtml(md: Markdown): void {
  for (const type of ["html_block", "html_inline"]) {
    const show = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, env, self) => {
      const { content } = tokens[index] ?? { content: "" };
      if (pageOf(env)?.showsHtml === false) {
        return type === "html_block" && !COMMENT.test(content) ? `<p class="tomaknote-note">${NOTE}</p>\n` : "";
      }
      return show === undefined ? content : show(tokens, index, options, env, self);
    };
  }
}
