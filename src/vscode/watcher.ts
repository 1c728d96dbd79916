import { Disposable, RelativePattern, type Uri, workspace } from "vscode";
import type { DiskChanges } from "../core/notebook/diskChanges.ts";
import { ChangeBatches, type ChangeReports } from "./changeBatches.ts";
import type { NotebookSession } from "./notebookSession.ts";

/** Watches one folder and reports changes in batches, one at a time. */
export function watchFolder(
  session: Pick<NotebookSession, "root" | "pathOf" | "isExcluded">,
  reports: ChangeReports,
): Disposable {
  const batches = new ChangeBatches(reports);
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
