import { nfc } from "../../text/nfc.ts";
import type { StatedDate } from "./noteDate.ts";
import { scanDate } from "./scanDate.ts";

/**
 * What a file's name says by itself, its folders unknown: `2025-05-01-제목.md` a day, `2025-05-12가지-팁.md` a month,
 * `127.0.0.1-vs-localhost.md` nothing.
 * @param baseName with or without its extension
 */
export function dateFromName(baseName: string): StatedDate | undefined {
  return scanDate(stemOf(nfc(baseName)), true)?.date;
}

/** The name without the extensions that notes have. */
export function stemOf(baseName: string): string {
  return baseName.replace(/\.(?:md|markdown|mdx)$/i, "");
}
