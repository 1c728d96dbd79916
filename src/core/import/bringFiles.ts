import type { NotePath } from "../note/note.ts";
import { IMAGE_NAME, imageSources } from "../retro/entry/imageSources.ts";
import { escapeName, foldersOf, targetOf } from "../retro/entry/linkTarget.ts";
import { rebaseLinks } from "../retro/entry/rebaseLinks.ts";
import { imageName } from "../retro/images/imageName.ts";
import { MAX_IMAGE_BYTES } from "../retro/images/placeImages.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import { percentDecoded } from "../text/percentDecoded.ts";
import type { ImportFile } from "./importFile.ts";
import { freePath } from "./planImport.ts";

/** What is read, seen or heard, and runs nothing. Tables of Notion (`.csv`) are told of by themselves. */
const DOCUMENT =
  /\.(?:pdf|docx?|xlsx?|pptx?|hwpx?|od[tsp]|key|pages|numbers|epub|rtf|txt|json|ipynb|zip|mp3|m4a|wav|ogg|mp4|mov|webm)$/i;

/** An image or a document that a note leads to, and where in the notebook its copy goes. */
export interface FileToBring {
  readonly file: ImportFile;
  readonly to: NotePath;
}

/** Paths of what a note leads to and that does not come with it, by why. */
export interface LeftBehind {
  readonly tooLarge: readonly string[];
  /** Of a kind that may run. */
  readonly unknown: readonly string[];
  /** Pictures that are not in what was picked. */
  readonly missing: readonly string[];
}

/** What was picked, to look things up in. */
export interface PickedFiles {
  /** By their paths in NFC. */
  readonly byPath: ReadonlyMap<string, ImportFile>;
  /** Where pages that were picked are or will be, by their paths in NFC. */
  readonly pages: ReadonlyMap<string, NotePath>;
  /** The same of Notion's pages by their ids: some links of an export lead to the web. */
  readonly notionPages: ReadonlyMap<string, NotePath>;
  /** Where files go: what several notes show is copied once. */
  readonly places: Map<ImportFile, NotePath>;
}

/**
 * A note's text with its images, its attachments and its links to other pages leading to where those go. Everything else in
 * it stays.
 */
export async function bringLinks(
  text: string,
  from: NotePath,
  to: NotePath,
  picked: PickedFiles,
  taken: Set<string>,
  parse: ParseMarkdown,
): Promise<{ readonly text: string; readonly attached: readonly FileToBring[]; readonly left: LeftBehind }> {
  const near = withNearImages(text, from, picked);
  const attached: FileToBring[] = [];
  const addresses = new Map<NotePath, string>();
  const left = { tooLarge: [] as string[], unknown: [] as string[], missing: [] as string[] };
  const stem = to.slice(to.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const images = imageSources(near, from, parse);
  const shown = new Set([...images, ...picturesShown(near, from)]);
  for (const target of new Set([...shown, ...filesLinked(near, from)])) {
    const page = picked.pages.get(target);
    const file = picked.byPath.get(target);
    if (page !== undefined) addresses.set(target, relativeAddress(to, page));
    if (page === undefined && file === undefined && images.includes(target)) left.missing.push(target);
    if (page !== undefined || file === undefined) continue;
    const known = IMAGE_NAME.test(target) || DOCUMENT.test(target);
    if (!known && TOLD_ELSEWHERE.test(target)) continue;
    if ((known || shown.has(target)) && (await (file.measure?.() ?? file.size)) > MAX_IMAGE_BYTES) {
      left.tooLarge.push(file.path);
      continue;
    }
    const ending = known || !shown.has(target) ? "" : pictureEnding(await file.read());
    if (!known && ending === "") {
      left.unknown.push(file.path);
      continue;
    }
    const isImage = IMAGE_NAME.test(target + ending);
    const own = [...foldersOf(to), isImage ? "img" : "files", stem, imageName(nameIn(target) + ending)].join("/");
    const place = picked.places.get(file) ?? freePath(own, taken);
    picked.places.set(file, place);
    taken.add(nameKey(place));
    attached.push({ file, to: place });
    addresses.set(target, relativeAddress(to, place));
  }
  for (const [, address = "", id = ""] of near.matchAll(ON_THE_WEB)) {
    const page = picked.notionPages.get(id.toLowerCase());
    if (page !== undefined) addresses.set(address, relativeAddress(to, page));
  }
  // Within one folder only what has a new address is changed.
  return { text: addresses.size === 0 ? text : rebaseLinks(near, from, from, parse, addresses), attached, left };
}

/** A link to a page of Notion: `https://www.notion.so/제목-…?pvs=4`. */
const ON_THE_WEB =
  /\]\((https:\/\/(?:www\.)?notion\.so\/(?:[^\s()<>?#]{0,300}[-/])?([0-9a-f]{32})(?:[?#][^\s()<>]{0,200})?)\)/gi;

/** What a file is called, where Notion has kept a name as an address has it: `%EA%B7%B8%EB%A6%BC.png`. */
function nameIn(target: NotePath): string {
  return nfc(percentDecoded(target.slice(target.lastIndexOf("/") + 1))).replace(/[/\\]+/g, "-");
}

/** Pages and tables that do not become notes are counted where they are read. */
const TOLD_ELSEWHERE = /\.(?:md|markdown|html?|csv)$/i;

/** Tools that save a velog write `/images/이름` for a folder beside that of the texts. */
function withNearImages(text: string, from: NotePath, { byPath }: PickedFiles): string {
  if (!text.includes("](/images/")) return text;
  const folders = foldersOf(from);
  return text.replace(/\]\(\/images\/([^()\s]{1,300})\)/g, (whole, name: string) => {
    for (let up = 0; up <= folders.length; up++) {
      const address = `${"../".repeat(up)}images/${name}`;
      const target = targetOf(address, from);
      if (target !== undefined && byPath.has(target)) return `](${address})`;
    }
    return whole;
  });
}

/** What is shown as a picture, whatever it is called: backups of Tistory have some as `.dat`, or without an ending. */
function picturesShown(text: string, from: NotePath): readonly NotePath[] {
  const found = new Set<NotePath>();
  for (const [, address = ""] of text.matchAll(/!\[[^[\]\n]{0,500}\]\(<?([^\s<>()[\]]{1,2000})>?\)/g)) {
    const target = targetOf(address, from);
    if (target !== undefined) found.add(nfc(target));
  }
  return [...found];
}

/** The ending that a picture without a right one should have, by its first bytes; empty for what is none. */
function pictureEnding(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith("\x89PNG\r\n")) return ".png";
  if (start.startsWith("\xff\xd8\xff")) return ".jpg";
  if (/^GIF8[79]a/.test(start)) return ".gif";
  return /^RIFF[\s\S]{4}WEBP/.test(start) ? ".webp" : "";
}

/** Every address of a text that may lead to a file: looked at as text, since only those that do are changed. */
function filesLinked(text: string, from: NotePath): readonly NotePath[] {
  const found = new Set<NotePath>();
  for (const [, address = ""] of text.matchAll(/\]\(<?([^\s<>[\]]{1,2000}\.[a-z0-9]{1,8})(?=>?[)\s])/gi)) {
    const target = targetOf(address, from);
    if (target !== undefined) found.add(nfc(target));
  }
  return [...found];
}

function relativeAddress(from: NotePath, to: NotePath): string {
  const here = foldersOf(from);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return "../".repeat(here.length - shared) + there.slice(shared).map(escapeName).join("/");
}
