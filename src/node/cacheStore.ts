import { mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CacheStore } from "../core/notebook/cacheStore.ts";

/** A cache in a folder of the disk. `report` is told of what could not be read or written, other than a file that is not there. */
export function diskCache(folder: string, report: (error: unknown) => void): CacheStore {
  let count = 0;
  return {
    async read(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) report(error);
        return undefined;
      }
    },
    async write(name, bytes) {
      // Another window writes under another name; whichever is renamed last stays, whole.
      const temporary = join(folder, `${name}.${process.pid}-${count++}.tmp`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, bytes);
        await rename(temporary, join(folder, name));
      } catch (error) {
        report(error);
        await unlink(temporary).catch(() => {
          // Most often it was never made; what is left of a full disk is written over or harmless.
        });
      }
    },
  };
}
