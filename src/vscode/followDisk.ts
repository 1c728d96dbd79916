import { CancellationError, Disposable } from "vscode";
import { describeError, type Log } from "./log.ts";
import type { NotebookSession } from "./notebookSession.ts";
import { watchForReturn } from "./returning.ts";
import { watchFolder } from "./watcher.ts";

/** Keeps what is known of the notes in step with the disk, while it has been read and is there. */
export function followDisk(session: NotebookSession, log: Log): Disposable {
  const following = async (follow: () => Promise<boolean>): Promise<boolean> => {
    // Before it is read nobody looks; while it is stopped or away all of it is looked at again.
    if (session.phase !== "reading" && session.phase !== "inStep") return false;
    try {
      return await follow();
    } catch (error) {
      if (!(error instanceof CancellationError)) log.error("following the disk:", describeError(error));
      return false;
    }
  };
  const lookAgain = () => following(() => session.lookAgain());
  return Disposable.from(
    watchForReturn(session, lookAgain),
    watchFolder(session, { report: (changes) => following(() => session.follow(changes)), lookAgain }),
  );
}
