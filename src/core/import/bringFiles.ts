import type { NotePath } from "../note/note.ts";
import { IMAGE_NAME, imageSources } from "../retro/entry/imageSources.ts";
import { escapeName, foldersOf, targetOf } from "../retro/entry/linkTarget.ts";
import { rebaseLinks } from "../retro/entry/rebaseLinks.ts";
import { imageName } from "../retro/images/imageName.ts";
import { MAX_IMAGE_BYTES } from "../retro/images/placeImages.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nameKey, nfc } from "../text/nfc.ts";
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
}

/** What was picked, to look things up in. */
export interface PickedFiles {
  /** By their paths in NFC. */
  readonly byPath: ReadonlyMap<string, ImportFile>;
  /** Where pages that were picked will be, by their paths in NFC. */
  readonly pages: ReadonlyMap<string, NotePath>;
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
  const left = { tooLarge: [] as string[], unknown: [] as string[] };
  const stem = to.slice(to.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  for (const target of new Set([...imageSources(near, from, parse), ...filesLinked(near, from)])) {
    const page = picked.pages.get(target);
    const file = picked.byPath.get(target);
    if (page !== undefined) addresses.set(target, relativeAddress(to, page));
    if (page !== undefined || file === undefined) continue;
    const isImage = IMAGE_NAME.test(target);
    if (!isImage && !DOCUMENT.test(target)) {
      if (!TOLD_ELSEWHERE.test(target)) left.unknown.push(file.path);
    } else if ((await (file.measure?.() ?? file.size)) > MAX_IMAGE_BYTES) {
      left.tooLarge.push(file.path);
    } else {
      const place = freePath([...foldersOf(to), isImage ? "img" : "files", stem, imageName(target)].join("/"), taken);
      taken.add(nameKey(place));
      attached.push({ file, to: place });
      addresses.set(target, relativeAddress(to, place));
    }
  }
  // Within one folder only what has a new address is changed.
  return { text: addresses.size === 0 ? text : rebaseLinks(near, from, from, parse, addresses), attached, left };
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
