import { decodeCp949 } from "./cp949.ts";

/** How the bytes of a file were read; `damaged` is UTF-8 with a sequence that is cut or wrong. */
export type TextEncoding = "utf-8" | "euc-kr" | "utf-16le" | "utf-16be" | "damaged";

export interface DecodedText {
  readonly text: string;
  /** False when the bytes are no UTF-8: the text is for reading, and must not be written back. */
  readonly faithful: boolean;
  readonly encoding: TextEncoding;
}

/** A byte order mark stays in the text as U+FEFF, so that offsets into the text are offsets into the file. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a file: UTF-8, or what older Korean files are in. CP949 is told from UTF-8 that is merely damaged by which
 * of the two makes more sense of the bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: decodeAs(wide, bytes), faithful: false, encoding: wide };
  const utf8 = decodeStrictly(strict, bytes);
  if (utf8 !== undefined) return { text: utf8, faithful: true, encoding: "utf-8" };
  const damaged = lenient.decode(bytes);
  const korean = koreanText(bytes);
  if (korean !== undefined && oddness(korean) < oddness(damaged)) {
    return { text: korean, faithful: false, encoding: "euc-kr" };
  }
  return { text: damaged, faithful: false, encoding: "damaged" };
}

/** The text, or `undefined` where the bytes are not in the decoder's encoding. */
function decodeStrictly(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    // The one thing a fatal decoder throws; any other error is a defect and goes on.
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** By its mark, or without one by the zero bytes that Latin letters and line ends have in it. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 4 || bytes.length % 2 === 1 || bytes.indexOf(0) === -1) return undefined;
  const counts = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let offset = 0; offset < looked; offset++)
    if (bytes[offset] === 0) counts[offset % 2] = (counts[offset % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts;
  // Hangul has hardly any: a tenth of the characters are line ends, blanks and marks in any note.
  // A single zero byte in a short text is damage.
  const few = Math.max(1, looked / 20);
  if (odd > few && even * 4 < odd) return "utf-16le";
  return even > few && odd * 4 < even ? "utf-16be" : undefined;
}

function decodeAs(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** As CP949; `undefined` where the platform does not know it. */
function koreanText(bytes: Uint8Array): string | undefined {
  try {
    return decodeCp949(bytes);
  } catch (error) {
    // A runtime built without the tables of other encodings.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** How much of a text cannot have been meant: what could not be read, and the rare characters that wrong readings are made of. */
function oddness(text: string): number {
  let odd = 0;
  for (const character of text.slice(0, 100_000)) {
    if (character === "\uFFFD") odd += 2;
    // Han, compatibility jamo and half-width forms: UTF-8 read as CP949 is full of them.
    else if (/[\u3130-\u318f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(character)) odd += 1;
  }
  return odd;
}
