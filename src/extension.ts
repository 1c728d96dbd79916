import { homedir } from "node:os";
import { type ExtensionContext, Uri } from "vscode";
import { type Activated, activateOn } from "./activate.ts";
import { engines } from "./engines.ts";
import { diskCache } from "./node/cacheStore.ts";
import { diskPort } from "./node/filesPort.ts";
import { firstCommitsBelow } from "./node/firstCommits.ts";
import { gitOnDisk } from "./node/git.ts";
import { editorCache } from "./vscode/cacheStore.ts";
import { editorPort } from "./vscode/filesPort.ts";

export { deactivate } from "./activate.ts";

/** The desktop and every remote whose extension host runs on Node: files on its own disk are read straight from there. */
export function activate(context: ExtensionContext): Activated {
  return activateOn(
    {
      home: Uri.file(homedir()),
      engines,
      loadConversing: () => import("./conversing.ts"),
      gitOnDisk,
      filesOf: (root, excluded) =>
        root.scheme === "file" ? diskPort(root.fsPath, excluded) : editorPort(root, excluded),
      firstCommitsBelow: (root) => (root.scheme === "file" ? firstCommitsBelow(root.fsPath) : undefined),
      cacheIn: (folder, report) =>
        folder.scheme === "file" ? diskCache(folder.fsPath, report) : editorCache(folder, report),
    },
    context,
  );
}
