import { nfc } from "../text/nfc.ts";
import type { NotePath } from "./note.ts";

/** The longest name a file may have on the disks in common use, in UTF-8 bytes. */
const MAX_NAME_BYTES = 255;

/** Room left for `-2`, `-10` … and for a name's other parts; the slug alone never takes more. */
const MAX_SLUG_BYTES = 180;

/** Names Windows keeps for devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * The part of a file name that comes from a title: Hangul and other letters stay, spaces and what Windows forbids
 * become single hyphens. Never empty, never more than 180 bytes.
 */
export function slugOf(title: string): string {
  const slug = nfc(title)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Zs}<>:"/\\|?*]+/gu, "-")
    .replace(/-{2,}/g, "-");
  const trimmed = trimName(truncateBytes(trimName(slug), MAX_SLUG_BYTES));
  return trimmed === "" ? "제목-없음" : trimmed;
}

/** Windows drops dots and spaces at a name's end, and a leading dot hides a file. */
function trimName(name: string): string {
  let start = 0;
  while (start < name.length && /[-.\s]/.test(name.charAt(start))) start++;
  return trimNameEnd(name.slice(start), /[-.\s]/);
}

function trimNameEnd(name: string, dropped = /[.\s]/): string {
  let end = name.length;
  while (end > 0 && dropped.test(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

export type PathCheck =
  | { readonly ok: true; readonly path: NotePath }
  | { readonly ok: false; readonly problem: { readonly reason: "outside" | "empty" | "not-markdown" } };

/**
 * Makes a path rendered from a pattern safe to create below the notebook's root: every part a name all
 * desktop systems accept, none of them `..`. A path that would leave the notebook is refused, not mended.
 */
export function checkNotePath(rendered: string): PathCheck {
  const path = nfc(rendered).replaceAll("\\", "/").trim();
  if (path === "") return { ok: false, problem: { reason: "empty" } };
  if (/^(?:\/|[a-z]:)/i.test(path)) return { ok: false, problem: { reason: "outside" } };
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return { ok: false, problem: { reason: "outside" } };
  const name = parts.at(-1);
  if (name === undefined) return { ok: false, problem: { reason: "empty" } };
  if (!isMarkdownName(name)) return { ok: false, problem: { reason: "not-markdown" } };
  const safe = parts.map((part, index) => (index === parts.length - 1 ? safeFileName(part) : safePart(part)));
  // To a shell, and to whoever reads it, `~/` is the home folder.
  if (safe.length > 1 && safe[0] === "~") return { ok: false, problem: { reason: "outside" } };
  return { ok: true, path: safe.join("/") };
}

/** `_drafts` and `.tomaknote` keep their first character; only a file's name is cut to the limit by its stem. */
function safePart(part: string, limit = MAX_NAME_BYTES): string {
  const allowed = part.replace(/[\p{Cc}\p{Cs}<>:"|?*]/gu, "-").trimStart();
  const cleaned = trimNameEnd(truncateBytes(isDeviceName(allowed) ? `_${allowed}` : allowed, limit));
  return cleaned === "" ? "-" : cleaned;
}

/** Whether Windows takes a file of this name for a device, whatever its extension. */
export function isDeviceName(name: string): boolean {
  return DEVICE_NAME.test((name.split(".")[0] ?? "").trimEnd());
}

function safeFileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const extension = name.slice(dot);
  return safePart(name.slice(0, dot), MAX_NAME_BYTES - utf8Length(extension)) + extension;
}

/** Markdown with components (`.mdx`), as many Docusaurus, Next and Astro blogs have it, is read like any other. */
export function isMarkdownName(name: string): boolean {
  return /\.(?:mdx?|markdown)$/i.test(name);
}

/** `name.md` → `name-2.md`, `name/index.md` → `name-2/index.md`, still within the limit. */
export function numberedPath(path: NotePath, number: number): NotePath {
  const bundle = /[^/](\/index\.(?:mdx?|markdown))$/i.exec(path)?.[1];
  if (bundle !== undefined) {
    const folder = path.slice(0, -bundle.length);
    const name = folder.lastIndexOf("/") + 1;
    const limit = MAX_NAME_BYTES - utf8Length(`-${number}`);
    return `${folder.slice(0, name)}${truncateBytes(folder.slice(name), limit)}-${number}${bundle}`;
  }
  const slash = path.lastIndexOf("/") + 1;
  const dot = path.lastIndexOf(".");
  const suffix = `-${number}${path.slice(dot)}`;
  return path.slice(0, slash) + truncateBytes(path.slice(slash, dot), MAX_NAME_BYTES - utf8Length(suffix)) + suffix;
}

/** The longest beginning of whole graphemes that fits. */
function truncateBytes(text: string, limit: number): string {
  if (utf8Length(text) <= limit) return text;
  let result = "";
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter("ko", { granularity: "grapheme" }).segment(text)) {
    bytes += utf8Length(segment);
    if (bytes > limit) break;
    result += segment;
  }
  return result;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
