import { CancellationError, ProgressLocation, window } from "vscode";
import { NotebookUnreachable } from "../core/notebook/catchUp.ts";
import type { NotebookSession } from "./notebookSession.ts";
import { Notice } from "./notice.ts";

const SLOW_MS = 1_000;

/**
 * The notebook once it is in step with the disk. Says so with a way to cancel when that takes over a second.
 * @throws CancellationError, and a Notice when the folder cannot be read
 */
export async function whenLoaded(session: NotebookSession): Promise<void> {
  if (session.isLoaded) return;
  const loading = session.load().catch((error: unknown) => {
    if (!(error instanceof NotebookUnreachable)) throw error;
    throw new Notice("노트 폴더를 읽을 수 없어요. 드라이브나 네트워크가 이어져 있는지 본 뒤 다시 해 주세요.");
  });
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
