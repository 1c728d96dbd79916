import type { FrontMatterData, FrontMatterValue } from "../../note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../../note/frontMatter/read.ts";
import { firstSound, sameValue } from "../../note/frontMatter/verify.ts";
import type { NotePath } from "../../note/note.ts";
import type { Files } from "../../notebook/files.ts";
import { foldersOf, isFixed } from "../../retro/entry/linkTarget.ts";
import { leadsFromHere, partsOfWay, wayFrom } from "../../retro/entry/wikiLinks.ts";
import type { TextEdit } from "../../text/edit.ts";
import { nfc } from "../../text/nfc.ts";
import { servedFolder } from "../draftFacts.ts";
import { isImageName } from "../imagesShown.ts";
import type { SiteOfPost } from "../siteOf.ts";

export interface HeadImages {
  readonly edits: readonly TextEdit[];
  /** Whether some image is written in a form that cannot be edited safely. */
  readonly isLeft: boolean;
}

/**
 * The images that a draft's front matter names by a way from its folder (`image`, `cover.image`, `thumbnail`, whatever the
 * theme calls them), led there from its new place. A site reads most such paths from its root: one counts as leading from
 * the draft only if its file is there, and none from the root.
 */
export async function headImages(
  files: Pick<Files, "namesIn">,
  text: string,
  { from, to, site }: { readonly from: NotePath; readonly to: NotePath; readonly site: SiteOfPost },
): Promise<HeadImages> {
  if (foldersOf(from).join("/") === foldersOf(to).join("/")) return { edits: [], isLeft: false };
  const before = readFrontMatter(text);
  const folders = foldersOf(from);
  const served = foldersOf(servedFolder(site.site, site.root));
  const ways = new Map<string, string>();
  for (const value of imagesIn(before.data)) {
    const file = partsOfWay(folders, value);
    if (file === undefined || !(await isThere(files, file))) continue;
    const onSite = leadsFromHere(value) ? undefined : partsOfWay(served, value);
    if (onSite !== undefined && (await isThere(files, onSite))) continue;
    const way = wayFrom(foldersOf(to), file);
    const moved = value.startsWith("./") ? way : way.replace(/^\.\//, "");
    if (moved !== value) ways.set(value, moved);
  }
  if (ways.size === 0) return { edits: [], isLeft: false };
  const edits = [...ways].flatMap(([value, way]) =>
    spotsOf(text, value, before.block).map((at) => ({ ...at, newText: way })),
  );
  const wanted = withImages(before.data, (path) => ways.get(path) ?? path);
  const result = firstSound(text, before, [edits], {
    isChanged: () => true,
    holds: (after) => sameValue(wanted, after.data),
  });
  return result.ok ? { edits: result.edits, isLeft: false } : { edits: [], isLeft: true };
}

/** What themes call their images, alone or in a longer name: `featured_image`, `coverImage`, `og_image`. */
const IMAGE_KEY = /image|img|cover|thumb|banner|teaser|hero|photo|picture|poster|logo|gallery|resource/i;
/** What an image of several parts says of itself. */
const WORDS_KEY = /^(?:alt|caption|title|name|lqip)$/i;

/** The values that name an image, each given to `change`; all others as they are. */
function withImages(value: FrontMatterValue, change: (path: string) => string, isImage = false): FrontMatterValue {
  if (typeof value === "string") return isImage && isImageName(value) && !isFixed(value) ? change(value) : value;
  if (value === null) return value;
  if (!isMap(value)) return value.map((inner) => withImages(inner, change, isImage));
  const isNamed = (key: string): boolean => (isImage || IMAGE_KEY.test(key)) && !WORDS_KEY.test(key);
  return new Map([...value].map(([key, inner]) => [key, withImages(inner, change, isNamed(key))]));
}

function imagesIn(data: FrontMatterData): readonly string[] {
  const found: string[] = [];
  withImages(data, (path) => {
    found.push(path);
    return path;
  });
  return found;
}

function isMap(value: Exclude<FrontMatterValue, string | null>): value is FrontMatterData {
  return value instanceof Map;
}

/** Where a value stands in the front matter as a whole one, outside of comments. */
function spotsOf(
  text: string,
  value: string,
  block: { readonly contentStart: number; readonly contentEnd: number } | undefined,
): readonly Omit<TextEdit, "newText">[] {
  if (block === undefined) return [];
  const spots: Omit<TextEdit, "newText">[] = [];
  const head = text.slice(block.contentStart, block.contentEnd);
  for (let at = head.indexOf(value); at !== -1; at = head.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const lineStart = Math.max(head.lastIndexOf("\n", at), head.lastIndexOf("\r", at)) + 1;
    const isWhole = /[\s"'[{,:=]/.test(head[at - 1] ?? "") && /[\s"'\]},]/.test(head[end] ?? "\n");
    const isComment = /(?:^|\s)#/.test(head.slice(lineStart, at));
    if (isWhole && !isComment) spots.push({ start: block.contentStart + at, end: block.contentStart + end });
  }
  return spots;
}

/** Names on disk may be spelled in letters. */
async function isThere(files: Pick<Files, "namesIn">, parts: readonly string[]): Promise<boolean> {
  const name = nfc(parts.at(-1) ?? "");
  return (await files.namesIn(parts.slice(0, -1).join("/"))).some((other) => nfc(other) === name);
}
