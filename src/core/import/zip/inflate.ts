import { Inflate } from "fflate";
import { pause } from "../../pause.ts";
import { damaged, dataStart, type ZipEntry } from "./centralDirectory.ts";

/** Deflate makes at most a thousand bytes of one: what one piece gives is little enough to be done at once. */
const PIECE = 8_192;
const BETWEEN_PAUSES = 2_000_000;

/**
 * The contents of an entry, unpacked piece by piece. Never more than the entry says it has: what gives more is refused
 * when it does.
 * @throws ImportRefused
 */
export async function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const start = dataStart(bytes, entry);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  const contents = entry.method === 0 ? packed.slice() : await unpack(packed, entry.size);
  if (contents.length !== entry.size || (await crc32(contents)) !== entry.crc) throw damaged();
  return contents;
}

async function unpack(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const contents = new Uint8Array(size);
  let length = 0;
  let unpaused = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length > size) throw damaged();
    contents.set(piece, length);
    length += piece.length;
    unpaused += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    try {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      // The library's errors say no more than that it could not go on.
      throw damaged();
    }
    if (unpaused < BETWEEN_PAUSES) continue;
    unpaused = 0;
    await pause();
  }
  return contents.subarray(0, length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

async function crc32(bytes: Uint8Array): Promise<number> {
  let crc = 0xffffffff;
  for (let start = 0; start < bytes.length; start += BETWEEN_PAUSES) {
    if (start > 0) await pause();
    const end = Math.min(bytes.length, start + BETWEEN_PAUSES);
    for (let at = start; at < end; at++) crc = (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
