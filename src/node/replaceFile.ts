import { open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { Failure } from "./cli/usage.ts";
import { hasCode } from "./files.ts";

/**
 * Gives a file new contents at one stroke: a process killed at any moment leaves the old file or the new one, never part
 * of one. Its permissions stay; a link keeps leading to the same file. With what was read of it, it is replaced only while
 * it is still that.
 */
export async function replaceFile(path: string, text: string, read?: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const temporary = `${target}.${process.pid}.tmp`;
  const file = await open(temporary, "w", mode);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    // Looked at last: an editor may have saved it since.
    if (read !== undefined && !(await readFile(target)).equals(read))
      throw new Failure(`${path}: 그사이 파일이 바뀌어서 고치지 않았어요. 다시 해 주세요.`);
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
