import { type LogOutputChannel, window } from "vscode";

/** The product's one log. Notes are named in it, never quoted. */
export type Log = Pick<LogOutputChannel, "info" | "warn" | "error" | "show" | "dispose">;

export function createLog(): Log {
  return window.createOutputChannel("토막노트", { log: true });
}

/** An error for the log, with its stack. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
