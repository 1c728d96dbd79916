import type { FrontMatterFormat } from "../../note/frontMatter/frontMatter.ts";
import { dateTemplate } from "./dateForm.ts";
import { type Header, type HeaderEntry, readHeader } from "./headerEntries.ts";
import { type ListForm, listForm } from "./listForm.ts";

/** What a key of a new note gets. */
export type HeaderKey = {
  /** As it is written, with the spaces behind it. */
  readonly key: string;
} & (
  | { readonly role: "title"; readonly quotes: "" | '"' | "'" }
  | { readonly role: "date"; readonly template: string }
  | { readonly role: "tags"; readonly form: ListForm }
  /** `constant`: a list that all notes have; `words`: what is in the lists. */
  | { readonly role: "categories"; readonly form: ListForm; readonly constant: string; readonly words: string }
  | { readonly role: "constant"; readonly value: string }
  | { readonly role: "empty" }
);

/** How the notes of a repository begin. */
export interface HeaderHabit {
  readonly format: FrontMatterFormat | "none";
  readonly keys: readonly HeaderKey[];
  /** What stands before the title in the heading that the notes begin with: `# `, `## [TIL] `. */
  readonly heading?: string;
}

/** Fewer notes show no habit. */
const FEWEST = 5;
/** The share of the notes that have to do it, and of those that say the same where it is said for all. */
const SHARE = 0.6;
const NEARLY_ALL = 0.8;

const EMPTY_KEYS = /^(?:description|subtitle|summary|excerpt)$/i;

/**
 * How most of these texts begin; `undefined` where there is no such way.
 * @param texts newest first, or in any order: all count the same
 */
export function guessHeader(texts: readonly string[]): HeaderHabit | undefined {
  const headers = texts.map(readHeader);
  const [format, count] = commonest(headers.map((header) => header.format)) ?? ["none", 0];
  if (count < FEWEST || count < headers.length * SHARE) return undefined;
  const alike = headers.filter((header) => header.format === format);
  const heading = headingOf(alike);
  const keys = format === "none" ? [] : keysOf(alike, format);
  return { format, keys, ...(heading !== undefined && { heading }) };
}

function commonest<T>(values: readonly T[]): readonly [value: T, count: number] | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0];
}

/** The keys that most have, in the order in which they mostly stand. */
function keysOf(headers: readonly Header[], format: FrontMatterFormat): readonly HeaderKey[] {
  const byKey = new Map<string, { readonly entries: HeaderEntry[]; places: number }>();
  for (const { entries } of headers) {
    for (const [place, entry] of entries.entries()) {
      const name = entry.key.trim();
      const known = byKey.get(name) ?? { entries: [], places: 0 };
      known.entries.push(entry);
      known.places += place / entries.length;
      byKey.set(name, known);
    }
  }
  return [...byKey]
    .filter(([, { entries }]) => entries.length >= headers.length * SHARE)
    .sort(([, a], [, b]) => a.places / a.entries.length - b.places / b.entries.length)
    .flatMap(([name, { entries }]) => keyOf(name, entries, format) ?? []);
}

function keyOf(name: string, entries: readonly HeaderEntry[], format: FrontMatterFormat): HeaderKey | undefined {
  const [key = name] = commonest(entries.map((entry) => entry.key)) ?? [];
  const lower = name.toLowerCase();
  if (lower === "title") {
    const quotes = commonest(entries.map(({ value }) => (/^["']/.exec(value)?.[0] ?? "") as "" | '"' | "'"));
    return { key, role: "title", quotes: format === "toml" ? '"' : (quotes?.[0] ?? "") };
  }
  const forms = entries.flatMap((entry) => listForm(entry) ?? []);
  const [form = '{"style":"flow","isQuoted":false}'] = commonest(forms.map((one) => JSON.stringify(one))) ?? [];
  if (lower === "tags" || lower === "tag") return { key, role: "tags", form: tagForm(forms, form) };
  const constant = constantOf(entries);
  if (lower === "categories" || lower === "category") {
    const words = entries.map(({ value, children }) => [value, ...children].join(" ")).join(" ");
    const isList = constant?.startsWith(" [") === true;
    return { key, role: "categories", form: readForm(form), constant: isList ? constant.trim() : "", words };
  }
  const [date] =
    commonest(entries.map(({ value }) => dateTemplate(value)).filter((template) => template !== undefined)) ?? [];
  const dates = entries.filter(({ value }) => dateTemplate(value) !== undefined);
  if (date !== undefined && dates.length >= entries.length * SHARE) return { key, role: "date", template: date };
  if (constant !== undefined) return { key, role: "constant", value: constant };
  return EMPTY_KEYS.test(name) ? { key, role: "empty" } : undefined;
}

/** Where some write commas, a value without one is a list of one. */
function tagForm(forms: readonly ListForm[], common: string): ListForm {
  const form = readForm(common);
  return form.style === "spaces" && forms.some(({ style }) => style === "commas") ? { style: "commas" } : form;
}

/** What {@link keyOf} wrote itself. */
function readForm(text: string): ListForm {
  return JSON.parse(text) as ListForm;
}

/** What nearly all have behind this key, its lines below included; nothing that a template would take for its own. */
function constantOf(entries: readonly HeaderEntry[]): string | undefined {
  const written = entries.map(({ value, children }) => [value === "" ? "" : ` ${value}`, ...children].join("\n"));
  const [text, count] = commonest(written) ?? ["", 0];
  const isUsable = !/\{\{|\{%/.test(text) && text.length <= 500;
  return isUsable && count >= entries.length * NEARLY_ALL ? text : undefined;
}

/** `# [TIL] 제목` is `# [TIL] ` and a title. */
function headingOf(headers: readonly Header[]): string | undefined {
  const marks = headers.flatMap(({ body }) => {
    const [, level = "", title = ""] = /^\s{0,200}(#{1,3}) ([^\r\n]{1,300})/.exec(body.slice(0, 600)) ?? [];
    return level === "" ? [] : [`${level} ${/^(?:\[TIL\]|TIL *[:|-]) */i.exec(title)?.[0] ?? ""}`];
  });
  if (marks.length === 0 || marks.length < headers.length * SHARE) return undefined;
  const [mark, count] = commonest(marks) ?? ["# ", 0];
  if (count >= marks.length * NEARLY_ALL) return mark;
  const [level = "# "] = commonest(marks.map((each) => /^#+ /.exec(each)?.[0] ?? "# ")) ?? [];
  return level;
}
