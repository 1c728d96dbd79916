/**
 * Runs one part of the tests that needs an editor and leaves its records in out/test-results.
 *
 * Usage: node part.ts editor|web|vsix [the .vsix]
 */
import type { TestRecord } from "../editor/results.ts";
import { runNodeSuites } from "./nodeSuites.ts";
import { failure, saveRecords } from "./records.ts";
import { runWebSuites } from "./webSuites.ts";

const [part = "", vsix] = process.argv.slice(2);

async function run(): Promise<TestRecord[]> {
  if (part === "editor") return runNodeSuites();
  if (part === "web") return runWebSuites();
  if (part === "vsix" && vsix !== undefined) return runNodeSuites(vsix);
  throw new Error(`unknown part: ${process.argv.slice(2).join(" ")}`);
}

let records: TestRecord[];
try {
  records = await run();
} catch (error) {
  console.error(error);
  records = [failure(part, error instanceof Error ? error.message : String(error))];
}
saveRecords(part, records);
for (const { title, message } of records.filter(({ state }) => state === "failed"))
  console.log(`✗ ${title}\n${message}`);
if (records.length === 0 || records.some(({ state }) => state === "failed")) process.exitCode = 1;
