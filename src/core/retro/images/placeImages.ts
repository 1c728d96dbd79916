import { numberedPath } from "../../note/fileName.ts";
import type { NotePath } from "../../note/note.ts";
import type { Files } from "../../notebook/files.ts";
import { nameKey, nfc } from "../../text/nfc.ts";
import { escapeName, foldersOf } from "../entry/linkTarget.ts";
import type { GivenAddresses } from "../entry/rebaseLinks.ts";
import type { AssetFolder } from "./assetFolder.ts";
import { imageName } from "./imageName.ts";

/** A file of the notebook that is to be copied to a place where there is none. */
export interface ImageCopy {
  readonly from: NotePath;
  readonly to: NotePath;
  /** How a draft shows the copy. */
  readonly address: string;
}

export interface ImageProblem {
  readonly path: NotePath;
  readonly reason: "too-large" | "unreadable";
}

export interface PlacedImages {
  readonly addresses: GivenAddresses;
  /** What the site does not have yet. */
  readonly copies: readonly ImageCopy[];
  /** Images that stay where they are, with a link from the draft. */
  readonly problems: readonly ImageProblem[];
}

export const NO_IMAGES: PlacedImages = { addresses: new Map(), copies: [], problems: [] };

/** More than this is no picture for a post, and too much to hold in memory together with others. */
export const MAX_IMAGE_BYTES = 20_000_000;

/**
 * Gives each image a place in the site, in the order given: under its own name, or `name-2` where a different image has
 * it, in the folder or among those given before. An equal image is there already. So the same notes and the same folder
 * give the same places, also once the copies are made. Images that are missing have no place and are no problem.
 */
export async function placeImages(
  files: Files,
  sources: readonly NotePath[],
  folder: AssetFolder,
): Promise<PlacedImages> {
  const names = nameLookup(files);
  const addresses = new Map<NotePath, string>();
  const copies = new Map<string, ImageCopy>();
  const problems: ImageProblem[] = [];
  for (const source of sources) {
    // There or not: a copy may yet come to be where such an address leads, and changes nothing of it.
    if (folder.served !== undefined && source.startsWith(`${folder.served.path}/`)) {
      addresses.set(source, folder.served.address + addressOf(source.slice(folder.served.path.length + 1)));
      continue;
    }
    if (source.startsWith(`${folder.path}/`)) continue;
    const from = await names.find(source);
    if (from === undefined) continue;
    const image = await readImage(files, from);
    if (image === "missing") continue;
    if (typeof image === "string") {
      problems.push({ path: from, reason: image });
      continue;
    }
    const wanted = `${folder.path}/${imageName(source)}`;
    for (let number = 1; ; number++) {
      const to = number === 1 ? wanted : numberedPath(wanted, number);
      const planned = copies.get(nameKey(to));
      const there = planned?.from ?? (await names.findLike(to));
      if (there !== undefined) {
        // A name that differs in its case alone is the same to some disks: there it is another image's.
        const isSame = nfc(planned?.to ?? there) === to && isEqual(image, await readImage(files, there));
        if (!isSame) continue;
      }
      const address = folder.address + escapeName(to.slice(to.lastIndexOf("/") + 1));
      addresses.set(source, address);
      if (there === undefined) copies.set(nameKey(to), { from, to, address });
      break;
    }
  }
  return { addresses, copies: [...copies.values()], problems };
}

/** The copies that a text needs: an entry that is not in it, or that the template leaves out, needs none. */
export function shownIn(text: string, { copies }: PlacedImages): readonly ImageCopy[] {
  return copies.filter(({ address }) => text.includes(address));
}

function addressOf(path: NotePath): string {
  return path.split("/").map(escapeName).join("/");
}

async function readImage(files: Files, path: NotePath): Promise<Uint8Array | ImageProblem["reason"] | "missing"> {
  try {
    const bytes = await files.read(path);
    return bytes.length > MAX_IMAGE_BYTES ? "too-large" : bytes;
  } catch (error) {
    // Why it cannot be read is the person's to find out; the draft says no less for it.
    return files.isMissing(error) ? "missing" : "unreadable";
  }
}

function isEqual(a: Uint8Array, b: Uint8Array | string): boolean {
  if (typeof b === "string" || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

interface NameLookup {
  /** The path on disk of a path in NFC. */
  find(path: NotePath): Promise<NotePath | undefined>;
  /** The path on disk that some disks take for this one. */
  findLike(path: NotePath): Promise<NotePath | undefined>;
}

/** Each folder is listed once. */
function nameLookup(files: Files): NameLookup {
  const listings = new Map<NotePath, Promise<readonly string[]>>();
  const namesIn = (folder: NotePath): Promise<readonly string[]> => {
    const names = listings.get(folder) ?? files.namesIn(folder);
    listings.set(folder, names);
    return names;
  };
  const search = async (path: NotePath, key: (name: string) => string): Promise<NotePath | undefined> => {
    const above = foldersOf(path).join("/");
    const folder = above === "" ? "" : await search(above, nfc);
    if (folder === undefined) return undefined;
    const wanted = key(path.slice(path.lastIndexOf("/") + 1));
    const name = (await namesIn(folder)).find((there) => key(there) === wanted);
    return name === undefined || folder === "" ? name : `${folder}/${name}`;
  };
  return { find: (path) => search(path, nfc), findLike: (path) => search(path, nameKey) };
}
