import type { ItemSpot, SpotOf } from "./fieldSpot.ts";

/** A scalar that holds several tags; `open` and `close` are inside its quotes. */
export interface ScalarParts {
  readonly open: number;
  readonly close: number;
  readonly hasCommas: boolean;
  readonly items: readonly Pick<ItemSpot, "start" | "end">[];
}

/** Where the tags of a scalar stand; `undefined` when its text is not the same as its value (escapes, folded lines). */
export function partsOf(text: string, { start, end, style }: SpotOf<"scalar">): ScalarParts | undefined {
  if (style === "other") return undefined;
  const open = style === "plain" ? start : start + 1;
  const close = style === "plain" ? end : end - 1;
  const inner = text.slice(open, close);
  if ((style === "double" && inner.includes("\\")) || (style === "single" && inner.includes("''"))) return undefined;
  const hasCommas = inner.includes(",");
  const items = [...inner.matchAll(hasCommas ? /[^,]+/g : /\S+/g)].flatMap(({ 0: part, index }) => {
    const trimmed = part.trim();
    const partStart = open + index + part.length - part.trimStart().length;
    return trimmed === "" ? [] : [{ start: partStart, end: partStart + trimmed.length }];
  });
  return { open, close, hasCommas, items };
}
