import type { CancellationToken } from "vscode";
import type { Cancellation } from "../core/notebook/files.ts";

/** The editor's token in the core's terms. */
export function cancellationOf(token: CancellationToken): Cancellation {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}
