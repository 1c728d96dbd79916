import type { HeaderHabit, HeaderKey } from "./guessHeader.ts";
import { tagsTemplate, wordTemplate } from "./listForm.ts";

/** The template of a new TIL or 토막글 that begins as the notes of the repository do. */
export function headerTemplate(habit: HeaderHabit, kind: "til" | "tomak"): string {
  const { format, keys, heading } = habit;
  const fence = format === "toml" ? "+++" : "---";
  const link = kind === "til" && !keys.some(({ key }) => key.trim() === "link");
  const lines = keys.map((key) => `${lineOf(key, habit, kind)}\n`).join("");
  const stated = format === "none" ? "" : `${fence}\n${lines}${link ? linkLine(format) : ""}${fence}\n\n`;
  const title = heading === undefined ? "" : `${heading}{{ title }}\n\n`;
  return stated + title + (kind === "til" ? unstated(habit) : "") + (kind === "til" ? TIL_BODY : TOMAK_BODY);
}

const TIL_BODY = "- {{ cursor }}\n";
const TOMAK_BODY = "- {{ cursor }}\n- \n- \n";

function lineOf(key: HeaderKey, { format }: HeaderHabit, kind: "til" | "tomak"): string {
  const isToml = format === "toml";
  const name = `${key.key}${isToml ? "=" : ":"}`;
  const form = isToml ? "toml" : "yaml";
  switch (key.role) {
    case "title":
      return `${name} {{ title | ${TITLE_FILTERS[key.quotes]} }}`;
    case "date":
      return `${name} ${key.template}`;
    case "tags":
      return name + tagsTemplate(key.form, form);
    case "categories":
      return name + categoriesOf(key, form, kind);
    case "constant":
      return name + key.value;
    case "empty":
      return isToml ? `${name} ""` : name;
  }
}

const TITLE_FILTERS = { "": "yaml", '"': "quoted", "'": 'quoted: "single"' } as const;

const TIL_WORD = /(?<![\p{L}\p{N}_-])til(?![\p{L}\p{N}_-])/iu;

/** The category tells TIL from posts; it is spelled as those do that have it already. */
function categoriesOf(
  { form, constant, words }: Extract<HeaderKey, { role: "categories" }>,
  format: "yaml" | "toml",
  kind: "til" | "tomak",
): string {
  const spelled = TIL_WORD.exec(words)?.[0] ?? "TIL";
  const isForTil = TIL_WORD.test(constant);
  if (kind === "til") return isForTil ? ` ${constant}` : wordTemplate(spelled, form, format, constant);
  // What all notes are, TIL or not, a 토막글 is as well.
  return wordTemplate("토막글", form, format, isForTil ? "" : constant);
}

function linkLine(format: HeaderHabit["format"]): string {
  const line = format === "toml" ? "link = {{ link | quoted }}" : "link: {{ link | yaml }}";
  return `{% if link != "" %}${line}\n{% endif %}`;
}

/** What the front matter has no place for and the person was asked for all the same. */
function unstated({ format, keys }: HeaderHabit): string {
  const tags = keys.some(({ role }) => role === "tags")
    ? ""
    : '{% if tags != empty %}{% for tag in tags %}{% unless forloop.first %} {% endunless %}#{{ tag | replace: " ", "-" }}{% endfor %}\n\n{% endif %}';
  const link = format === "none" ? '{% if link != "" %}출처: <{{ link }}>\n\n{% endif %}' : "";
  return link + tags;
}
