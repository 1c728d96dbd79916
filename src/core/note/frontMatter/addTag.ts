import type { TextEdit } from "../../text/edit.ts";
import type { FieldSpot, FieldSpots, SpotOf } from "./fieldSpot.ts";
import { separatorLike } from "./flowItems.ts";
import type { Eol, FrontMatter, FrontMatterFormat } from "./frontMatter.ts";
import { fillEmpty } from "./insertValue.ts";
import { lineEndAt } from "./lines.ts";
import { locateFields } from "./locate.ts";
import { readFrontMatter } from "./read.ts";
import { renderKey, renderList, renderText } from "./render.ts";
import { partsOf } from "./scalarParts.ts";
import { isValidTag } from "./tagProblem.ts";
import { hasTags, isTagKey, normalizeTag, readTags, tableTags, tagsOf } from "./tags.ts";
import { type EditResult, firstSound, insertBlock, insertLine, isBroken, keyLine } from "./verify.ts";

/**
 * The smallest edit that adds a tag to a note, in the form its tags already have. No edit when it is there (compared
 * in NFC; case counts). A text without front matter gets a block.
 */
export function addTag(text: string, tag: string): EditResult {
  const name = normalizeTag(tag);
  if (!isValidTag(name)) return { ok: false, reason: "invalid-tag" };
  const before = readFrontMatter(text);
  if (isBroken(text, before)) return { ok: false, reason: "broken-front-matter" };
  const tags = readTags(before);
  if (tags.includes(name)) return { ok: true, edits: [] };
  const wanted = new Set([...tags, name]);
  return firstSound(text, before, additions(text, before, name), {
    isChanged: isTagKey,
    holds: (after) => hasTags(after, wanted),
  });
}

function* additions(text: string, before: FrontMatter, name: string): Generator<readonly TextEdit[]> {
  const { block } = before;
  if (block === undefined) {
    yield [insertBlock(text, before, keyLine("yaml", "tags", renderList("yaml", [name])))];
    return;
  }
  const { format, eol } = block;
  const spots = locateFields(text, block);
  if (spots === undefined) return;
  const field = fieldToExtend(spots);
  if (field === undefined) {
    // A site that keeps its tags in a table takes no key of tags beside it.
    if (tableTags(before).length > 0) return;
    yield [insertLine(spots.appendAt, block, renderKey(format, "tags"), renderList(format, [name]))];
    return;
  }
  const { value } = field;
  if (value.kind === "empty") yield [fillEmpty(field, value, renderList(format, [name]))];
  if (value.kind === "flow") yield [extendFlow(text, format, value, name)];
  if (value.kind === "block") yield [extendBlock(text, format, eol, value, name)];
  if (value.kind === "scalar") {
    const inScalar = extendScalar(text, format, value, name);
    if (inScalar !== undefined) yield inScalar;
    const own = tagsOf(before.data.get(field.key) ?? null);
    yield [{ start: value.start, end: value.end, newText: renderList(format, [...own, name]) }];
  }
}

function fieldToExtend(spots: FieldSpots): FieldSpot | undefined {
  const fields = spots.fields.filter(({ key }) => isTagKey(key));
  return fields.find(({ value }) => value.kind !== "empty") ?? fields[0];
}

function extendFlow(text: string, format: FrontMatterFormat, value: SpotOf<"flow">, name: string): TextEdit {
  const open = value.start + 1;
  const last = value.items.at(-1);
  const rendered = renderText(format, name, last?.style ?? "plain", "flow");
  if (last !== undefined) {
    return { start: last.end, end: last.end, newText: separatorLike(text, open, value.items) + rendered };
  }
  const inner = text.slice(open, value.end - 1);
  return { start: open, end: open, newText: (/^ +$/.test(inner) ? inner : "") + rendered };
}

function extendBlock(
  text: string,
  format: FrontMatterFormat,
  eol: Eol,
  { items }: SpotOf<"block">,
  name: string,
): TextEdit {
  // A located block list has at least one item.
  const last = items.at(-1) ?? { start: 0, end: 0, style: "other", lineStart: 0, dash: 0, lineEnd: 0 };
  const at = lineEndAt(text, last.end);
  const indent = text.slice(last.lineStart, last.dash);
  const gap = text.slice(last.dash + 1, last.start);
  const rendered = renderText(format, name, last.style);
  return { start: at, end: at, newText: `${eol}${indent}-${/^ +$/.test(gap) ? gap : " "}${rendered}` };
}

function extendScalar(
  text: string,
  format: FrontMatterFormat,
  value: SpotOf<"scalar">,
  name: string,
): readonly TextEdit[] | undefined {
  const parts = partsOf(text, value);
  const last = parts?.items.at(-1);
  if (parts === undefined || last === undefined) return undefined;
  if (parts.items.length === 1 && !parts.hasCommas) {
    const added = renderText(format, name, value.style, "flow");
    return [
      { start: value.start, end: value.start, newText: "[" },
      { start: value.end, end: value.end, newText: `, ${added}]` },
    ];
  }
  const rendered = renderText(format, name, value.style);
  const inner = value.style === "plain" ? rendered : rendered.slice(1, -1);
  const isQuotedAlone = value.style === "plain" && rendered !== name;
  if (isQuotedAlone || (!parts.hasCommas && /\s/.test(name))) return undefined;
  const separator = parts.hasCommas ? separatorLike(text, parts.open, parts.items) : " ";
  return [{ start: last.end, end: last.end, newText: separator + inner }];
}
