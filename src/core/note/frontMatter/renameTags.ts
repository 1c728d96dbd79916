import type { TextEdit } from "../../text/edit.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { readFrontMatter } from "./read.ts";
import { removeFromField } from "./removeFromField.ts";
import { renderList, renderText } from "./render.ts";
import { type TagField, type TagItem, tagFields } from "./tagItems.ts";
import { hasTags, isTagKey, readTags, tagsOf } from "./tags.ts";
import { type EditResult, firstSound } from "./verify.ts";

/** What a tag is called from now on; `undefined` for one that keeps its name. */
export type TagRename = (tag: string) => string | undefined;

/**
 * The smallest edits that give tags of a front matter other names, each in the form it is written in. A tag that gets the
 * name of another of the same note goes. No edit where none is renamed.
 */
export function renameTags(text: string, rename: TagRename): EditResult {
  const before = readFrontMatter(text);
  if (before.problem !== undefined) return { ok: false, reason: "broken-front-matter" };
  const tags = readTags(before);
  if (!tags.some((tag) => rename(tag) !== undefined)) return { ok: true, edits: [] };
  const wanted = new Set(tags.map((tag) => rename(tag) ?? tag));
  const fields = tagFields(text, before);
  return firstSound(text, before, candidates(text, before, fields, rename), {
    isChanged: isTagKey,
    holds: (after) => hasTags(after, wanted),
  });
}

function* candidates(
  text: string,
  before: FrontMatter,
  fields: readonly TagField[],
  rename: TagRename,
): Generator<readonly TextEdit[]> {
  const fates = fatesOf(before, fields, rename);
  yield fields.flatMap((field) => editsIn(text, before, field, fates));
  // What does not fit between the spaces or commas of a scalar makes a list of it.
  yield fields.flatMap((tagField) => {
    const { field } = tagField;
    if (field.value.kind !== "scalar") return editsIn(text, before, tagField, fates);
    const tags = tagsOf(before.data.get(field.key) ?? null);
    if (!tags.some((tag) => rename(tag) !== undefined)) return [];
    const renamed = [...new Set(tags.map((tag) => rename(tag) ?? tag))];
    return [{ start: field.value.start, end: field.value.end, newText: renderList(formatOf(before), renamed) }];
  });
}

/** The new name of an item; without one the item goes, since the note has that tag already. */
interface Fate {
  readonly name?: string;
}

/** Items that stay as they are have no fate. */
type Fates = ReadonlyMap<TagItem, Fate>;

function fatesOf(before: FrontMatter, fields: readonly TagField[], rename: TagRename): Fates {
  const taken = new Set(readTags(before).filter((tag) => rename(tag) === undefined));
  const fates = new Map<TagItem, Fate>();
  for (const { items } of fields) {
    for (const item of items) {
      const name = item.tag === "" ? undefined : rename(item.tag);
      if (name === undefined) continue;
      fates.set(item, taken.has(name) ? {} : { name });
      taken.add(name);
    }
  }
  return fates;
}

function editsIn(text: string, before: FrontMatter, { field, items }: TagField, fates: Fates): readonly TextEdit[] {
  const removed = removeFromField(text, field, (index) => {
    const item = items[index];
    const fate = item && fates.get(item);
    return fate === undefined || fate.name !== undefined;
  });
  const isList = field.value.kind === "flow" || field.value.kind === "block";
  const isShared = !isList && items.length > 1;
  const place = field.value.kind === "flow" ? "flow" : "block";
  const renamed = items.flatMap((item): readonly TextEdit[] => {
    const name = fates.get(item)?.name;
    if (name === undefined) return [];
    const marks = /^\s*(?:#\s*)*/.exec(item.value)?.[0].trimStart() ?? "";
    const value = marks + name;
    const rendered = renderText(formatOf(before), value, item.style, place);
    // The parts of a scalar stand inside its quotes, together.
    if (isShared) return change(text, item, item.style === "plain" ? value : rendered.slice(1, -1));
    if (isList || field.value.kind !== "scalar") return change(text, item, rendered);
    return change(text, field.value, rendered);
  });
  return [...removed, ...renamed];
}

function change(text: string, { start, end }: Pick<TagItem, "start" | "end">, newText: string): readonly TextEdit[] {
  return text.slice(start, end) === newText ? [] : [{ start, end, newText }];
}

function formatOf({ block }: FrontMatter) {
  return block?.format ?? "yaml";
}
