import type { FieldSpot, ScalarStyle } from "./fieldSpot.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { locateFields } from "./locate.ts";
import { partsOf } from "./scalarParts.ts";
import { isTagKey, normalizeTag } from "./tags.ts";

/** One tag of a front matter as it is written. */
export interface TagItem {
  /** As it is compared; empty for an item that is no text (a nested list, nothing). */
  readonly tag: string;
  /** Its value with the `#` that some write in front. */
  readonly value: string;
  /** With its quotes, if it has its own. */
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
}

export interface TagField {
  readonly field: FieldSpot;
  /** In the order of the list, or of the scalar's parts. */
  readonly items: readonly TagItem[];
}

/** The tags of a front matter where they stand. Fields in forms that no edit is made in have no items. */
export function tagFields(text: string, frontMatter: FrontMatter): readonly TagField[] {
  if (frontMatter.block === undefined || frontMatter.problem !== undefined) return [];
  // Locating parses the block, which is only worth while for one with tags.
  if (![...frontMatter.data.keys()].some(isTagKey)) return [];
  const fields = locateFields(text, frontMatter.block)?.fields ?? [];
  return fields
    .filter(({ key }) => isTagKey(key))
    .map((field) => ({ field, items: itemsOf(text, frontMatter, field) }));
}

function itemsOf(text: string, frontMatter: FrontMatter, { key, value }: FieldSpot): readonly TagItem[] {
  if (value.kind === "flow" || value.kind === "block") {
    const values = frontMatter.data.get(key);
    return value.items.map(({ start, end, style }, index) => {
      const item = Array.isArray(values) ? values[index] : undefined;
      return itemAt(typeof item === "string" ? item : "", start, end, style);
    });
  }
  if (value.kind !== "scalar") return [];
  const parts = partsOf(text, value)?.items ?? [];
  return parts.map(({ start, end }) => itemAt(text.slice(start, end), start, end, value.style));
}

function itemAt(value: string, start: number, end: number, style: ScalarStyle): TagItem {
  return { tag: normalizeTag(value), value, start, end, style };
}

/** Where the name itself stands of an item: without quotes and `#`; `undefined` where the text is not the value (escapes). */
export function nameSpot(text: string, item: TagItem): { readonly start: number; readonly end: number } | undefined {
  const written = text.slice(item.start, item.end);
  const at = written.indexOf(item.value);
  if (at === -1 || item.value === "") return undefined;
  const trimmed = item.value.trim();
  const start = item.start + at + item.value.indexOf(trimmed);
  const marks = /^(?:#\s*)*/.exec(trimmed)?.[0].length ?? 0;
  return { start: start + marks, end: start + trimmed.length };
}
