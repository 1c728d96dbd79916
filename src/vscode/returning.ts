import { Disposable, window } from "vscode";
import type { NotebookSession } from "./notebookSession.ts";

const AGAIN_MS = 5_000;

/**
 * Looks every few seconds whether the notebook's folder is there, while the person looks at the window or the folder is away:
 * a drive or a network that goes and comes back tells nobody.
 */
export function watchForReturn(session: NotebookSession): Disposable {
  const look = (): void => void session.lookForFolder();
  const timer = setInterval(() => {
    if (window.state.focused || session.phase === "away") look();
  }, AGAIN_MS);
  return Disposable.from(
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) look();
    }),
    new Disposable(() => clearInterval(timer)),
  );
}
