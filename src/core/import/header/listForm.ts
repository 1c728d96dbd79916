import type { FrontMatterFormat } from "../../note/frontMatter/frontMatter.ts";
import type { HeaderEntry } from "./headerEntries.ts";

/** How a list is written: `[a, b]`, `["a", "b"]`, a line for each, `a, b`, `a b`, or one value alone. */
export type ListForm =
  | { readonly style: "flow"; readonly isQuoted: boolean }
  | { readonly style: "block"; readonly indent: string }
  | { readonly style: "commas" | "spaces" };

/** `undefined` for an entry that is empty and tells nothing. */
export function listForm({ value, children }: HeaderEntry): ListForm | undefined {
  if (value.startsWith("[")) return value === "[]" ? undefined : { style: "flow", isQuoted: /^\[\s*["']/.test(value) };
  const [first] = children;
  if (value === "" && first !== undefined) {
    const indent = /^([ \t]*)-/.exec(first)?.[1];
    return indent === undefined ? undefined : { style: "block", indent };
  }
  if (value === "") return undefined;
  return { style: value.includes(",") ? "commas" : "spaces" };
}

/** What follows the key: the tags of a new note in this form. */
export function tagsTemplate(form: ListForm, format: FrontMatterFormat): string {
  if (format === "toml") return " {{ tags | quoted }}";
  switch (form.style) {
    case "flow":
      return form.isQuoted ? " {{ tags | quoted }}" : " {{ tags | yaml }}";
    case "block":
      return `{% for tag in tags %}\n${form.indent}- {{ tag | yaml }}{% endfor %}`;
    case "commas":
      return `{% if tags != empty %} {{ tags | join: ", " | yaml }}{% endif %}`;
    case "spaces":
      return `{% for tag in tags %} {{ tag | replace: " ", "-" }}{% endfor %}`;
  }
}

/** What follows the key: one word in this form, after the words that all have. */
export function wordTemplate(word: string, form: ListForm, format: FrontMatterFormat, constant: string): string {
  const isQuoted = format === "toml" || (form.style === "flow" && form.isQuoted);
  const written = isQuoted ? `"${word}"` : word;
  if (form.style === "flow") {
    const words = constant.replace(/\s*\]$/, "");
    return constant === "" ? ` [${written}]` : ` ${words}, ${written}]`;
  }
  return form.style === "block" ? `\n${form.indent}- ${written}` : ` ${written}`;
}
