import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** As much of a file's end as tells how its lines end. */
const TAIL_BYTES = 64 * 1024;

/**
 * Adds what `compose` makes of a file's last lines to its end: one write at whatever is the end by then, so that nothing
 * another process adds meanwhile is lost. The file and its folder are made where there are none. On disk when it resolves.
 */
export async function appendToFile(path: string, compose: (lastLines: string) => string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    await file.read(tail, 0, tail.length, size - tail.length);
    await file.appendFile(compose(tail.toString("utf8")));
    await file.datasync();
  } finally {
    await file.close();
  }
}
