import { CancellationError, ProgressLocation, window } from "vscode";
import type { NotebookSession } from "./notebookSession.ts";

const SLOW_MS = 1_000;

/** The notebook once it is read. Says so with a way to cancel when that takes over a second. @throws CancellationError */
export async function whenLoaded(session: NotebookSession): Promise<void> {
  if (session.isLoaded) return;
  const loading = session.load();
  if (await settlesWithin(loading, SLOW_MS)) return loading;
  await window.withProgress(
    { location: ProgressLocation.Notification, title: "노트를 읽고 있어요", cancellable: true },
    async (progress, token) => {
      const timer = setInterval(() => {
        const { done, total } = session.progress;
        progress.report({ message: total === 0 ? "" : `${done} / ${total}` });
      }, 200);
      const cancelled = new Promise<never>((_, reject) =>
        token.onCancellationRequested(() => reject(new CancellationError())),
      );
      try {
        await Promise.race([loading, cancelled]);
      } finally {
        clearInterval(timer);
      }
    },
  );
}

async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = work.then(
    () => true,
    () => true,
  );
  return Promise.race([settled, new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))]);
}
