import { renderKey, renderList } from "../note/frontMatter/render.ts";
import { renderScalar } from "../note/frontMatter/scalar.ts";
import { nfc } from "../text/nfc.ts";

export interface NoteParts {
  readonly title: string;
  /** As front matter has it: a stamp, a day, or a month. */
  readonly date?: string | undefined;
  readonly categories?: readonly string[];
  readonly tags: readonly string[];
  /** Other keys, in their order. */
  readonly more?: readonly (readonly [key: string, value: string])[];
  readonly link?: string | undefined;
  /** What this note was in the place it comes from: brought in again, it is known by it. */
  readonly source?: string | undefined;
  readonly body: string;
}

/** The text of a note made of what was something else. */
export function composeNote({ title, date, categories = [], tags, more = [], link, source, body }: NoteParts): string {
  const lines = [
    `title: ${renderScalar(nfc(title))}`,
    ...(date === undefined ? [] : [`date: ${date}`]),
    ...(categories.length === 0 ? [] : [`categories: ${renderList("yaml", categories.map(nfc))}`]),
    `tags: ${renderList("yaml", tags.map(nfc))}`,
    // As text, `published: "false"` would mean that it is.
    ...more.map(
      ([key, value]) => `${renderKey("yaml", key)}: ${/^(?:true|false)$/.test(value) ? value : renderScalar(value)}`,
    ),
    ...(link === undefined ? [] : [`link: ${renderScalar(link)}`]),
    ...(source === undefined ? [] : [`source: ${renderScalar(source)}`]),
  ];
  return `---\n${lines.join("\n")}\n---\n\n${body.replace(/^(?:[ \t]*\n)+/, "").trimEnd()}\n`;
}
