import type { StateInline } from "markdown-it";
import { isJekyll } from "../../retro/site.ts";
import type { Markdown } from "./markdown.ts";
import { pageOf } from "./page.ts";

/** Its `content` is what to show, its `markup` what is written. */
export const LABEL = "tomaknote_label";
/** Longer ones, and those that run over the end of a paragraph, stay text. */
const LONGEST = 1000;
const LIQUID = { "{{": "}}", "{%": "%}" };
const SHORTCODES = { "{{<": ">}}", "{{%": "%}}" };

/** Shows what only building the site can fill in, tags of Liquid and shortcodes of Hugo, as quiet labels. */
export function addLabels(md: Markdown): void {
  md.inline.ruler.before("escape", LABEL, label);
  md.renderer.rules[LABEL] = (tokens, index) =>
    `<span class="tomaknote-label">${md.utils.escapeHtml(tokens[index]?.content ?? "")}</span>`;
}

function label(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "{") return false;
  const page = pageOf(state.env);
  if (page === undefined || !(isJekyll(page.site) || page.site === "hugo")) return false;
  const marks = Object.entries(page.site === "hugo" ? SHORTCODES : LIQUID);
  const [opening, closing] = marks.find(([mark]) => state.src.startsWith(mark, state.pos)) ?? [];
  if (opening === undefined || closing === undefined) return false;
  const said = state.src.slice(state.pos + opening.length, state.pos + LONGEST);
  const end = said.indexOf(closing);
  if (end === -1) return false;
  const length = opening.length + end + closing.length;
  if (!silent) {
    const token = state.push(LABEL, "", 0);
    token.markup = state.src.slice(state.pos, state.pos + length);
    token.content = said.slice(0, end).replace(/^-|-$/g, "").trim();
  }
  state.pos += length;
  return true;
}
