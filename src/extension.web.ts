import { type ExtensionContext, Uri } from "vscode";
import { activateOn } from "./activate.ts";
import { editorFiles } from "./vscode/files.ts";
import { loadBundle } from "./vscode/loadBundle.ts";

/** vscode.dev and github.dev: the extension host is a web worker, and files are reached through the editor alone. */
export function activate(context: ExtensionContext): void {
  const markdown = Uri.joinPath(context.extensionUri, "dist", "markdown.js");
  activateOn(
    {
      loadMarkdown: async () => (await loadBundle<typeof import("./markdown.ts")>(markdown)).parseMarkdown,
      filesOf: (root, excluded) => ({ files: editorFiles(root, excluded), concurrency: 64 }),
    },
    context,
  );
}
