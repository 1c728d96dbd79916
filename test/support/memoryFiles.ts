import { isMarkdownName } from "../../src/core/note/fileName.ts";
import type { NotePath } from "../../src/core/note/note.ts";
import { type Excluded, excludedBy, excludedWithParents } from "../../src/core/notebook/exclude.ts";
import type { Cancellation, FileState, FileStates, Files } from "../../src/core/notebook/files.ts";

class NoSuchFile extends Error {}

/** A notebook's files in memory. A path whose content is an Error cannot be read. */
export class MemoryFiles implements Files {
  readonly contents = new Map<NotePath, Uint8Array | Error>();
  readonly reads: NotePath[] = [];
  /** Folders that cannot be listed for now; `""` for the root. */
  readonly away = new Set<NotePath>();
  /** The disk's clock, in milliseconds: what it stamps files with. */
  now = 1_000_000;
  readonly #states = new Map<NotePath, FileState>();
  readonly #excluded: Excluded;

  constructor(contents: Readonly<Record<NotePath, string | Uint8Array | Error>>, exclude: readonly string[] = []) {
    for (const [path, content] of Object.entries(contents)) this.put(path, content);
    this.#excluded = excludedWithParents(excludedBy(exclude));
  }

  /** `modified`: what a program set the time of the contents to, as a copy or a checkout does. */
  put(path: NotePath, content: string | Uint8Array | Error, modified = this.now): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.contents.set(path, bytes);
    this.#states.set(path, { size: bytes instanceof Error ? 0 : bytes.length, modified, changed: this.now });
  }

  async list(
    cancellation: Cancellation,
    under = "",
    onUnread?: (folder: NotePath) => void,
  ): Promise<readonly NotePath[]> {
    if (cancellation.aborted) return [];
    for (const folder of this.away) onUnread?.(folder);
    return [...this.contents.keys()].filter(
      (path) =>
        (under === "" || path.startsWith(`${under}/`)) &&
        isMarkdownName(path) &&
        !this.#excluded(path) &&
        ![...this.away].some((folder) => folder === "" || path.startsWith(`${folder}/`)),
    );
  }

  async isReachable(): Promise<boolean> {
    return !this.away.has("");
  }

  async namesIn(folder: NotePath): Promise<readonly string[]> {
    const prefix = folder === "" ? "" : `${folder}/`;
    const names = [...this.contents.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split("/")[0] ?? "");
    return [...new Set(names)];
  }

  async read(path: NotePath): Promise<Uint8Array> {
    this.reads.push(path);
    const content = this.contents.get(path);
    if (content === undefined) throw new NoSuchFile(path);
    if (content instanceof Error) throw content;
    return content;
  }

  isMissing(error: unknown): boolean {
    return error instanceof NoSuchFile;
  }

  stateOf(path: NotePath): FileState {
    const state = this.#states.get(path);
    if (state === undefined || !this.contents.has(path)) throw new NoSuchFile(path);
    return state;
  }
}

/** Files in memory on a disk that tells their states. */
export class MemoryDisk extends MemoryFiles {
  readonly states: FileStates = {
    stat: async (path) => this.stateOf(path),
    read: async (path) => ({ state: this.stateOf(path), bytes: await this.read(path) }),
  };
}
