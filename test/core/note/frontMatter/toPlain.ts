import type { FrontMatterValue } from "../../../../src/core/note/frontMatter/frontMatter.ts";

/** Maps as objects, for comparing in one glance. */
export function toPlain(value: FrontMatterValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  return Array.isArray(value) ? value.map(toPlain) : value;
}
