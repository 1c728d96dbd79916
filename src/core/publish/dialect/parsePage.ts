import type { Env, StateCore, Token } from "markdown-it";
import { addAttributeRules } from "./attributeRules.ts";
import { withLenientEmphasis } from "./emphasis.ts";
import { withoutMarks } from "./kept.ts";
import { addLabels } from "./labels.ts";
import type { Markdown } from "./markdown.ts";
import { markPage, type Page } from "./page.ts";
import { readSource } from "./readSource.ts";

const known = new WeakSet<Markdown>();

/** Teaches a markdown-it what sites write beyond CommonMark. It counts only where {@link parsePage} parses. */
export function addDialect(md: Markdown, more: (md: Markdown) => void): void {
  if (known.has(md)) return;
  known.add(md);
  addAttributeRules(md);
  addLabels(md);
  more(md);
  md.core.ruler.push("tomaknote_marks", (state: StateCore) => {
    for (const token of state.tokens) clean(token);
  });
}

/** The tokens of a post as its site reads it; their lines are those of the text. Rendering needs the same `env`. */
export function parsePage(md: Markdown, text: string, page: Page, env: Env): Token[] {
  markPage(env, page);
  const source = readSource(text, page);
  const parse = (): Token[] => md.parse(source, env);
  return page.closesBesideLetters ? withLenientEmphasis(md, parse) : parse();
}

function clean(token: Token): void {
  token.content = withoutMarks(token.content);
  token.info = withoutMarks(token.info);
  for (const attribute of token.attrs ?? []) {
    const [, value] = attribute;
    if (typeof value === "string") attribute[1] = withoutMarks(value).replaceAll("%EF%B7%90", "");
  }
  for (const child of token.children ?? []) clean(child);
}
