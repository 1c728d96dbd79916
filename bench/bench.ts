/**
 * How long a notebook takes from nothing to its index, beside the mere reading of the same files.
 *
 * Usage: npm run bench [-- --notes N]… [--runs N] [--json]
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { NotePath } from "../src/core/note/note.ts";
import { excludedBy } from "../src/core/notebook/exclude.ts";
import { NEVER_CANCELLED } from "../src/core/notebook/files.ts";
import { loadNotes } from "../src/core/notebook/loadNotes.ts";
import { NotebookIndex } from "../src/core/notebook/notebookIndex.ts";
import { noteRulesOf } from "../src/core/settings/noteRules.ts";
import { diskFiles } from "../src/node/files.ts";
import { settingsIn } from "../src/node/settings.ts";
import { generateNotes, writeNotes } from "./generate.ts";

const CONCURRENCY = 32;

interface Figures {
  readonly notes: number;
  readonly megabytes: number;
  /** Milliseconds: medians of the runs. */
  readonly walk: number;
  readonly rawReading: number;
  readonly coldIndex: number;
  /** Median of each run's own ratio of index to reading. */
  readonly ratio: number;
  /** Bytes that stay in memory for each note of the index. */
  readonly heapPerNote: number;
}

async function measure(count: number, runs: number): Promise<Figures> {
  const root = await mkdtemp(join(tmpdir(), "tomaknote-bench-"));
  try {
    const files = generateNotes(count);
    await writeNotes(root, files);
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const { settings } = await settingsIn(root);
    const disk = diskFiles(root, excludedBy(settings.exclude));
    const rules = noteRulesOf(settings);

    const walk = (): Promise<readonly NotePath[]> => disk.list(NEVER_CANCELLED);
    const paths = await walk();
    if (paths.length !== count) throw new Error(`${paths.length} of ${count} notes found`);
    const indexed = async (): Promise<NotebookIndex> => {
      const index = new NotebookIndex();
      const options = { concurrency: CONCURRENCY, cancellation: NEVER_CANCELLED };
      index.apply({ read: await loadNotes(disk, await walk(), rules, options) });
      if (index.notes().length !== count) throw new Error("notes are missing from the index");
      return index;
    };

    const times: { walk: number; raw: number; cold: number }[] = [];
    for (let run = 0; run < runs; run++) {
      // Alternating, so that a busy moment of the machine weighs on both.
      const raw = await timed(() => readAll(root, paths));
      const cold = await timed(indexed);
      times.push({ walk: await timed(walk), raw, cold });
    }
    const heap = await heapOf(indexed);
    return {
      notes: count,
      megabytes: bytes / 1e6,
      walk: median(times.map((time) => time.walk)),
      rawReading: median(times.map((time) => time.raw)),
      coldIndex: median(times.map((time) => time.cold)),
      ratio: median(times.map((time) => time.cold / time.raw)),
      heapPerNote: heap / count,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function readAll(root: string, paths: readonly NotePath[]): Promise<number> {
  let next = 0;
  let bytes = 0;
  const readOn = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      bytes += (await readFile(join(root, path))).length;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, readOn));
  return bytes;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What stays in memory of what `make` makes. */
async function heapOf(make: () => Promise<unknown>): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no garbage collector to call");
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = await make();
  collect();
  const after = process.memoryUsage().heapUsed;
  // Used after the measurement, lest it be collected before.
  if (made === undefined) throw new Error("nothing was made");
  return after - before;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function table(rows: readonly Figures[]): string {
  const cells = rows.map((row) => [
    ...[String(row.notes), row.megabytes.toFixed(1), row.walk.toFixed(0), row.rawReading.toFixed(0)],
    ...[row.coldIndex.toFixed(0), row.ratio.toFixed(2), row.heapPerNote.toFixed(0)],
  ]);
  const heads = ["notes", "MB", "walk ms", "raw reading ms", "cold index ms", "cold/raw", "heap B/note"];
  return [heads, ...cells]
    .map((row) => row.map((cell, column) => cell.padStart(heads[column]?.length ?? 0)).join("  "))
    .join("\n");
}

const { values } = parseArgs({
  options: {
    notes: { type: "string", multiple: true, default: ["1000", "10000"] },
    runs: { type: "string", default: "7" },
    json: { type: "boolean", default: false },
  },
});
const figures: Figures[] = [];
for (const notes of values.notes) figures.push(await measure(Number(notes), Number(values.runs)));
console.log(values.json ? JSON.stringify(figures, null, 2) : table(figures));
