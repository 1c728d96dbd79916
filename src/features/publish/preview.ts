import { commands, Disposable, Uri, workspace } from "vscode";
import type { PreviewEngine } from "../../core/engines.ts";
import { readFrontMatter } from "../../core/note/frontMatter/read.ts";
import type { Env, Markdown, Token } from "../../core/publish/dialect/markdown.ts";
import type { PreviewSite } from "../../core/publish/preview/previewSite.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";

export interface PreviewDeps {
  readonly notebooks: Notebooks;
  readonly log: Log;
}

export interface Preview extends Disposable {
  /** The editor calls this with the markdown-it of its previews, when it first needs one and after a reload. */
  extendMarkdownIt(md: Markdown): Markdown;
}

/** A site's configuration, by what such files are called. */
const CONFIGURATION = /(?:^|\/)(?:_config|hugo|config)\.(?:ya?ml|toml|json)$|(?:^|\/)Gemfile$/;

/**
 * The editor's own preview shows the posts of the notebook's site as that will. The preview asks for HTML at once, and
 * telling a site takes a look at the disk: the first time it shows the post as ever and, once the site is told, again.
 */
export function registerPreview({ notebooks, log }: PreviewDeps): Preview {
  let engine: PreviewEngine | undefined;
  /** By folder: a site is told from the folders a post lies in. `undefined` where there is none. */
  let sites = new Map<string, PreviewSite | undefined>();
  const asked = new Set<string>();

  const forget = (): void => {
    sites = new Map();
    asked.clear();
    if (engine !== undefined) void refresh();
  };

  const tell = async (folder: string, path: string): Promise<void> => {
    const session = notebooks.current;
    if (session === undefined) return;
    engine ??= await session.engines.loadPreview();
    const site = await engine.previewSite(session.files, session.settings.retro, path);
    if (session !== notebooks.opened) return;
    sites.set(folder, site);
    if (site !== undefined) await refresh();
  };

  /** The site of a file, if it is known by now; otherwise it will be. */
  const siteOf = (path: string): PreviewSite | undefined => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (!sites.has(folder) && !asked.has(folder)) {
      asked.add(folder);
      tell(folder, path).catch((error: unknown) => log.error("preview:", describeError(error)));
    }
    return sites.get(folder);
  };

  const changes = Disposable.from(
    notebooks.onDidChange(forget),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (CONFIGURATION.test(uri.path)) forget();
    }),
  );
  return Object.assign(changes, {
    extendMarkdownIt(md: Markdown) {
      // The editor says which file it renders only after it has parsed it, and keeps the tokens.
      const texts = new WeakMap<readonly Token[], string>();
      md.core.ruler.push("tomaknote_text", (state) => {
        texts.set(state.tokens, state.src);
      });
      const renderer = md.renderer;
      const render = renderer.render.bind(renderer);
      renderer.render = (tokens, options, env = {}) => {
        const text = texts.get(tokens);
        const path = text === undefined ? undefined : pathOf(env, notebooks);
        const site = path === undefined ? undefined : siteOf(path);
        if (engine !== undefined && text !== undefined && path !== undefined && site !== undefined) {
          try {
            const head = readFrontMatter(text);
            const html = engine.renderPage(md, { text, head, path, site, options, env }, render);
            if (html !== undefined) return html;
          } catch (error) {
            log.error("preview:", describeError(error));
          }
        }
        return render(tokens, options, env);
      };
      return md;
    },
  });
}

function pathOf({ currentDocument }: Env, notebooks: Notebooks): string | undefined {
  return currentDocument instanceof Uri ? notebooks.current?.pathOf(currentDocument) : undefined;
}

async function refresh(): Promise<void> {
  await commands.executeCommand("markdown.preview.refresh");
}
