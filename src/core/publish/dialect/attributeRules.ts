import type { StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { isJekyll } from "../../retro/site.ts";
import { ATTRIBUTE_LINE, ATTRIBUTES, type Attributes, EXTENSION_LINE, readAttributes } from "./attributes.ts";
import type { Markdown } from "./markdown.ts";
import { pageOf } from "./page.ts";
import { TOC } from "./tableOfContents.ts";

const LINE = "tomaknote_attributes";
/** kramdown's and goldmark's `## 제목 {#id}` at the end of a heading. */
const HEADING_ATTRIBUTES = /\s\{#[^{}\s]+[^{}]*\}\s*$/;
/** What an attribute list may follow within a line. */
const SPAN_ENDS = new Set(["image", "link_close", "code_inline", "html_inline"]);
const EMPHASIS_MARK = /^(?:\*{1,3}|_{1,3}|~~)$/;
const SHOWN_CLASS = /^(?:prompt-(?:tip|info|warning|danger)|notice(?:--(?:primary|info|warning|success|danger))?)$/;

/** Hides kramdown's attribute lists and gives what they stand at the looks that themes have for them. */
export function addAttributeRules(md: Markdown): void {
  md.block.ruler.before("fence", LINE, attributeLine, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.inline.ruler.before("escape", LINE, attributeSpan);
  md.core.ruler.push(LINE, applyAttributes);
}

/** The class that a person's own class is shown by; themes know no others that mean something. */
export function shownClass(name: string): string | undefined {
  return SHOWN_CLASS.test(name) ? `tomaknote-${name.replace("--", "-")}` : undefined;
}

function attributeLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const page = pageOf(state.env);
  if (page === undefined || !isJekyll(page.site)) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== "{" || state.src[start + 1] !== ":") return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const line = state.src.slice(start, state.eMarks[startLine]);
  if (!ATTRIBUTE_LINE.test(line) && !EXTENSION_LINE.test(line)) return false;
  if (silent) return true;
  const token = state.push(LINE, "", 0);
  token.content = line;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

function attributeSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "{" || state.src[state.pos + 1] !== ":") return false;
  const page = pageOf(state.env);
  if (page === undefined || !isJekyll(page.site)) return false;
  ATTRIBUTES.lastIndex = state.pos;
  const list = ATTRIBUTES.exec(state.src)?.[0];
  const last = state.tokens.at(-1);
  if (list === undefined || last === undefined || state.pending !== "") return false;
  if (!SPAN_ENDS.has(last.type) && !(last.type === "text" && EMPHASIS_MARK.test(last.content))) return false;
  if (!silent && last.type === "image") {
    const { width, height, classes } = readAttributes(list);
    if (width !== undefined) last.attrSet("width", width);
    if (height !== undefined) last.attrSet("height", height);
    for (const side of ["left", "right"]) if (classes.has(side)) last.attrJoin("class", `tomaknote-${side}`);
  }
  state.pos += list.length;
  return true;
}

function applyAttributes(state: StateCore): void {
  const page = pageOf(state.env);
  if (page === undefined) return;
  if (isJekyll(page.site)) state.tokens = withAttributes(state.tokens, state.Token);
  if (!isJekyll(page.site) && page.site !== "hugo") return;
  for (const [index, token] of state.tokens.entries()) {
    const text = token.type === "heading_open" ? state.tokens[index + 1]?.children?.at(-1) : undefined;
    if (text?.type === "text") text.content = text.content.replace(HEADING_ATTRIBUTES, "");
  }
}

/** The tokens, each attribute list gone from them and said of the block it is of. */
function withAttributes(tokens: readonly Token[], TokenOf: typeof Token): Token[] {
  const all: Token[] = [];
  let ahead: Token | undefined;
  for (const token of tokens) {
    if (token.type !== LINE) {
      if (ahead?.map?.[1] === token.map?.[0] && ahead?.level === token.level)
        give(token, readAttributes(ahead.content));
      ahead = undefined;
      all.push(token);
      continue;
    }
    const attributes = readAttributes(token.content);
    const open = openingBefore(all, token);
    const block = open === undefined ? undefined : all[open];
    if (open === undefined || block === undefined) {
      ahead = token;
    } else if (attributes.isToc && /^(?:bullet|ordered)_list_open$/.test(block.type)) {
      const toc = new TokenOf(TOC, "", 0);
      toc.map = block.map;
      toc.level = block.level;
      all.length = open;
      all.push(toc);
    } else {
      give(block, attributes);
    }
  }
  return all;
}

function give(block: Token, { classes }: Attributes): void {
  if (classes.has("no_toc")) block.meta = { ...block.meta, isOutOfToc: true };
  for (const name of classes) {
    const shown = shownClass(name);
    if (shown !== undefined) block.attrJoin("class", shown);
  }
}

/** Where the block opens that ends on the line above: an attribute list is of that, if there is one. */
function openingBefore(tokens: readonly Token[], line: Token): number | undefined {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.level < line.level) return undefined;
    if (token.level > line.level || token.nesting < 0 || token.map === null) continue;
    return token.map[1] === line.map?.[0] ? at : undefined;
  }
  return undefined;
}
