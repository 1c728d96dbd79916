import { Disposable, window } from "vscode";
import type { NotebookSession } from "./notebookSession.ts";

const AGAIN_MS = 5_000;

/**
 * Looks every few seconds whether the notebook's folder is there, while the person looks at the window or the folder is away:
 * a drive or a network that goes and comes back tells nobody. And compares all when the person comes back from another
 * program: on some disks what it changed is not told either. `lookAgain` does not throw.
 */
export function watchForReturn(session: NotebookSession, lookAgain: () => Promise<unknown>): Disposable {
  const look = (): void => void session.lookForFolder();
  const timer = setInterval(() => {
    if (window.state.focused || session.phase === "away") look();
  }, AGAIN_MS);
  let leftAt: number | undefined;
  return Disposable.from(
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused) {
        leftAt ??= performance.now();
        return;
      }
      const wasLong = leftAt !== undefined && performance.now() - leftAt >= AGAIN_MS;
      leftAt = undefined;
      if (session.phase === "inStep" && wasLong) void lookAgain();
      else look();
    }),
    new Disposable(() => clearInterval(timer)),
  );
}
