import { Disposable, RelativePattern, type Uri, workspace } from "vscode";
import type { NotePath } from "../core/note/note.ts";
import type { NotebookSession } from "./notebookSession.ts";

/** What happened on disk since the last report. A path is in one of the two. */
export interface DiskChanges {
  /** Files and folders created or changed. */
  readonly touched: ReadonlySet<NotePath>;
  /** Files and folders that are gone. */
  readonly removed: ReadonlySet<NotePath>;
}

/** Events come in bursts (a checkout, a build); a report waits this long for quiet, but never longer than the second. */
const QUIET_MS = 60;
const LONGEST_WAIT_MS = 300;

/** Watches one folder and reports changes in batches, one at a time. */
export function watchFolder(
  session: Pick<NotebookSession, "root" | "pathOf" | "isExcluded">,
  report: (changes: DiskChanges) => Promise<void>,
): Disposable {
  let touched = new Set<NotePath>();
  let removed = new Set<NotePath>();
  let firstEventAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reporting: Promise<void> = Promise.resolve();

  const flush = (): void => {
    const changes = { touched, removed };
    touched = new Set();
    removed = new Set();
    firstEventAt = undefined;
    reporting = reporting.then(() => report(changes));
  };
  const note = (uri: Uri, into: "touched" | "removed"): void => {
    const path = session.pathOf(uri);
    if (path === undefined || session.isExcluded(path)) return;
    (into === "touched" ? removed : touched).delete(path);
    (into === "touched" ? touched : removed).add(path);
    firstEventAt ??= performance.now();
    clearTimeout(timer);
    const waited = performance.now() - firstEventAt;
    timer = setTimeout(flush, Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - waited)));
  };

  const watcher = workspace.createFileSystemWatcher(new RelativePattern(session.root, "**/*"));
  return Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => note(uri, "touched")),
    watcher.onDidChange((uri) => note(uri, "touched")),
    watcher.onDidDelete((uri) => note(uri, "removed")),
    new Disposable(() => clearTimeout(timer)),
  );
}
