import { type ExtensionContext, Uri } from "vscode";
import { activateOn } from "./activate.ts";
import { editorCache } from "./vscode/cacheStore.ts";
import { editorFiles } from "./vscode/files.ts";
import { loadBundle } from "./vscode/loadBundle.ts";

export { deactivate } from "./activate.ts";

/** vscode.dev and github.dev: the extension host is a web worker, and files are reached through the editor alone. */
export function activate(context: ExtensionContext): void {
  const bundle = (name: string): Uri => Uri.joinPath(context.extensionUri, "dist", name);
  activateOn(
    {
      engines: {
        loadMarkdown: async () =>
          (await loadBundle<typeof import("./markdown.ts")>(bundle("markdown.js"))).parseMarkdown,
        loadTemplates: async () =>
          (await loadBundle<typeof import("./templates.ts")>(bundle("templates.js"))).renderTemplate,
        loadRetro: () => loadBundle<typeof import("./retro.ts")>(bundle("retro.js")),
        loadImporting: () => loadBundle<typeof import("./importing.ts")>(bundle("importing.js")),
        loadSearch: async () => (await loadBundle<typeof import("./search.ts")>(bundle("search.js"))).openSearch,
      },
      cacheIn: editorCache,
      filesOf: (root, excluded) => ({ files: editorFiles(root, excluded), concurrency: 64 }),
    },
    context,
  );
}
