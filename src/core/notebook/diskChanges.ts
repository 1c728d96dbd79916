import { isMarkdownName } from "../note/fileName.ts";
import type { NotePath } from "../note/note.ts";
import type { Cancellation, Files } from "./files.ts";
import type { NotebookIndex } from "./notebookIndex.ts";

/** What happened on disk since the last report. A path is in one of the two. */
export interface DiskChanges {
  /** Files and folders created or changed. */
  readonly touched: ReadonlySet<NotePath>;
  /** Files and folders that are gone. */
  readonly removed: ReadonlySet<NotePath>;
}

/** The files a report is about. A folder that came or went is told of alone, not what was in it. */
export async function filesToLookAt(
  { touched, removed }: DiskChanges,
  index: Pick<NotebookIndex, "has" | "paths">,
  files: Pick<Files, "list">,
  cancellation: Cancellation,
): Promise<{ readonly toRead: Set<NotePath>; readonly removed: Set<NotePath> }> {
  const toRead = new Set<NotePath>();
  for (const path of touched) {
    if (isMarkdownName(path)) toRead.add(path);
    // A folder may be called `2025.md`.
    if (!isMarkdownName(path) || !index.has(path))
      for (const inside of await files.list(cancellation, path)) toRead.add(inside);
  }
  const gone = new Set<NotePath>();
  const folders = new Set<NotePath>();
  for (const path of removed) (index.has(path) ? gone : folders).add(path);
  if (folders.size > 0) {
    const isBelow = belowAny(folders);
    for (const path of index.paths()) if (isBelow(path)) gone.add(path);
  }
  for (const path of toRead) gone.delete(path);
  return { toRead, removed: gone };
}

/** Whether a path lies in one of these folders; each folder's answer is worked out once. */
function belowAny(folders: ReadonlySet<NotePath>): (path: NotePath) => boolean {
  const answers = new Map<NotePath, boolean>();
  const isInside = (path: NotePath): boolean => {
    const slash = path.lastIndexOf("/");
    if (slash < 0) return false;
    const folder = path.slice(0, slash);
    let answer = answers.get(folder);
    if (answer === undefined) {
      answer = folders.has(folder) || isInside(folder);
      answers.set(folder, answer);
    }
    return answer;
  };
  return isInside;
}
