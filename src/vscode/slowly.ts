import { CancellationError, ProgressLocation, window } from "vscode";

const SLOW_MS = 1_000;

export interface Steps {
  readonly cancellation: { readonly aborted: boolean };
  onProgress(done: number, total: number): void;
}

/** Runs work that shows how far it is, with a way to cancel, once it has taken over a second. @throws CancellationError */
export async function slowly<T>(title: string, run: (steps: Steps) => Promise<T>): Promise<T> {
  const cancellation = { aborted: false };
  let show: ((text: string) => void) | undefined;
  const work = run({ cancellation, onProgress: (done, total) => show?.(`${done} / ${total}`) });
  const settled = work.then(
    () => true,
    () => true,
  );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), SLOW_MS));
  if (!(await Promise.race([settled, late]))) {
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        show = (message) => progress.report({ message });
        token.onCancellationRequested(() => {
          cancellation.aborted = true;
        });
        return settled;
      },
    );
  }
  const result = await work;
  if (cancellation.aborted) throw new CancellationError();
  return result;
}
