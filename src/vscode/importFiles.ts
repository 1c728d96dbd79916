import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { type ImportFile, ImportRefused, nameOf } from "../core/import/importFile.ts";
import type { openZip } from "../core/import/zip/openZip.ts";
import type { Cancellation } from "../core/notebook/files.ts";

const MAX_ZIP_BYTES = 500_000_000;
const MAX_FILES = 50_000;

/**
 * The files of a folder, of a zip, or a file with what was saved beside it, through the editor. Links in a folder are not
 * followed.
 * @throws ImportRefused
 */
export async function importFilesAt(
  uri: Uri,
  open: typeof openZip,
  cancellation: Cancellation,
): Promise<readonly ImportFile[]> {
  const { type, size } = await workspace.fs.stat(uri);
  if ((type & FileType.Directory) !== 0) return filesBelow(uri, "", cancellation);
  const name = nameOf(uri.path);
  if (/\.zip$/i.test(name)) {
    if (size > MAX_ZIP_BYTES)
      throw new ImportRefused("압축 파일이 500MB보다 커서 가져오지 않았어요. 압축을 푼 폴더를 골라 주세요.");
    return open(await workspace.fs.readFile(uri));
  }
  const own = fileAt(uri, name, size);
  const stem = /^(.*)\.html?$/i.exec(name)?.[1];
  if (stem === undefined) return [own];
  const folder = Uri.joinPath(uri, "..");
  // A page is saved by a browser with its pictures in `이름_files`, and by Tistory with `img` beside it.
  const beside = [`${stem}_files`, `${stem}.files`, "img"].map((under) => filesBeside(folder, under, cancellation));
  return [own, ...(await Promise.all(beside)).flat()];
}

async function filesBeside(folder: Uri, under: string, cancellation: Cancellation): Promise<readonly ImportFile[]> {
  try {
    return await filesBelow(folder, under, cancellation);
  } catch (error) {
    // Most pages have no such folder.
    if (error instanceof FileSystemError) return [];
    throw error;
  }
}

async function filesBelow(root: Uri, under: string, cancellation: Cancellation): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    if (cancellation.aborted) return;
    for (const [name, type] of await workspace.fs.readDirectory(folder === "" ? root : Uri.joinPath(root, folder))) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = folder === "" ? name : `${folder}/${name}`;
      // Asked for when it is read: for each of ten thousand files it costs as much as reading it.
      if (type === FileType.Directory) await walk(path);
      else if (type === FileType.File) files.push(fileAt(Uri.joinPath(root, path), path, 0));
      if (files.length > MAX_FILES)
        throw new ImportRefused(`폴더에 파일이 ${MAX_FILES}개보다 많아 가져오지 않았어요. 글이 든 폴더만 골라 주세요.`);
    }
  };
  await walk(under);
  return files;
}

function fileAt(uri: Uri, path: string, size: number): ImportFile {
  return {
    path,
    size,
    measure: async () => (await workspace.fs.stat(uri)).size,
    read: async () => workspace.fs.readFile(uri),
  };
}
