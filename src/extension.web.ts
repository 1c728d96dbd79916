import type { ExtensionContext } from "vscode";
import { type Activated, activateOn } from "./activate.ts";
import { enginesIn } from "./engines.web.ts";
import { editorCache } from "./vscode/cacheStore.ts";
import { editorPort } from "./vscode/filesPort.ts";

export { deactivate } from "./activate.ts";

/** vscode.dev and github.dev: the extension host is a web worker, and files are reached through the editor alone. */
export function activate(context: ExtensionContext): Activated {
  return activateOn(
    {
      engines: enginesIn(context.extensionUri),
      cacheIn: editorCache,
      filesOf: editorPort,
    },
    context,
  );
}
