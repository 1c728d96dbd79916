import type { NoteRules } from "../src/core/note/readNote.ts";
import type { CacheStore } from "../src/core/notebook/cacheStore.ts";
import { type Files, NEVER_CANCELLED } from "../src/core/notebook/files.ts";
import { NotebookRecords } from "../src/core/notebook/records.ts";
import { CONCURRENCY, timed } from "./measure.ts";

/** The notebook that is measured. */
export interface Subject {
  readonly files: Files;
  readonly rules: NoteRules;
  readonly count: number;
}

export const OPTIONS = { concurrency: CONCURRENCY, cancellation: NEVER_CANCELLED, now: Date.now };

/** Opens the notebook as a window does, up to the list of all notes in order. */
export function openerOf({ files, rules, count }: Subject, cache: CacheStore): () => Promise<NotebookRecords> {
  return async () => {
    const records = new NotebookRecords({ files, cache, rules, readingKey: "bench" });
    await records.restore(OPTIONS);
    await records.catchUp(OPTIONS);
    if (records.index.notes().length !== count) throw new Error("notes are missing from the index");
    return records;
  };
}

/** Makes the cache; answers how long writing it took. */
export async function saveCache(subject: Subject, cache: CacheStore): Promise<number> {
  const records = await openerOf(subject, cache)();
  if (records.unsaved !== subject.count) throw new Error("there was a cache already");
  return timed(() => records.save());
}

/** The longest time the event loop was held up while `work` ran, in milliseconds. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  look();
  return longest;
}
