import type { ExtensionContext } from "vscode";
import { type Activated, activateOn } from "./activate.ts";
import { enginesIn } from "./engines.web.ts";
import { editorCache } from "./vscode/cacheStore.ts";
import { editorPort } from "./vscode/filesPort.ts";
import type { SharedModules } from "./vscode/loadBundle.ts";

export { deactivate } from "./activate.ts";

/** What the web door loads: the extension without Node, whose files are reached through the editor alone. */
export function activate(context: ExtensionContext, shared: SharedModules): Activated {
  return activateOn(
    { engines: enginesIn(context.extensionUri, shared), cacheIn: editorCache, filesOf: editorPort },
    context,
  );
}
