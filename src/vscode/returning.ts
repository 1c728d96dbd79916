import { Disposable, window } from "vscode";
import type { NotebookSession } from "./notebookSession.ts";

const AGAIN_MS = 5_000;

/** While a notebook's folder is away, looks every few seconds, and when the person comes back to the window, whether it is there again. */
export function watchForReturn(session: NotebookSession): Disposable {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = async (): Promise<void> => {
    if (session.phase !== "away" || !(await session.files.isReachable())) return;
    // What goes wrong this time shows in the phase again.
    await session.load().catch(() => undefined);
  };
  return Disposable.from(
    session.onDidChangePhase((phase) => {
      if (phase === "reading") return;
      clearInterval(timer);
      if (phase === "away") timer = setInterval(() => void look(), AGAIN_MS);
    }),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) void look();
    }),
    new Disposable(() => clearInterval(timer)),
  );
}
