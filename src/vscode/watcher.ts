import { Disposable, RelativePattern, type Uri, workspace } from "vscode";
import type { DiskChanges } from "../core/notebook/diskChanges.ts";
import { ChangeBatches } from "./changeBatches.ts";
import type { NotebookSession } from "./notebookSession.ts";

/** Watches one folder and reports changes in batches, one at a time. */
export function watchFolder(
  session: Pick<NotebookSession, "root" | "pathOf" | "isExcluded">,
  report: (changes: DiskChanges) => Promise<void>,
): Disposable {
  const batches = new ChangeBatches(report);
  const note = (kind: keyof DiskChanges) => (uri: Uri) => {
    const path = session.pathOf(uri);
    if (path !== undefined && !session.isExcluded(path)) batches.add(kind, path, performance.now());
  };
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(session.root, "**/*"));
  return Disposable.from(
    watcher,
    watcher.onDidCreate(note("touched")),
    watcher.onDidChange(note("touched")),
    watcher.onDidDelete(note("removed")),
    new Disposable(() => batches.end()),
  );
}
