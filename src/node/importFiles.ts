import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type ImportFile, ImportRefused } from "../core/import/importFile.ts";
import type { openZip } from "../core/import/zip/openZip.ts";
import { hasCode } from "./files.ts";

const MAX_ZIP_BYTES = 500_000_000;
const MAX_FILES = 50_000;

/**
 * The files of a folder, of a zip, or a file with what was saved beside it. Links in a folder are not followed.
 * @throws ImportRefused
 */
export async function importFilesAt(path: string, open: typeof openZip): Promise<readonly ImportFile[]> {
  const found = await statOf(path);
  if (found.isDirectory()) return filesBelow(path, "");
  if (!/\.zip$/i.test(path)) {
    const own = fileAt(path, basename(path), found.size);
    const beside = /^(.*)\.html?$/i.exec(basename(path))?.[1];
    return beside === undefined ? [own] : [own, ...(await savedBeside(dirname(path), beside))];
  }
  if (found.size > MAX_ZIP_BYTES)
    throw new ImportRefused("압축 파일이 500MB보다 커서 가져오지 않았어요. 압축을 푼 폴더를 골라 주세요.");
  return open(await readFile(path));
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) throw new ImportRefused("그런 파일이 없어요. 경로를 확인해 주세요.");
    throw error;
  }
}

/** A page is saved by a browser with its pictures in `이름_files`, and by Tistory with `img` beside it. */
async function savedBeside(folder: string, stem: string): Promise<readonly ImportFile[]> {
  const names = await readdir(folder);
  const own = [`${stem}_files`, `${stem}.files`, "img"].filter((name) => names.includes(name));
  const lists = await Promise.all(
    own.map(async (name) => ((await lstat(join(folder, name))).isDirectory() ? filesBelow(folder, name) : [])),
  );
  return lists.flat();
}

async function filesBelow(root: string, under: string): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.push(fileAt(join(root, path), path, (await lstat(join(root, path))).size));
      if (files.length > MAX_FILES)
        throw new ImportRefused(`폴더에 파일이 ${MAX_FILES}개보다 많아 가져오지 않았어요. 글이 든 폴더만 골라 주세요.`);
    }
  };
  await walk(under);
  return files;
}

function fileAt(disk: string, path: string, size: number): ImportFile {
  return { path, size, read: () => readFile(disk) };
}
