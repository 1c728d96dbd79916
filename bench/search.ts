import type { NotebookRecords } from "../src/core/notebook/records.ts";

/** The time of a keystroke in a search that 95 of 100 do not exceed, in milliseconds; `null` while there is no search to measure. */
export async function searchP95(_root: string, _records: NotebookRecords): Promise<number | null> {
  return null;
}
