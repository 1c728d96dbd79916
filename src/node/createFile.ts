import { mkdir, open, realpath, unlink } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { NotePath } from "../core/note/note.ts";
import { Failure } from "./cli/usage.ts";
import { hasCode } from "./files.ts";

/**
 * Creates a file below the root; never overwrites one.
 * @returns false when there is one of that name
 * @throws when a link on the way leads out of the root, or the disk refuses
 */
export async function createFile(root: string, path: NotePath, contents: string | Uint8Array): Promise<boolean> {
  const target = join(root, path);
  const folder = dirname(target);
  await refuseOutside(root, folder);
  await mkdir(folder, { recursive: true });
  return writeNew(target, contents);
}

/** Writes a file that must not exist yet. @returns false when it does */
export async function writeNew(target: string, contents: string | Uint8Array): Promise<boolean> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(target, "wx");
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
  try {
    await file.writeFile(contents);
    await file.close();
  } catch (error) {
    // Half a note would be taken for the whole one, and stand in its way when it is made again.
    await file.close().catch(() => undefined);
    await unlink(target);
    throw error;
  }
  return true;
}

/** A folder inside the notebook may be a link to anywhere; the nearest one that exists is looked at. */
async function refuseOutside(root: string, folder: string): Promise<void> {
  const real = await realpath(root);
  const below = relative(real, await nearestReal(folder));
  // On Windows the way to another drive is absolute.
  if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below))
    throw new Failure(
      `${folder} 폴더는 노트 폴더 밖으로 이어져 있어 아무것도 만들지 않았어요. 링크를 고치거나 다른 경로로 다시 해 주세요.`,
    );
}

async function nearestReal(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (!hasCode(error, "ENOENT") || dirname(folder) === folder) throw error;
    return nearestReal(dirname(folder));
  }
}
