import type { FrontMatter, FrontMatterValue } from "./frontMatter.ts";

const TAG_KEY = /^tags?$/i;

/** Whether a front-matter key holds tags: `tags` or `tag`, in any case. */
export function isTagKey(key: string): boolean {
  return TAG_KEY.test(key);
}

/**
 * The tags of a note, NFC, in the order written and each once. A scalar is split at its commas, or at its spaces when
 * it has none (as Jekyll does); items of a list are taken whole. `#` in front is dropped.
 */
export function readTags(frontMatter: Pick<FrontMatter, "data">): readonly string[] {
  const tags = new Set<string>();
  for (const [key, value] of frontMatter.data) {
    if (isTagKey(key)) for (const tag of tagsOf(value)) tags.add(tag);
  }
  for (const tag of tableTags(frontMatter)) tags.add(tag);
  return [...tags];
}

/** The tags that Zola has in a table of their own (`[taxonomies]`), which are read and never edited. */
export function tableTags({ data }: Pick<FrontMatter, "data">): readonly string[] {
  return ["taxonomies", "extra"].flatMap((name) => {
    const table = data.get(name);
    return table instanceof Map ? [...table].flatMap(([key, value]) => (isTagKey(key) ? tagsOf(value) : [])) : [];
  });
}

/** Whether a front matter holds exactly these tags, in any order. */
export function hasTags(frontMatter: Pick<FrontMatter, "data">, wanted: ReadonlySet<string>): boolean {
  const tags = readTags(frontMatter);
  return tags.length === wanted.size && tags.every((tag) => wanted.has(tag));
}

/** The tags of one key's value. */
export function tagsOf(value: FrontMatterValue): readonly string[] {
  const tags = allTagsOf(value);
  return [...new Set(tags)];
}

/** One tag as it is compared and shown: NFC, trimmed, without `#` in front; empty when nothing is left. */
export function normalizeTag(tag: string): string {
  const trimmed = tag.trim();
  let start = 0;
  while (trimmed.charAt(start) === "#" || (start > 0 && trimmed.charAt(start).trim() === "")) {
    if (start++ === trimmed.length) return "";
  }
  return trimmed.slice(start).normalize("NFC");
}

/** Whether two spellings mean one tag: `K8S` and `k8s`, NFC and NFD. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

/** What all spellings of a tag have in common, see {@link sameTag}. */
export function tagKey(tag: string): string {
  return normalizeTag(tag).toLowerCase();
}

function allTagsOf(value: FrontMatterValue): string[] {
  if (value === null) return [];
  if (typeof value === "string") {
    const parts = value.includes(",") ? value.split(",") : value.split(/\s+/);
    return parts.map(normalizeTag).filter((tag) => tag !== "");
  }
  if (!isList(value)) return [];
  return value.flatMap((item) => {
    if (typeof item !== "string") return isNestedList(item) ? allTagsOf(item) : [];
    const tag = normalizeTag(item);
    return tag === "" ? [] : [tag];
  });
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}

function isNestedList(value: FrontMatterValue): boolean {
  return value !== null && isList(value);
}
