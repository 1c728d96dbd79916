import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { NotePath } from "../src/core/note/note.ts";

/** How many files are read at a time, by the product and by what it is measured against. */
export const CONCURRENCY = 32;

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The quickest of several rounds of each; in every round all take their turn, so that a busy moment weighs on all. */
export async function quickest<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(works) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      collectGarbage();
      best[name] = Math.min(best[name], await timed(works[name]));
    }
  }
  return best;
}

/** Node's own reading of files, and nothing else. */
export function readAll(root: string, paths: readonly NotePath[]): Promise<void> {
  return forEach(paths, (path) => readFile(join(root, path)));
}

export function statAll(root: string, paths: readonly NotePath[]): Promise<void> {
  return forEach(paths, (path) => stat(join(root, path)));
}

async function forEach(paths: readonly NotePath[], work: (path: NotePath) => Promise<unknown>): Promise<void> {
  let next = 0;
  const goOn = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) await work(path);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, goOn));
}

export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no garbage collector to call");
  collect();
}

/** Bytes that stay in memory of what `make` makes. */
export async function bytesKeptBy(make: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const made = await make();
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  // Used after the measurement, lest it be collected before.
  if (made === undefined) throw new Error("nothing was made");
  return after - before;
}
