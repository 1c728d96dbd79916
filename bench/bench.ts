/**
 * What a notebook costs: from nothing to its index, from the cache, one changed note, and memory; beside the mere reading and
 * stat-ing of the same files by Node, in the same process and as many at a time.
 *
 * Usage: npm run bench [-- --notes N]… [--runs N] [--json]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { excludedBy } from "../src/core/notebook/exclude.ts";
import { noteRulesOf } from "../src/core/settings/noteRules.ts";
import { diskCache } from "../src/node/cacheStore.ts";
import { diskFiles } from "../src/node/files.ts";
import { settingsIn } from "../src/node/settings.ts";
import { generateNotes, writeNotes } from "./generate.ts";
import { bytesKeptBy, quickest, readAll, statAll, timed } from "./measure.ts";
import { measureOneNote } from "./oneNote.ts";
import { describe, type Figures } from "./report.ts";
import { measureSearch } from "./search.ts";
import { measureSteps } from "./steps.ts";
import { longestBlock, openerOf, saveCache } from "./subject.ts";

const { values } = parseArgs({
  options: {
    notes: { type: "string", multiple: true, default: ["1000", "10000", "100000"] },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const all: Figures[] = [];
for (const notes of values.notes) {
  const figures = await measure(Number(notes), Number(values.runs));
  all.push(figures);
  if (!values.json) console.log(`${describe(figures, all)}\n`);
}
if (values.json) console.log(JSON.stringify(all.length === 1 ? all[0] : all, null, 2));

async function measure(count: number, runs: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "tomaknote-bench-"));
  try {
    return await measureIn(folder, count, runs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string, count: number, runs: number): Promise<Figures> {
  const root = join(folder, "노트");
  const bytes = await writeNotes(root, generateNotes(count));
  // A file written just now is read again at the next start, whatever the cache says: that is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const { settings } = await settingsIn(root);
  const subject = { files: diskFiles(root, excludedBy(settings.exclude)), rules: noteRulesOf(settings), count };
  const failed = (error: unknown): void => {
    throw error;
  };
  const cold = openerOf(subject, diskCache(join(folder, "none"), failed));
  const cache = diskCache(join(folder, "cache"), failed);
  const warm = openerOf(subject, cache);

  const cacheSave = await saveCache(subject, cache);
  const paths = await subject.files.list({ aborted: false });
  // The smaller the notebook, the more a round is chance and the compiler's warming up.
  const best = await quickest(runs * Math.max(1, Math.round(5_000 / count)), {
    rawRead: () => readAll(root, paths),
    cold,
    // What is measured against opens its folders by Node alone too.
    rawWalkAndStat: async () => statAll(root, await subject.files.list({ aborted: false })),
    warm,
  });
  const steps = await measureSteps(subject, cache, paths, runs);
  const coldBlock = await longestBlock(cold);
  const warmBlock = await longestBlock(warm);
  const heap = await bytesKeptBy(cold);
  const records = await warm();
  const firstByTag = await timed(() => records.index.byTag());
  const search = await measureSearch(subject, records, cache);
  const one = await measureOneNote(root, records, subject);
  return {
    notes: count,
    coldRatio: best.cold / best.rawRead,
    warmRatio: best.warm / best.rawWalkAndStat,
    oneNoteMs: one.byMonth.median,
    heapBytesPerNote: heap / count,
    searchP95Ms: search.p95,
    searchHeapBytesPerNote: search.heapPerNote,
    searchBufferBytesPerNote: search.buffersPerNote,
    megabytes: bytes / 1e6,
    ms: {
      ...best,
      ...steps,
      cacheSave,
      coldLongestBlock: coldBlock,
      warmLongestBlock: warmBlock,
      oneNoteP95: one.byMonth.p95,
      oneNoteByTag: one.byTag.median,
      oneNoteByTagP95: one.byTag.p95,
      firstByTag,
      searchP50: search.p50,
      searchSlowest: search.slowest,
      searchLongestBlock: search.searchLongestBlock,
      textsBuild: search.build,
      textsBuildLongestBlock: search.buildLongestBlock,
      textsRestore: search.restore,
      textsRestoreLongestBlock: search.restoreLongestBlock,
    },
  };
}
