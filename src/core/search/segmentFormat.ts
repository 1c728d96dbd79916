import type { NotePath } from "../note/note.ts";
import type { Segment } from "./segment.ts";

/** Which note a kept text is of, and what was known of its file. */
export interface TextOrigin {
  readonly path: NotePath;
  /** The note's part of its file; the whole file when left out. */
  readonly start?: number;
  readonly end?: number;
  readonly stamp: string;
}

export interface KeptSegment {
  readonly segment: Segment;
  /** By text; `undefined` for a text that was out of date already. */
  readonly origins: readonly (TextOrigin | undefined)[];
}

/** Raised whenever the bytes below, or the keys of a text, would be understood in another way. */
const FORMAT = 1;
/** Read on a machine with the other order of bytes it is another number. */
const MAGIC = 0x544e_5331 ^ FORMAT;
const HEAD = 7;

/** A head of 32-bit numbers (magic, checksum, texts, lengths of the parts), then origins as JSON, keys, starts and postings. */
export function encodeSegment({ segment, origins }: KeptSegment): Uint8Array {
  const { keys, starts, postings, textCount } = segment;
  const rows = new TextEncoder().encode(JSON.stringify(origins.map(rowOf)));
  const [rowsAt, keysAt] = [HEAD * 4, HEAD * 4 + padded(rows.length)];
  const startsAt = keysAt + keys.byteLength;
  const postingsAt = startsAt + starts.byteLength;
  const bytes = new Uint8Array(postingsAt + padded(postings.length));
  bytes.set(rows, rowsAt);
  bytes.set(asBytes(keys), keysAt);
  bytes.set(asBytes(starts), startsAt);
  bytes.set(postings, postingsAt);
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, 0, textCount, rows.length, keys.length, starts.length, postings.length]);
  words[1] = checksum(words);
  return bytes;
}

/** `undefined` when it is damaged, or was written by another version. */
export function decodeSegment(bytes: Uint8Array): KeptSegment | undefined {
  if (bytes.length < HEAD * 4 || bytes.length % 4 !== 0) return undefined;
  // A copy of its own is aligned, and keeps nothing else alive.
  const { buffer } = bytes.slice();
  const words = new Uint32Array(buffer);
  const [magic, sum, textCount = 0, rowsLength = 0, keysLength = 0, startsLength = 0, postingsLength = 0] = words;
  if (magic !== MAGIC) return undefined;
  const keysAt = HEAD * 4 + padded(rowsLength);
  const startsAt = keysAt + keysLength * 4;
  const postingsAt = startsAt + startsLength * 4;
  if (postingsAt + padded(postingsLength) !== bytes.length) return undefined;
  words[1] = 0;
  if (checksum(words) !== sum) return undefined;
  const rows: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEAD * 4, rowsLength)));
  if (!Array.isArray(rows) || rows.length !== textCount) return undefined;
  return {
    segment: {
      textCount,
      keys: new Uint32Array(buffer, keysAt, keysLength),
      starts: new Uint32Array(buffer, startsAt, startsLength),
      postings: new Uint8Array(buffer, postingsAt, postingsLength),
    },
    origins: rows.map(originOf),
  };
}

function rowOf(origin: TextOrigin | undefined): readonly unknown[] {
  if (origin === undefined) return [];
  const { path, stamp, start, end } = origin;
  return start === undefined ? [path, stamp] : [path, stamp, start, end];
}

function originOf(row: unknown): TextOrigin | undefined {
  const [path, stamp, start, end]: readonly unknown[] = Array.isArray(row) ? row : [];
  if (typeof path !== "string" || typeof stamp !== "string") return undefined;
  return { path, stamp, ...(typeof start === "number" && typeof end === "number" && { start, end }) };
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function asBytes({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Tells damage, not intent. */
function checksum(words: Uint32Array): number {
  let sum = 0x811c_9dc5;
  for (let index = 0; index < words.length; index++)
    sum = Math.imul(sum ^ (words[index] ?? 0), 0x0100_0193) ^ (sum >>> 15);
  return sum >>> 0;
}
