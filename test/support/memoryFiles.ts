import { isMarkdownName } from "../../src/core/note/fileName.ts";
import type { NotePath } from "../../src/core/note/note.ts";
import { type Excluded, excludedBy, excludedWithParents } from "../../src/core/notebook/exclude.ts";
import type { Cancellation, Files } from "../../src/core/notebook/files.ts";

class NoSuchFile extends Error {}

/** A notebook's files in memory. A path whose content is an Error cannot be read. */
export class MemoryFiles implements Files {
  readonly contents = new Map<NotePath, Uint8Array | Error>();
  readonly reads: NotePath[] = [];
  readonly #excluded: Excluded;

  constructor(contents: Readonly<Record<NotePath, string | Uint8Array | Error>>, exclude: readonly string[] = []) {
    for (const [path, content] of Object.entries(contents)) this.put(path, content);
    this.#excluded = excludedWithParents(excludedBy(exclude));
  }

  put(path: NotePath, content: string | Uint8Array | Error): void {
    this.contents.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  async list(cancellation: Cancellation, under = ""): Promise<readonly NotePath[]> {
    if (cancellation.aborted) return [];
    return [...this.contents.keys()].filter(
      (path) => (under === "" || path.startsWith(`${under}/`)) && isMarkdownName(path) && !this.#excluded(path),
    );
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
}
