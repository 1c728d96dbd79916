import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { endMark, recordMark, type TestRecord } from "../editor/results.ts";
import { resultFolder } from "./paths.ts";

/**
 * Reads the records of a run back from its lines. A run that did not reach its end counts as a failure, and so does a
 * `problem` of the editor that no failed test explains.
 */
export function readRecords(lines: readonly string[], run: string, problem?: string): TestRecord[] {
  const records: TestRecord[] = [];
  let ended = false;
  for (const line of lines) {
    const record = after(line, recordMark);
    if (record !== undefined) records.push(JSON.parse(record));
    const count = after(line, endMark);
    if (count === undefined) continue;
    ended = true;
    if (Number.parseInt(count, 10) !== records.length)
      records.push(failure(run, `${count} tests ran, others reported`));
  }
  if (!ended) records.push(failure(run, `the run did not reach its end: ${problem ?? "no reason known"}`));
  else if (problem !== undefined && !records.some(({ state }) => state === "failed"))
    records.push(failure(run, problem));
  return records.map((record) => ({ ...record, title: `[${run}] ${record.title}` }));
}

function after(line: string, mark: string): string | undefined {
  const at = line.indexOf(mark);
  return at < 0 ? undefined : line.slice(at + mark.length);
}

export function failure(title: string, message: string): TestRecord {
  return { title, state: "failed", message };
}

/** Leaves the records where scripts/test.mjs reads them. */
export function saveRecords(part: string, records: readonly TestRecord[]): void {
  mkdirSync(resultFolder, { recursive: true });
  writeFileSync(path.join(resultFolder, `${part}.json`), JSON.stringify(records, undefined, 2));
}
