import type { ScalarStyle } from "./fieldSpot.ts";
import type { FrontMatterFormat } from "./frontMatter.ts";
import type { ScalarPlace } from "./scalar.ts";
import { renderDoubleQuoted, renderScalar, renderSingleQuoted } from "./scalar.ts";

/** A text value in the format's notation, in the quotes its neighbours have where it can be. */
export function renderText(
  format: FrontMatterFormat,
  value: string,
  style: ScalarStyle,
  place: ScalarPlace = "block",
): string {
  if (format === "toml") return renderToml(value, style);
  if (style === "double") return renderDoubleQuoted(value);
  return style === "single" ? renderSingleQuoted(value) : renderScalar(value, place);
}

/** A one-line list. */
export function renderList(format: FrontMatterFormat, values: readonly string[]): string {
  return `[${values.map((value) => renderText(format, value, "plain", "flow")).join(", ")}]`;
}

/** A key; TOML takes fewer characters bare than YAML does. */
export function renderKey(format: FrontMatterFormat, key: string): string {
  if (format === "yaml") return renderScalar(key, "flow");
  return /^[\w-]+$/.test(key) ? key : renderDoubleQuoted(key);
}

function renderToml(value: string, style: ScalarStyle): string {
  // What the double quotes of YAML escape, and how, is also TOML's way; single quotes have no escape at all.
  const double = renderDoubleQuoted(value);
  return style === "single" && !value.includes("'") && double.length === value.length + 2 ? `'${value}'` : double;
}
