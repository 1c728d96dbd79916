import { isDeviceName } from "../../note/fileName.ts";
import { type ImportFile, ImportRefused } from "../importFile.ts";
import { readCentralDirectory, type ZipEntry } from "./centralDirectory.ts";
import { inflateEntry } from "./inflate.ts";

/** More is no export of one person's notes. */
export const MAX_ENTRIES = 20_000;
export const MAX_UNPACKED_BYTES = 1_000_000_000;
/** What little data may become more than this many times as much is made to fill a disk, not to be read. */
const MAX_RATIO = 100;
const RATIO_MATTERS_FROM = 50_000_000;
/** An export may hold its parts as zips; a zip in those is none of our making. */
const MAX_DEPTH = 2;

/**
 * The files of a zip, each unpacked when it is read. The whole zip is refused, and nothing of it read, when one name
 * leads elsewhere, when one entry is a link or is encrypted, or when it would become too much.
 * @throws ImportRefused
 */
export async function openZip(bytes: Uint8Array): Promise<readonly ImportFile[]> {
  return openParts(bytes, 1, { entries: 0, bytes: 0 });
}

interface Sum {
  entries: number;
  bytes: number;
}

async function openParts(bytes: Uint8Array, depth: number, sum: Sum): Promise<readonly ImportFile[]> {
  const entries = readCentralDirectory(bytes, MAX_ENTRIES);
  refuseHostile(entries, bytes.length, sum);
  const files: ImportFile[] = [];
  for (const entry of entries) {
    const path = entry.name.replaceAll("\\", "/");
    if (path.endsWith("/") || isOfSystem(path)) continue;
    if (/\.zip$/i.test(path) && depth < MAX_DEPTH) {
      files.push(...(await openParts(await inflateEntry(bytes, entry), depth + 1, sum)));
    } else {
      files.push({ path, size: entry.size, read: () => inflateEntry(bytes, entry) });
    }
  }
  return files;
}

function refuseHostile(entries: readonly ZipEntry[], length: number, sum: Sum): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    const problem = problemOf(entry);
    if (problem !== undefined) throw new ImportRefused(problem);
    packed += entry.compressedSize;
    unpacked += entry.size;
  }
  sum.entries += entries.length;
  sum.bytes += unpacked;
  // Entries that share their data give more than the file has.
  const isBomb = packed > length || (unpacked > RATIO_MATTERS_FROM && unpacked > length * MAX_RATIO);
  if (isBomb || sum.bytes > MAX_UNPACKED_BYTES || sum.entries > MAX_ENTRIES)
    throw new ImportRefused(
      "압축을 풀면 너무 커져서 가져오지 않았어요. 믿을 수 있는 파일이라면 압축을 푼 폴더를 골라 주세요.",
    );
}

function problemOf({ name, isLink, isEncrypted, method }: ZipEntry): string | undefined {
  const shown = name.slice(0, 80).replace(/\p{Cc}/gu, "�");
  if (isUnsafe(name))
    return `압축 파일 안의 이름 '${shown}'이 밖의 폴더를 가리키거나 쓸 수 없는 이름이라, 아무것도 가져오지 않았어요. 믿을 수 있는 파일인지 확인해 주세요.`;
  if (isLink)
    return `압축 파일 안에 다른 곳을 가리키는 링크 '${shown}'이 있어 아무것도 가져오지 않았어요. 믿을 수 있는 파일인지 확인해 주세요.`;
  if (isEncrypted) return "압축 파일에 암호가 걸려 있어 가져오지 않았어요. 암호로 압축을 푼 뒤 그 폴더를 골라 주세요.";
  return method === 0 || method === 8
    ? undefined
    : "알 수 없는 방식으로 압축되어 가져오지 않았어요. 압축을 푼 폴더를 골라 주세요.";
}

/** Whether a name would lead out of the folder it is unpacked to, or means something else than a file to a system. */
function isUnsafe(name: string): boolean {
  const path = name.replaceAll("\\", "/");
  if (path === "" || /\p{Cc}/u.test(path) || /^(?:\/|~\/|[a-z]:)/i.test(path)) return true;
  return path.split("/").some((part) => part === ".." || isDeviceName(part));
}

/** What systems leave in every zip. */
function isOfSystem(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/i.test(path);
}
