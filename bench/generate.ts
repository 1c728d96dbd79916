import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./notes.ts";

export { generateNotes } from "./notes.ts";

const WRITES_AT_A_TIME = 64;

/** Writes them below a folder; answers with how many bytes that are. */
export async function writeNotes(folder: string, files: Iterable<GeneratedFile>): Promise<number> {
  const made = new Set<string>();
  let bytes = 0;
  let some: Promise<void>[] = [];
  for (const { path, text } of files) {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    bytes += Buffer.byteLength(text);
    some.push(writeFile(join(folder, path), text));
    if (some.length < WRITES_AT_A_TIME) continue;
    await Promise.all(some);
    some = [];
  }
  await Promise.all(some);
  return bytes;
}
