import { decodeText } from "../../text/decode.ts";
import { ImportRefused } from "../importFile.ts";

/** An entry as the directory at a zip's end states it (APPNOTE.TXT 6.3.10, 4.3.12). Nothing of it can be believed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Of its local header. */
  readonly offset: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;

export function damaged(): ImportRefused {
  return new ImportRefused("압축 파일이 깨져 있어 가져오지 않았어요. 다시 내려받거나, 압축을 푼 폴더를 골라 주세요.");
}

/** @throws ImportRefused when it is no zip, is cut, or has more entries than `limit` */
export function readCentralDirectory(bytes: Uint8Array, limit: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > limit)
    throw new ImportRefused(
      `압축 파일 안에 파일이 ${count}개나 있어 가져오지 않았어요. ${limit}개까지 가져올 수 있으니 나누어 주세요.`,
    );
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw damaged();
    entries.push(readEntry(bytes, view, at, nameEnd, extraEnd));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where an entry's data begins: behind its local header, whose own name and sizes are not looked at. */
export function dataStart(bytes: Uint8Array, { offset, compressedSize }: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw damaged();
  return start;
}

function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - MAX_16);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const found = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    return found.count === MAX_16 || found.start === MAX_32 ? (findDirectory64(view, at) ?? found) : found;
  }
  throw damaged();
}

function findDirectory64(view: DataView, end: number): { readonly count: number; readonly start: number } | undefined {
  if (end < 20 || view.getUint32(end - 20, true) !== END_64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) throw damaged();
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const large = largeSizes(view, nameEnd, extraEnd);
  const sized = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === MAX_32 ? (large.shift() ?? value) : value;
  };
  // The order in which the extra field has those of the three that do not fit.
  const size = sized(24);
  const compressedSize = sized(20);
  const offset = sized(42);
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    // Without the mark for UTF-8 a name is in whatever its maker used: on older Korean Windows CP949.
    name: decodeText(bytes.subarray(at + 46, nameEnd)).text,
    method: view.getUint16(at + 10, true),
    compressedSize,
    size,
    crc: view.getUint32(at + 16, true),
    offset,
    isEncrypted: (flags & 1) !== 0,
    isLink: (mode & 0o170000) === 0o120000,
  };
}

/** The sizes of ZIP64 (4.5.3), in their order. */
function largeSizes(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && next <= end) {
      const sizes: number[] = [];
      for (let value = at + 4; value + 8 <= next; value += 8) sizes.push(Number(view.getBigUint64(value, true)));
      return sizes;
    }
    at = next;
  }
  return [];
}
