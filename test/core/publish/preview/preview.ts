import MarkdownIt, { type Env } from "markdown-it";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import type { PreviewSite } from "../../../../src/core/publish/preview/previewSite.ts";
import { renderPage } from "../../../../src/core/publish/preview/renderPage.ts";
import type { Site } from "../../../../src/core/settings/settings.ts";

type Markdown = InstanceType<typeof MarkdownIt>;

/** A markdown-it as the editor's preview sets it up: HTML on, front matter told apart, ids of headings given as they are rendered. */
export function editorsMarkdown(): Markdown {
  const md = new MarkdownIt({ html: true });
  md.block.ruler.before("fence", "front_matter", (state, startLine, endLine, silent) => {
    const lineAt = (line: number): string => state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (startLine !== 0 || lineAt(0) !== "---") return false;
    for (let line = 1; line < endLine; line++) {
      if (lineAt(line) !== "---") continue;
      if (!silent) {
        state.push("front_matter", "", 0);
        state.line = line + 1;
      }
      return true;
    }
    return false;
  });
  md.renderer.rules.front_matter = () => "<table>…</table>\n";
  md.renderer.rules.heading_open = (tokens, index, options, _env, self) => {
    const title = tokens[index + 1]?.children?.map(({ content }) => content).join("") ?? "";
    tokens[index]?.attrSet("id", title.toLowerCase().replace(/ /g, "-"));
    return self.renderToken(tokens, index, options);
  };
  return md;
}

export function siteAt(site: Site, more: Partial<PreviewSite> = {}): PreviewSite {
  return { site, root: "", hasMermaidHook: false, showsHtml: true, ...more };
}

/** The HTML of a text as `site` shows it; `undefined` when it is left to the editor. */
export function preview(
  text: string,
  site: PreviewSite,
  path = site.site === "hugo" ? "content/posts/글.md" : "_posts/2025-05-01-글.md",
  md: Markdown = editorsMarkdown(),
): string | undefined {
  const env: Env = {};
  const { options } = md;
  return renderPage(md, { text, head: readFrontMatter(text), path, site, options, env }, (...args) =>
    md.renderer.render(...args),
  );
}

/** The preview of a post's body, below the front matter. */
export function body(text: string, site: PreviewSite, front = "title: 글"): string {
  const html = preview(`---\n${front}\n---\n\n${text}\n`, site) ?? "";
  return html.replace("<table>…</table>\n", "").trim();
}
