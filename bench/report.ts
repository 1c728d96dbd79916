export interface Figures {
  readonly notes: number;
  /** Cold index to Node's reading of the same files. */
  readonly coldRatio: number;
  /** Start from the cache with nothing changed, to walking and stat-ing the files. */
  readonly warmRatio: number;
  /** One saved note: read, indexed, and the tree by month made anew where it is open. Median. */
  readonly oneNoteMs: number;
  readonly heapBytesPerNote: number;
  /** From a key to the last of its hits. */
  readonly searchP95Ms: number;
  readonly searchHeapBytesPerNote: number;
  /** Of the index of texts, in typed arrays outside the heap. */
  readonly searchBufferBytesPerNote: number;
  readonly megabytes: number;
  /** Milliseconds behind the ratios. */
  readonly ms: Readonly<Record<string, number>>;
}

const MEANINGS: readonly (readonly [name: string, meaning: string])[] = [
  ["rawRead", "Node reads every file (fs.promises, 32 at a time)"],
  ["cold", "cold index: walk, read, scan, sort"],
  ["rawWalkAndStat", "walk, and Node's stat of every file (fs.promises, 32 at a time)"],
  ["warm", "warm start: cache, walk, stat, sort"],
  ["walk", "  step: walk the folders"],
  ["stat", "  step: stat every file"],
  ["read", "  step: read every file"],
  ["scan", "  step: scan every file"],
  ["index", "  step: index and sort"],
  ["cacheLoad", "  step: read and decode the cache"],
  ["cacheSave", "encode and write the cache"],
  ["coldLongestBlock", "longest block of the event loop, cold"],
  ["warmLongestBlock", "longest block of the event loop, warm"],
  ["oneNoteP95", "one changed note, tree by month, p95"],
  ["oneNoteByTag", "one changed note, tree by tag, median"],
  ["oneNoteByTagP95", "one changed note, tree by tag, p95"],
  ["firstByTag", "grouping by tag for the first time"],
  ["searchP50", "keystroke of a search, p50"],
  ["searchSlowest", "slowest keystroke of a search"],
  ["searchLongestBlock", "longest block of the event loop, searching"],
  ["textsBuild", "index of texts from the files, and into the cache"],
  ["textsBuildLongestBlock", "longest block of the event loop, then"],
  ["textsRestore", "index of texts from the cache"],
  ["textsRestoreLongestBlock", "longest block of the event loop, then"],
];

/** The figures of one size as a text; growth is against the size before it. */
export function describe(figures: Figures, all: readonly Figures[]): string {
  const { notes, ms } = figures;
  const before = all.at(-2);
  const lines = [
    `${notes} notes, ${figures.megabytes.toFixed(1)} MB`,
    `  cold / raw reading      ${figures.coldRatio.toFixed(2)}   (at most 2.5)`,
    `  warm / walk and stat    ${figures.warmRatio.toFixed(2)}   (at most 2)`,
    `  one changed note        ${figures.oneNoteMs.toFixed(2)} ms   (at most 2 at 100,000)`,
    `  heap                    ${figures.heapBytesPerNote.toFixed(0)} B a note   (at most 2,048)`,
    `  keystroke of a search   ${figures.searchP95Ms.toFixed(1)} ms, p95   (at most 16 at 10,000, 60 at 100,000)`,
    `  heap of the search      ${figures.searchHeapBytesPerNote.toFixed(0)} B a note, and ${figures.searchBufferBytesPerNote.toFixed(0)} B outside the heap`,
    ...MEANINGS.map(([name, meaning]) => `    ${(ms[name] ?? Number.NaN).toFixed(1).padStart(9)} ms  ${meaning}`),
  ];
  if (before !== undefined) {
    const growth = (name: string): string => ((ms[name] ?? Number.NaN) / (before.ms[name] ?? Number.NaN)).toFixed(1);
    lines.push(
      `  growth from ${before.notes} (${(notes / before.notes).toFixed(0)} times the notes): ` +
        `raw reading ${growth("rawRead")}, cold ${growth("cold")}, walk and stat ${growth("rawWalkAndStat")}, warm ${growth("warm")}`,
    );
  }
  return lines.join("\n");
}
