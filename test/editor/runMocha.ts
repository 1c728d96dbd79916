import { onlyTitles } from "tomaknote:suites";
import type { Runner, Test } from "mocha";
import { withinOneDay } from "../harness/oneDay.ts";
import { endMark, recordMark, type TestRecord } from "./results.ts";

/** Where the lines of a run go: a file for the Node host, the console for the web worker. */
export type Sink = (line: string) => void;

function record(test: Test, state: TestRecord["state"], error?: unknown): TestRecord {
  const title = test.fullTitle();
  if (error === undefined) return { title, state };
  return { title, state, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Reports a run of mocha to `sink`, and rejects when a test failed or none ran. */
export function reportRun(runner: Runner, sink: Sink): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed: string[] = [];
    let count = 0;
    const write = (entry: TestRecord): void => {
      count += 1;
      sink(recordMark + JSON.stringify(entry));
      console.log(`${{ passed: "✓", failed: "✗", skipped: "-" }[entry.state]} ${entry.title}`);
      if (entry.state !== "failed") return;
      failed.push(entry.title);
      console.error(entry.message);
    };
    runner.on("pass", (test) => write(record(test, "passed")));
    runner.on("fail", (test, error: unknown) => write(record(test, "failed", error)));
    runner.on("pending", (test) => write(record(test, "skipped")));
    runner.on("end", () => {
      sink(endMark + count);
      if (failed.length > 0) reject(new Error(`${failed.length} failed: ${failed.join("; ")}`));
      else if (count === 0) reject(new Error("no test ran"));
      else resolve();
    });
  });
}

export const mochaOptions = {
  ui: "bdd",
  timeout: 120_000,
  forbidOnly: true,
  grep: onlyTitles,
  rootHooks: { beforeEach: () => withinOneDay(20_000) },
} as const;
