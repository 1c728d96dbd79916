import type { FrontMatter, FrontMatterValue } from "./frontMatter.ts";

/** The value of a key, whatever its letter case; `undefined` when it is absent. */
function fieldOf(frontMatter: FrontMatter, key: string): FrontMatterValue | undefined {
  const exact = frontMatter.data.get(key);
  if (exact !== undefined) return exact;
  for (const [name, value] of frontMatter.data) if (name.toLowerCase() === key) return value;
  return undefined;
}

/** The text of a key that has one value; a list or mapping has no such text. `key` in lower case. */
export function scalarField(frontMatter: FrontMatter, key: string): string | undefined {
  const value = fieldOf(frontMatter, key);
  return typeof value === "string" ? value : undefined;
}

/** The texts of a key that may have one value or a list of them. `key` in lower case. */
export function valuesOf(frontMatter: FrontMatter, key: string): readonly string[] {
  const value = fieldOf(frontMatter, key);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
