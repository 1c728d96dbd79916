import type { TextEdit } from "../../text/edit.ts";
import type { FieldSpot, FieldSpots } from "./fieldSpot.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { locateFields } from "./locate.ts";
import { readFrontMatter } from "./read.ts";
import { removeFromField } from "./removeFromField.ts";
import { renderList } from "./render.ts";
import { partsOf } from "./scalarParts.ts";
import { hasTags, isTagKey, normalizeTag, readTags, tagsOf } from "./tags.ts";
import { type EditResult, firstSound } from "./verify.ts";

/** The smallest edit that takes a tag out of a note, wherever its front matter has it. No edit when it is not there. */
export function removeTag(text: string, tag: string): EditResult {
  const name = normalizeTag(tag);
  const before = readFrontMatter(text);
  if (before.problem !== undefined) return { ok: false, reason: "broken-front-matter" };
  const tags = readTags(before);
  if (before.block === undefined || !tags.includes(name)) return { ok: true, edits: [] };
  const spots = locateFields(text, before.block);
  if (spots === undefined) return { ok: false, reason: "unsupported" };
  const wanted = new Set(tags.filter((other) => other !== name));
  return firstSound(text, before, removals(text, before, spots, name), {
    isChanged: isTagKey,
    holds: (after) => hasTags(after, wanted),
  });
}

function* removals(
  text: string,
  before: FrontMatter,
  { fields }: FieldSpots,
  name: string,
): Generator<readonly TextEdit[]> {
  const holders = fields.filter(({ key }) => isTagKey(key) && tagsOf(before.data.get(key) ?? null).includes(name));
  yield holders.flatMap((field) => removeFrom(text, before, field, name));
  yield holders.flatMap((field) => {
    const { value } = field;
    if (value.kind !== "scalar") return removeFrom(text, before, field, name);
    const rest = tagsOf(before.data.get(field.key) ?? null).filter((tag) => tag !== name);
    const format = before.block?.format ?? "yaml";
    return [{ start: value.start, end: value.end, newText: renderList(format, rest) }];
  });
}

function removeFrom(text: string, before: FrontMatter, field: FieldSpot, name: string): readonly TextEdit[] {
  const { value } = field;
  if (value.kind === "scalar") {
    const parts = partsOf(text, value)?.items ?? [];
    return removeFromField(text, field, (index) => {
      const part = parts[index];
      return part === undefined || normalizeTag(text.slice(part.start, part.end)) !== name;
    });
  }
  const values = before.data.get(field.key);
  return removeFromField(text, field, (index) => {
    const item = Array.isArray(values) ? values[index] : undefined;
    return typeof item !== "string" || normalizeTag(item) !== name;
  });
}
