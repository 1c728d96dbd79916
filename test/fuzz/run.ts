/**
 * The slow lane: throws what people and enemies could write at every parser and every edit. Prints the seed, so that a
 * failure can be had again.
 *
 * Usage: npm run fuzz [-- --cases 100000] [--seed N] [--only part of a target's name] [--minutes 8] [--no-growth]
 */
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import fc from "fast-check";
import { anyPath, anyText, anyWords } from "./corpus.ts";
import { growth } from "./growth.ts";
import { TARGETS } from "./targets.ts";

/** A case that takes longer is a hang: the longest is some thousand characters. */
const HANG_MS = 30_000;

interface Work {
  readonly cases: number;
  readonly seed: number;
  readonly only: string;
  readonly deadline: number;
  readonly withGrowth: boolean;
  /** Counts cases; the main thread looks whether it moves. */
  readonly pulse: Int32Array;
}

interface Report {
  readonly line: string;
  readonly isFailure: boolean;
}

if (isMainThread) watch();
else await fuzz(workerData as Work);

function watch(): void {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "100000" },
      seed: { type: "string" },
      only: { type: "string", default: "" },
      minutes: { type: "string", default: "8" },
      growth: { type: "boolean", default: true },
    },
    allowNegative: true,
  });
  const seed = values.seed === undefined ? (Math.random() * 2 ** 31) | 0 : Number(values.seed);
  const pulse = new Int32Array(new SharedArrayBuffer(4));
  const work: Work = {
    cases: Number(values.cases),
    seed,
    only: values.only,
    deadline: Date.now() + Number(values.minutes) * 60_000,
    withGrowth: values.growth,
    pulse,
  };
  console.log(`--seed ${seed} --cases ${work.cases}`);
  let failures = 0;
  let doing = "";
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  worker.on("message", ({ line, isFailure }: Report) => {
    console.log(line);
    doing = line;
    if (isFailure) failures++;
  });
  worker.on("error", (error) => {
    console.error(error);
    failures++;
  });
  let last = -1;
  const timer = setInterval(() => {
    const now = Atomics.load(pulse, 0);
    if (now === last) {
      console.error(`hangs after: ${doing} (case ${now} of all, --seed ${seed})`);
      process.exit(1);
    }
    last = now;
  }, HANG_MS);
  worker.on("exit", () => {
    clearInterval(timer);
    process.exitCode = failures === 0 ? 0 : 1;
  });
}

async function fuzz({ cases, seed, only, deadline, withGrowth, pulse }: Work): Promise<void> {
  const say = (line: string, isFailure = false): void => parentPort?.postMessage({ line, isFailure } satisfies Report);
  const chosen = TARGETS.filter(({ name }) => name.includes(only));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  let all = 0;
  for (const target of chosen) {
    const start = performance.now();
    const numRuns = Math.ceil((cases * target.share) / shares);
    const property = fc.asyncProperty(target.texts ?? anyText, anyWords, anyPath, async (text, words, path) => {
      Atomics.add(pulse, 0, 1);
      await target.run(text, words, path);
    });
    const left = Math.max(1_000, deadline - Date.now());
    const result = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: left });
    all += result.numRuns;
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    const cut = result.interrupted ? " (out of time)" : "";
    if (result.failed) {
      say(
        `${target.name}: FAILED after ${result.numRuns} cases\n${fc.defaultReportMessage(result)}\n${causeOf(result)}`,
        true,
      );
    } else say(`${target.name}: ${result.numRuns} cases, ${seconds} s${cut}`);
    if (!withGrowth || target.name === "templates") continue;
    const grown = await growth(target, () => Atomics.add(pulse, 0, 1));
    for (const { fragment, short, long } of grown) {
      say(`${target.name}: ${short.toFixed(0)} ms, then ${long.toFixed(0)} ms: ${JSON.stringify(fragment)}`, true);
    }
  }
  say(`${all} cases of ${chosen.length} targets, --seed ${seed}`);
}

function causeOf({ errorInstance }: { readonly errorInstance: unknown }): string {
  return errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
}
