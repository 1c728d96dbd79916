import type { TextEdit } from "../../text/edit.ts";
import type { FieldSpot } from "./fieldSpot.ts";
import { removeItems } from "./flowItems.ts";
import { partsOf } from "./scalarParts.ts";

/**
 * The edits that take out of a list, or of a scalar that holds several tags, the items for which `isKept` is false. The
 * index of an item is its place in the list, or among the scalar's parts.
 */
export function removeFromField(
  text: string,
  field: FieldSpot,
  isKept: (index: number) => boolean,
): readonly TextEdit[] {
  const { value } = field;
  if (value.kind === "scalar") {
    const parts = partsOf(text, value);
    if (parts === undefined || parts.items.every((_, index) => isKept(index))) return [];
    if (!parts.items.some((_, index) => isKept(index))) return [{ start: value.start, end: value.end, newText: "[]" }];
    return removeItems(text, parts.open, parts.close, parts.items, isKept);
  }
  if (value.kind === "flow") return removeItems(text, value.start + 1, value.end - 1, value.items, isKept);
  if (value.kind !== "block") return [];
  const removed = value.items.filter((_, index) => !isKept(index));
  const edits: TextEdit[] = removed.map(({ lineStart, lineEnd }) => ({ start: lineStart, end: lineEnd, newText: "" }));
  if (removed.length < value.items.length) return edits;
  return [{ start: field.afterSeparator, end: field.afterSeparator, newText: " []" }, ...edits];
}
