import type { NotePath } from "../note/note.ts";
import { pause } from "../pause.ts";
import { imageSources } from "../retro/entry/imageSources.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nfc } from "../text/nfc.ts";

export function isImageName(path: NotePath): boolean {
  return /\.(?:png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|ico|tiff?|heic)$/i.test(path);
}

/** Those of the images that one of the notes shows: by a path from the note, or by the address a site gives it. */
export async function imagesShown(
  images: readonly NotePath[],
  texts: ReadonlyMap<NotePath, string>,
  parse: ParseMarkdown,
): Promise<ReadonlySet<NotePath>> {
  const shown = new Set<NotePath>();
  if (images.length === 0) return shown;
  for (const [path, text] of texts) {
    const sources = new Set(imageSources(text, path, parse));
    const composed = nfc(text);
    for (const image of images)
      if (sources.has(nfc(image)) || addressesOf(image).some((address) => composed.includes(address))) shown.add(image);
    await pause();
  }
  return shown;
}

/** Hugo serves what lies in `static/` from the root. */
function addressesOf(image: NotePath): readonly string[] {
  const address = `/${nfc(image).replace(/^static\//, "")}`;
  return [address, encodeURI(address)];
}
