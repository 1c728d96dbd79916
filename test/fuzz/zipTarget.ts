import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { ImportFile } from "../../src/core/import/importFile.ts";
import { openZip } from "../../src/core/import/zip/openZip.ts";

/** Names that lead elsewhere, that no disk should have, and that people have. */
const NAMES: readonly string[] = [
  ..."글.md|가/나/다.md|../밖.md|가/../../밖.md|가\\..\\..\\밖.md|/etc/passwd|\\\\host\\x|C:\\a.md|c:a.md|~/a.md|a\u0000.md|a\nb.md|CON|nul.md|가/aux.txt|.|..|a/.|a//b.md|안.zip|__MACOSX/._a|.DS_Store|a\u202egnp.md".split(
    "|",
  ),
  "",
  "가".normalize("NFD"),
  "긴".repeat(400),
  // Replaced by bytes of CP949 in the finished zip.
  "xx.md",
];
const CP949 = [0xc7, 0xd1, 0x2e, 0x6d, 0x64];

/** The contents of a zip and what is done to it, as numbers: {@link checkZip} takes any text for such. */
export const anyZipText: fc.Arbitrary<string> = fc
  .array(fc.nat(65_535), { minLength: 1, maxLength: 40 })
  .map((numbers) => String.fromCharCode(...numbers));

/** Opens a zip that the text tells how to make and to spoil. Its files are given as they are, or it is refused. */
export async function checkZip(text: string, words: string, path: string): Promise<void> {
  const next = numbersOf(text);
  const names = [...NAMES, words.slice(0, 300), path.slice(0, 300)];
  const zip = makeZip(next, names, text, 0);
  const bytes = spoil(zip.bytes, next);
  let files: readonly ImportFile[];
  try {
    files = await openZip(bytes);
  } catch (error) {
    return checkRefused(error);
  }
  let total = 0;
  for (const file of files) {
    checkName(file.path);
    ok(file.size >= 0 && file.size <= 1_000_000_000);
    // Nothing that the test has to wait for is said to be in it; what claims more is not read.
    if (file.size > 5_000_000) continue;
    try {
      const contents = await file.read();
      strictEqual(contents.length, file.size);
      total += contents.length;
      const expected = bytes === zip.bytes ? zip.contents.get(file.path) : undefined;
      if (expected !== undefined) ok(Buffer.from(contents).equals(expected), "other contents than were packed");
    } catch (error) {
      checkRefused(error);
      ok(bytes !== zip.bytes, "a sound zip is refused");
    }
  }
  ok(total <= Math.max(50_000_000, 100 * bytes.length), "a bomb");
}

function checkRefused(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "ImportRefused") throw error;
  ok(/요\.$/.test(error.message), error.message);
}

function checkName(path: string): void {
  ok(path !== "" && !path.endsWith("/") && !/[\0-\x1f\\]/.test(path), JSON.stringify(path));
  ok(!/^(?:\/|~\/|[a-z]:)/i.test(path), path);
  ok(!path.split("/").includes(".."), path);
}

type Numbers = (below: number) => number;

/** Numbers out of a text, one after the other and around again, each mixed with its place. */
function numbersOf(text: string): Numbers {
  let at = 0;
  return (below) => {
    const mixed = Math.imul((text.charCodeAt(at % Math.max(1, text.length)) || 0) + at * 7_919 + 1, 0x9e3779b1) >>> 8;
    at++;
    return mixed % below;
  };
}

interface MadeZip {
  readonly bytes: Uint8Array;
  /** What was packed, where each name stands once. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

function makeZip(next: Numbers, names: readonly string[], text: string, depth: number): MadeZip {
  const packed: Record<string, Zippable[string]> = {};
  const contents = new Map<string, Uint8Array>();
  let hasZips = false;
  // Most zips have nothing but good names: else all would be refused at once.
  const choice = next(3) === 0 ? names : ["글.md", "가/나.md", "다.html", "그림/라.png", "xx.md", "안.zip"];
  for (let count = next(5); count >= 0; count--) {
    const name = choice[next(choice.length)] ?? "";
    const level = next(3) === 0 ? 0 : 6;
    const isZip = name.endsWith(".zip") && depth < 4;
    const data = isZip ? makeZip(next, names, text, depth + 1).bytes : strToU8(text.repeat(next(30)));
    packed[name] = [data, { level, ...(next(20) === 0 && { os: 3, attrs: (0o120777 << 16) >>> 0 }) }];
    if (isZip) hasZips = true;
    else contents.set(name, data);
  }
  const bytes = zipSync(packed);
  const latin = Buffer.from(bytes).toString("latin1");
  for (let at = latin.indexOf("xx.md"); at !== -1; at = latin.indexOf("xx.md", at + 1)) bytes.set(CP949, at);
  contents.delete("xx.md");
  // The files of zips within may bear the same names.
  return { bytes, contents: hasZips ? new Map() : contents };
}

/** The zip as it is, cut, with bytes changed, with something before or behind it, or with lies in its directory. */
function spoil(zip: Uint8Array, next: Numbers): Uint8Array {
  const how = next(6);
  if (how === 0) return zip;
  if (how === 1) return zip.slice(0, next(zip.length));
  if (how === 2) return Buffer.concat([new Uint8Array(next(300)), zip, new Uint8Array(next(300))]);
  const bytes = zip.slice();
  if (how === 3) {
    for (let count = next(12); count >= 0; count--) {
      const at = next(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    }
    return bytes;
  }
  const view = new DataView(bytes.buffer);
  const lies = [0, 1, 10, 65_535, 0xffff_ffff, 0xffff_fffe, 40_000_000, 900_000_000, zip.length];
  for (let at = 0; at + 46 <= bytes.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50 && next(2) === 0) {
      const field = [8, 10, 16, 20, 24, 28, 30, 32, 38, 42][next(10)] ?? 8;
      const lie = lies[next(lies.length)] ?? 0;
      if ([8, 10, 28, 30, 32].includes(field)) view.setUint16(at + field, lie & 0xffff, true);
      else view.setUint32(at + field, lie, true);
    }
  }
  if (how === 5 && bytes.length >= 22) {
    const end = bytes.length - 22;
    view.setUint16(end + 10, [0, 1, 300, 65_535][next(4)] ?? 0, true);
    if (next(2) === 0) view.setUint32(end + 16, lies[next(lies.length)] ?? 0, true);
  }
  return bytes;
}
