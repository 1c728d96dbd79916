import { open, realpath, rename, stat, unlink } from "node:fs/promises";
import { hasCode } from "./files.ts";

/**
 * Gives a file new contents at one stroke: a process killed at any moment leaves the old file or the new one, never part
 * of one. Its permissions stay; a link keeps leading to the same file.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const temporary = `${target}.${process.pid}.tmp`;
  const file = await open(temporary, "w", mode);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(temporary, target);
  } catch (error) {
    // Its own failure says nothing beyond this one.
    await file.close().catch(() => undefined);
    await unlink(temporary).catch((left: unknown) => {
      if (!hasCode(left, "ENOENT")) throw left;
    });
    throw error;
  }
}
