import type { FieldSpots, ItemSpot, ValueSpot } from "./fieldSpot.ts";
import type { FrontMatterBlock } from "./frontMatter.ts";
import { lineEndAt, nextLineAt } from "./lines.ts";
import type { TomlSpan } from "./tomlScan.ts";
import { scanTomlRoot } from "./tomlScan.ts";

/** Where the keys of a TOML block's root table stand. */
export function locateToml(text: string, block: FrontMatterBlock): FieldSpots {
  const root = scanTomlRoot(text, block.contentStart, block.contentEnd);
  const fields = root.entries.map(({ key, start, equals, value }) => ({
    key,
    start,
    afterSeparator: equals + 1,
    end: nextLineAt(text, lineEndAt(text, value.end, block.contentEnd)),
    value: spotOf(value),
  }));
  return { fields, appendAt: root.end };
}

function spotOf(span: TomlSpan): ValueSpot {
  const { start, end } = span;
  if (span.items !== undefined) return { kind: "flow", start, end, items: span.items.map(itemOf) };
  return span.style === "table" ? { kind: "other", start, end } : { kind: "scalar", ...itemOf(span) };
}

function itemOf({ start, end, style }: TomlSpan): ItemSpot {
  const isPlain = style === "bare";
  return { start, end, style: isPlain ? "plain" : style === "single" || style === "double" ? style : "other" };
}
