import { FRAGMENTS } from "./corpus.ts";
import type { Target } from "./target.ts";

/** Characters of the shorter text; the longer one has four times as many. */
const SHORT = 4_000;
const TIMES = 4;
/** Linear time gives {@link TIMES}, a square its square. */
const MOST = 10;
/** Below this a clock says little. */
const WORTH_A_LOOK_MS = 250;

export interface Growth {
  readonly fragment: string;
  readonly short: number;
  readonly long: number;
}

/**
 * The texts for which a target's time grows faster than the text: one fragment, or one behind another, again and again,
 * with and without front matter around it. The ratio counts, not the time; what looks bad is measured again.
 */
export async function growth(target: Target, onText: () => void): Promise<readonly Growth[]> {
  const found: Growth[] = [];
  const fragments = target.fragments ?? FRAGMENTS;
  for (const [index, fragment] of fragments.entries()) {
    const next = fragments[(index * 7 + 3) % fragments.length] ?? "";
    for (const [head, piece, tail] of [
      ["", fragment, ""],
      ["", `${fragment}${next}\n`, ""],
      ["---\ntags: [a", fragment, "]\n---\n"],
      ["---\ntitle: ", fragment + next, "\n---\n"],
      ["+++\ntags = [", fragment, "]\n+++\n"],
    ] as const) {
      const text = (size: number): string => head + piece.repeat(Math.ceil(size / piece.length)) + tail;
      onText();
      const long = await timeOf(target, text(SHORT * TIMES), 1);
      if (long < WORTH_A_LOOK_MS) continue;
      const short = await timeOf(target, text(SHORT), 3);
      const again = await timeOf(target, text(SHORT * TIMES), 3);
      if (again > WORTH_A_LOOK_MS && again / short > MOST) {
        found.push({ fragment: `${head}${piece}…${tail}`, short, long: again });
      }
    }
  }
  return found;
}

/** The best of some runs, in milliseconds. */
async function timeOf(target: Target, text: string, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await target.run(text, text.slice(0, 400), `${text.slice(0, 400)}.md`);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
