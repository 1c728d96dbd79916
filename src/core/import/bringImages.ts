import type { NotePath } from "../note/note.ts";
import { imageSources } from "../retro/entry/imageSources.ts";
import { escapeName, foldersOf, targetOf } from "../retro/entry/linkTarget.ts";
import { rebaseLinks } from "../retro/entry/rebaseLinks.ts";
import { imageName } from "../retro/images/imageName.ts";
import { MAX_IMAGE_BYTES } from "../retro/images/placeImages.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import type { ImportFile } from "./importFile.ts";
import { freePath } from "./planImport.ts";

/** An image and where in the notebook its copy goes. */
export interface ImageToBring {
  readonly file: ImportFile;
  readonly to: NotePath;
}

/** What was picked, to look things up in. */
export interface PickedFiles {
  /** By their paths in NFC. */
  readonly byPath: ReadonlyMap<string, ImportFile>;
  /** Where pages that were picked will be, by their paths in NFC. */
  readonly pages: ReadonlyMap<string, NotePath>;
}

/** A note's text with its images and its links to other pages leading to where those go. Everything else in it stays. */
export function bringLinks(
  text: string,
  from: NotePath,
  to: NotePath,
  picked: PickedFiles,
  taken: Set<string>,
  parse: ParseMarkdown,
): { readonly text: string; readonly images: readonly ImageToBring[]; readonly tooLarge: number } {
  const near = withNearImages(text, from, picked);
  const images: ImageToBring[] = [];
  const addresses = new Map<NotePath, string>();
  let tooLarge = 0;
  const stem = to.slice(to.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  for (const target of imageSources(near, from, parse)) {
    const file = picked.byPath.get(target);
    if (file === undefined) continue;
    if (file.size > MAX_IMAGE_BYTES) {
      tooLarge++;
      continue;
    }
    const place = freePath([...foldersOf(to), "img", stem, imageName(target)].join("/"), taken);
    taken.add(nameKey(place));
    images.push({ file, to: place });
    addresses.set(target, relativeAddress(to, place));
  }
  for (const target of pagesLinked(near, from)) {
    const page = picked.pages.get(target);
    if (page !== undefined) addresses.set(target, relativeAddress(to, page));
  }
  // Within one folder only what has a new address is changed.
  return { text: addresses.size === 0 ? text : rebaseLinks(near, from, from, parse, addresses), images, tooLarge };
}

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

/** Every address of a text that may lead to a page: looked at as text, since only those that do are changed. */
function pagesLinked(text: string, from: NotePath): readonly NotePath[] {
  const found = new Set<NotePath>();
  for (const [, address = ""] of text.matchAll(/\]\(<?([^\s<>[\]]{1,2000}\.(?:md|markdown|html?))/gi)) {
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
