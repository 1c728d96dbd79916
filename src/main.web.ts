import { type ExtensionContext, Uri } from "vscode";
import { type Activated, activateOn } from "./activate.ts";
import { enginesIn } from "./engines.web.ts";
import { editorCache } from "./vscode/cacheStore.ts";
import { editorPort } from "./vscode/filesPort.ts";
import { loadBundle, type SharedModules } from "./vscode/loadBundle.ts";

export { deactivate } from "./activate.ts";

/** What the web door loads: the extension without Node, whose files are reached through the editor alone. */
export function activate(context: ExtensionContext, shared: SharedModules): Activated {
  return activateOn(
    {
      engines: enginesIn(context.extensionUri, shared),
      loadConversing: () => loadBundle(Uri.joinPath(context.extensionUri, "dist", "conversing.js"), shared),
      cacheIn: editorCache,
      filesOf: editorPort,
    },
    context,
  );
}
