import type { NotePath } from "../note/note.ts";

/** Asks long work to stop; `AbortSignal` and the editor's tokens both fit. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** What a disk says of a file without reading it. Times in milliseconds; 0 where it does not tell. */
export interface FileState {
  readonly size: number;
  /** Of the contents, as far as programs do not set it to something else. */
  readonly modified: number;
  /** Of the contents or of what is known about them; no program sets it (`ctime`). */
  readonly changed: number;
}

/** Looking at files without reading them, where that is much cheaper. */
export interface FileStates {
  /** @throws as {@link Files.read} */
  stat(path: NotePath): Promise<FileState>;
  /** The contents, to be looked into and let go, and the state from just before they were read. @throws as {@link Files.read} */
  read(path: NotePath): Promise<{ readonly bytes: Uint8Array; readonly state: FileState }>;
}

/** The notebook's files as the core reads them; paths are relative to its root, `/` between their parts. */
export interface Files {
  /**
   * Every Markdown file (below `under`, when given) that is not excluded, in no particular order. Folders that are closed
   * to us are passed over. `onUnread` is told of the root when it cannot be read, and of any folder whose files may be
   * there all the same: a drive or a network that does not answer.
   */
  list(
    cancellation: Cancellation,
    under?: NotePath,
    onUnread?: (folder: NotePath) => void,
  ): Promise<readonly NotePath[]>;
  /** Whether the root can be read: not when its drive or its network is away. */
  isReachable(): Promise<boolean>;
  /** Names in a folder, files and folders alike; empty when there is no such folder. */
  namesIn(folder: NotePath): Promise<readonly string[]>;
  /** @throws when the file is gone or cannot be read */
  read(path: NotePath): Promise<Uint8Array>;
  /** Left out where asking for a state costs as much as reading. */
  readonly states?: FileStates;
  /** Whether what {@link read} threw says that there is no such file, rather than that it cannot be read. */
  isMissing(error: unknown): boolean;
}

export const NEVER_CANCELLED: Cancellation = { aborted: false };
