import { nfc } from "../../text/nfc.ts";
import type { FrontMatter, FrontMatterValue } from "./frontMatter.ts";

/** The value of a key, whatever its letter case; `undefined` when it is absent. */
function fieldOf(frontMatter: FrontMatter, key: string): FrontMatterValue | undefined {
  const exact = frontMatter.data.get(key);
  if (exact !== undefined) return exact;
  const wanted = key.toLowerCase();
  for (const [name, value] of frontMatter.data) {
    // Every file is asked for many keys it does not have; only a Korean one can differ in length and be the same.
    if (name.length !== wanted.length && wanted.charCodeAt(0) < 0x80) continue;
    if (wanted.charCodeAt(0) >= 0x80 && name.charCodeAt(0) < 0x80) continue;
    if (nfc(name).toLowerCase() === wanted) return value;
  }
  return undefined;
}

/** The text of a key that has one value; a list or mapping has no such text, save the list that `[[글]]` is to YAML. */
export function scalarField(frontMatter: FrontMatter, key: string): string | undefined {
  const value = fieldOf(frontMatter, key);
  return typeof value === "string" ? value : Array.isArray(value) ? linkIn(value) : undefined;
}

/** The text of a key, whatever its letter case. */
export type ReadScalar = (key: string) => string | undefined;

/** {@link scalarField} for many keys in turn, most of which are absent. */
export function scalarReader(frontMatter: FrontMatter): ReadScalar {
  const names = new Set<string>();
  for (const name of frontMatter.data.keys()) names.add(nfc(name).toLowerCase());
  return (key) => (names.has(key.toLowerCase()) ? scalarField(frontMatter, key) : undefined);
}

function linkIn([inner, ...more]: readonly FrontMatterValue[]): string | undefined {
  if (more.length > 0 || !Array.isArray(inner) || inner.length !== 1) return undefined;
  const [name]: readonly FrontMatterValue[] = inner;
  return typeof name === "string" ? name : undefined;
}

/** The text of the first key that matches; `undefined` when none does. */
export function scalarMatching(frontMatter: FrontMatter, key: RegExp): string | undefined {
  for (const [name, value] of frontMatter.data) if (typeof value === "string" && key.test(nfc(name))) return value;
  return undefined;
}

/** The texts of a key that may have one value or a list of them. */
export function valuesOf(frontMatter: FrontMatter, key: string): readonly string[] {
  const value = fieldOf(frontMatter, key);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
