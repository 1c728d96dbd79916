import type { NotePath } from "../note/note.ts";

/** Asks long work to stop; `AbortSignal` and the editor's tokens both fit. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** The notebook's files as the core reads them; paths are relative to its root, `/` between their parts. */
export interface Files {
  /** Every Markdown file (below `under`, when given) that is not excluded, in no particular order. Folders that cannot be read are passed over. */
  list(cancellation: Cancellation, under?: NotePath): Promise<readonly NotePath[]>;
  /** Names in a folder, files and folders alike; empty when there is no such folder. */
  namesIn(folder: NotePath): Promise<readonly string[]>;
  /** @throws when the file is gone or cannot be read */
  read(path: NotePath): Promise<Uint8Array>;
  /** Whether what {@link read} threw says that there is no such file, rather than that it cannot be read. */
  isMissing(error: unknown): boolean;
}

export const NEVER_CANCELLED: Cancellation = { aborted: false };
