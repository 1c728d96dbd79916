import type { Note, NotePath } from "../note/note.ts";
import { pause } from "../pause.ts";
import { hashBytes } from "../text/hashBytes.ts";
import type { Stamp } from "./stamp.ts";

/** A file as it was read, and what tells whether it still is so. */
export interface CachedFile {
  readonly path: NotePath;
  readonly stamp: Stamp;
  readonly notes: readonly Note[];
}

/** Raised whenever the bytes below would be understood in another way. */
const FORMAT = 1;
const FILES_IN_A_CHUNK = 250;
/** How many chunks are made or read in one go: some ten milliseconds. */
const CHUNKS_IN_ONE_GO = 4;
const HASH_DIGITS = 14;
const LINE_END = 0x0a;

/**
 * A head of one line, `<hash><json>`, which names the key and the length and hash of every chunk; then the chunks, each a
 * JSON array of `[path, stamp, notes]`. `key` is all that decides how a file is read into notes.
 */
export async function encodeCache(key: string, files: Iterable<CachedFile>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let rows: string[] = [];
  const close = async (): Promise<void> => {
    chunks.push(encoder.encode(`[${rows.join(",\n")}]`));
    rows = [];
    if (chunks.length % CHUNKS_IN_ONE_GO === 0) await pause();
  };
  for (const file of files) {
    rows.push(rowOf(file));
    if (rows.length === FILES_IN_A_CHUNK) await close();
  }
  if (rows.length > 0) await close();
  const json = JSON.stringify({ format: FORMAT, key, chunks: chunks.map((chunk) => [chunk.length, hashBytes(chunk)]) });
  const head = encoder.encode(`${hexOf(hashBytes(encoder.encode(json)))}${json}\n`);
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, head.length));
  let offset = 0;
  for (const part of [head, ...chunks]) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/**
 * Hands out what can be read of it, some files at a time, with pauses. A chunk that is damaged or cut off is left out;
 * nothing is handed out when the head is damaged or the key is another.
 */
export async function decodeCache(
  bytes: Uint8Array,
  key: string,
  onFiles: (files: readonly CachedFile[]) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const headEnd = bytes.indexOf(LINE_END);
  const chunks = headEnd < 0 ? undefined : chunksIn(bytes.subarray(0, headEnd), key);
  let offset = headEnd + 1;
  let count = 0;
  for (const [length, hash] of chunks ?? []) {
    const chunk = bytes.subarray(offset, offset + length);
    offset += length;
    if (chunk.length < length || hashBytes(chunk) !== hash) continue;
    // Written by encodeCache, as format and hash say, so that it has the form of what was put in.
    const rows = JSON.parse(decoder.decode(chunk)) as readonly CachedRow[];
    onFiles(rows.map(fileOf));
    if (++count % CHUNKS_IN_ONE_GO === 0) await pause();
  }
}

type CachedRow = readonly [path: NotePath, stamp: readonly [number, number, number] | number, notes: readonly Note[]];

function rowOf({ path, stamp, notes }: CachedFile): string {
  const told = typeof stamp === "number" ? stamp : [stamp.size, stamp.modified, stamp.changed];
  return JSON.stringify([path, told, notes]);
}

function fileOf([path, stamp, notes]: CachedRow): CachedFile {
  if (typeof stamp === "number") return { path, stamp, notes };
  const [size, modified, changed] = stamp;
  return { path, stamp: { size, modified, changed }, notes };
}

/** Length and hash of each chunk; `undefined` when the head is none of ours. */
function chunksIn(head: Uint8Array, key: string): readonly (readonly [number, number])[] | undefined {
  const hash = new TextDecoder().decode(head.subarray(0, HASH_DIGITS));
  const json = head.subarray(HASH_DIGITS);
  if (hexOf(hashBytes(json)) !== hash) return undefined;
  const { format, key: writtenFor, chunks } = JSON.parse(new TextDecoder().decode(json)) as CacheHead;
  return format === FORMAT && writtenFor === key ? chunks : undefined;
}

interface CacheHead {
  readonly format: number;
  readonly key: string;
  readonly chunks: readonly (readonly [length: number, hash: number])[];
}

function hexOf(hash: number): string {
  return hash.toString(16).padStart(HASH_DIGITS, "0");
}
