import type { Pair, YAMLSeq } from "yaml";
import { isMap, isScalar, isSeq } from "yaml";
import type { BlockItemSpot, FieldSpot, FieldSpots, ItemSpot, ScalarStyle, ValueSpot } from "./fieldSpot.ts";
import type { FrontMatterBlock } from "./frontMatter.ts";
import { lineEndAt, lineStartAt, nextLineAt } from "./lines.ts";
import { parseYamlBlock, rangeOf, scalarText } from "./yamlDocument.ts";

/** Where the keys of a YAML block stand; `undefined` when it is broken or in a form that no edit is made in. */
export function locateYaml(text: string, block: FrontMatterBlock): FieldSpots | undefined {
  const document = parseYamlBlock(text, block);
  if ("code" in document) return undefined;
  const spots = { fields: [], appendAt: block.contentEnd };
  if (!isMap(document.contents)) return spots;
  if (document.contents.flow === true) return undefined;
  const fields: FieldSpot[] = [];
  for (const pair of document.contents.items) {
    const field = locatePair(text, block, pair);
    if (field !== undefined) fields.push(field);
  }
  return { ...spots, fields };
}

function locatePair(text: string, block: FrontMatterBlock, pair: Pair): FieldSpot | undefined {
  const keyRange = rangeOf(pair.key);
  const colon = pair.srcToken?.sep?.find(({ type }) => type === "map-value-ind");
  if (keyRange === undefined || colon === undefined || !isScalar(pair.key)) return undefined;
  const afterSeparator = block.start + colon.offset + 1;
  const value = locateValue(text, block, pair.value, afterSeparator);
  const lastItem = value.kind === "block" ? value.items.at(-1) : undefined;
  // A block scalar's own range already ends behind its last line break.
  const isAtLineStart = value.end > afterSeparator && lineStartAt(text, value.end) === value.end;
  const end = isAtLineStart ? value.end : nextLineAt(text, lineEndAt(text, value.end, block.contentEnd));
  return {
    key: pair.key.type === "PLAIN" ? (pair.key.source ?? "") : String(pair.key.value),
    start: block.start + keyRange[0],
    afterSeparator,
    end: lastItem?.lineEnd ?? end,
    value,
  };
}

function locateValue(text: string, block: FrontMatterBlock, node: unknown, afterSeparator: number): ValueSpot {
  const range = rangeOf(node);
  if (range === undefined) return { kind: "empty", start: afterSeparator, end: afterSeparator };
  const start = block.start + range[0];
  const end = block.start + range[1];
  if (isScalar(node)) {
    if (scalarText(node) !== null) return { kind: "scalar", start, end, style: styleOf(node.type) };
    // An empty value's range may lie behind a comment; the place for a new one is right after the colon.
    return start === end
      ? { kind: "empty", start: afterSeparator, end: afterSeparator }
      : { kind: "empty", start, end };
  }
  if (!isSeq(node)) return { kind: "other", start, end };
  if (node.flow === true) {
    const items = node.items.map((item) => locateItem(block, item));
    return items.includes(undefined)
      ? { kind: "other", start, end }
      : { kind: "flow", start, end, items: items.filter((item) => item !== undefined) };
  }
  const items = locateBlockItems(text, block, node);
  const last = items?.at(-1);
  return items === undefined || last === undefined
    ? { kind: "other", start, end }
    : { kind: "block", start, end: last.end, items };
}

function locateItem(block: FrontMatterBlock, node: unknown): ItemSpot | undefined {
  const range = rangeOf(node);
  if (range === undefined) return undefined;
  const style = isScalar(node) ? styleOf(node.type) : "other";
  return { start: block.start + range[0], end: block.start + range[1], style };
}

function locateBlockItems(text: string, block: FrontMatterBlock, seq: YAMLSeq): BlockItemSpot[] | undefined {
  // A block list is made of this token; the type says any token.
  const token = seq.srcToken;
  if (token?.type !== "block-seq") return undefined;
  const dashes = token.items.flatMap((item) => item.start.filter(({ type }) => type === "seq-item-ind"));
  if (dashes.length !== seq.items.length) return undefined;
  const spots: BlockItemSpot[] = [];
  for (const [index, { offset }] of dashes.entries()) {
    const dash = block.start + offset;
    const node = seq.items[index];
    const isEmpty = isScalar(node) && scalarText(node) === null && (node.source ?? "") === "";
    const item = isEmpty ? { start: dash + 1, end: dash + 1, style: "other" as const } : locateItem(block, node);
    if (item === undefined) return undefined;
    const lineEnd = nextLineAt(text, lineEndAt(text, item.end, block.contentEnd));
    spots.push({ ...item, dash, lineStart: lineStartAt(text, dash), lineEnd });
  }
  return spots;
}

function styleOf(type: string | undefined): ScalarStyle {
  if (type === "PLAIN") return "plain";
  if (type === "QUOTE_SINGLE") return "single";
  return type === "QUOTE_DOUBLE" ? "double" : "other";
}
