import { findFrontMatter } from "../../note/frontMatter/find.ts";
import { isJekyll } from "../../retro/site.ts";
import { lineBreaksOf } from "./kept.ts";
import { readLiquid } from "./liquid.ts";
import type { Page } from "./page.ts";
import { readShortcodes } from "./shortcodes.ts";

/**
 * The text of a post as its site hands it to Markdown. The front matter stays, but for TOML, which the editor's preview
 * would take for prose. Every line stays where it was.
 */
export function readSource(text: string, { site, front }: Pick<Page, "site" | "front">): string {
  const block = findFrontMatter(text);
  const bodyStart = block?.end ?? 0;
  const head = text.slice(0, bodyStart);
  const body = text.slice(bodyStart);
  const shown = block?.format === "toml" ? lineBreaksOf(head) : head;
  if (isJekyll(site)) return shown + readLiquid(body, front);
  return shown + (site === "hugo" ? readShortcodes(body) : body);
}
