import type { Note, NotePath } from "../src/core/note/note.ts";
import { decodeCache } from "../src/core/notebook/cacheFormat.ts";
import type { CacheStore } from "../src/core/notebook/cacheStore.ts";
import { NEVER_CANCELLED } from "../src/core/notebook/files.ts";
import { type Contents, forEachFile, notesOf, readContents } from "../src/core/notebook/loadNotes.ts";
import { NotebookIndex } from "../src/core/notebook/notebookIndex.ts";
import { quickest } from "./measure.ts";
import { OPTIONS, type Subject } from "./subject.ts";

export interface Steps {
  readonly walk: number;
  readonly stat: number;
  readonly read: number;
  readonly scan: number;
  readonly index: number;
  readonly cacheLoad: number;
}

/** So many files are held in memory to be scanned without reading; the time is stretched to all of them. */
const SCANNED = 10_000;

/** The steps of opening a notebook, each on its own. */
export async function measureSteps(
  { files, rules }: Subject,
  cache: CacheStore,
  paths: readonly NotePath[],
  runs: number,
): Promise<Steps> {
  const sample = new Map<NotePath, Contents>();
  await forEachFile(paths.slice(0, SCANNED), OPTIONS, async (path) => {
    const contents = await readContents(files, path);
    if (contents !== undefined) sample.set(path, contents);
  });
  const notes = new Map<NotePath, readonly Note[]>();
  await decodeCache((await cache.read("notes")) ?? new Uint8Array(), "bench", (cached) => {
    for (const file of cached) notes.set(file.path, file.notes);
  });
  const best = await quickest(runs, {
    walk: () => files.list(NEVER_CANCELLED),
    stat: () => forEachFile(paths, OPTIONS, async (path) => void (await files.states?.stat(path))),
    read: () => forEachFile(paths, OPTIONS, async (path) => void (await readContents(files, path))),
    scan: () => {
      for (const [path, contents] of sample) notesOf(path, contents, rules);
    },
    index: () => {
      const index = new NotebookIndex();
      index.apply({ read: notes });
      index.notes();
    },
    cacheLoad: async () =>
      decodeCache((await cache.read("notes")) ?? new Uint8Array(), "bench", () => {
        // Only what decoding costs.
      }),
  });
  return { ...best, scan: (best.scan * paths.length) / sample.size };
}
