import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { labelKey, readDefinitions } from "./definitions.ts";
import { readInline, readLabel } from "./inlineSource.ts";
import { readMarkdown } from "./markdownSource.ts";

interface Definition {
  readonly key: string;
  readonly label: string;
  readonly says: string;
  readonly start: number;
  readonly end: number;
}

interface Use extends Pick<Definition, "key" | "start" | "end"> {
  /** Text that is its own label: the new label goes behind it. */
  readonly isShown: boolean;
}

interface Labels {
  readonly definitions: readonly Definition[];
  readonly uses: readonly Use[];
}

interface Entry {
  readonly heading: string;
  readonly body: string;
}

/**
 * Sections whose entries name only their own definitions. Labels of links, images and footnotes count for a whole
 * document: where another entry defines the same label differently, or uses it without defining it (`[x]` in a list of
 * tasks), the definition and its uses are renamed `label-2`, in the order of the draft. Equal definitions stay.
 */
export function separateLabels<S extends { readonly entries: readonly Entry[] }>(
  sections: readonly S[],
  parse: ParseMarkdown,
): readonly S[] {
  const entries = sections.flatMap((section) => section.entries);
  if (!entries.some(({ body }) => body.includes("]:"))) return sections;
  const bodies = new Map(separated(entries, parse).map((body, index) => [entries[index], body]));
  return sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({ ...entry, body: bodies.get(entry) ?? entry.body })),
  }));
}

function separated(entries: readonly Entry[], parse: ParseMarkdown): readonly string[] {
  const labels = entries.map(({ body }) => readLabels(body, parse));
  const foreign = new Set<string>();
  const used = new Set<string>();
  for (const [index, { definitions, uses }] of labels.entries()) {
    const own = new Set(definitions.map(({ key }) => key));
    for (const { key } of uses) if (!own.has(key)) foreign.add(key);
    for (const { key } of readLabels(entries[index]?.heading ?? "", parse).uses) foreign.add(key);
    for (const key of own) used.add(key);
  }
  for (const key of foreign) used.add(key);
  /** Who has a label, and what a definition is called where its own label is taken. */
  const holders = new Map<string, string>();
  const renamed = new Map<string, string>();
  return entries.map(({ body }, index) => {
    const { definitions = [], uses = [] } = labels[index] ?? {};
    const names = new Map<string, string>();
    const seen = new Set<string>();
    for (const { key, label, says } of definitions) {
      // The first of several counts.
      if (seen.has(key)) continue;
      seen.add(key);
      const holder = holders.get(key) ?? says;
      if (holder === says && !foreign.has(key)) {
        holders.set(key, says);
        continue;
      }
      const identity = `${key}\n${says}`;
      const name = renamed.get(identity) ?? freeName(label, used);
      renamed.set(identity, name);
      used.add(labelKey(name));
      names.set(key, name);
    }
    return names.size === 0 ? body : rename(body, { definitions, uses }, names);
  });
}

function freeName(label: string, used: ReadonlySet<string>): string {
  let number = 2;
  while (used.has(labelKey(`${label}-${number}`))) number++;
  return `${label}-${number}`;
}

function rename(body: string, { definitions, uses }: Labels, names: ReadonlyMap<string, string>): string {
  const edits: TextEdit[] = [];
  for (const { key, start, end } of definitions) {
    const name = names.get(key);
    if (name !== undefined) edits.push({ start, end, newText: name });
  }
  for (const { key, start, end, isShown } of uses) {
    const name = names.get(key);
    if (name !== undefined) edits.push({ start, end, newText: isShown ? `[${name}]` : name });
  }
  return applyEdits(body, edits);
}

function readLabels(body: string, parse: ParseMarkdown): Labels {
  const definitions: Definition[] = [];
  const uses: Use[] = [];
  if (!body.includes("[")) return { definitions, uses };
  const { segments } = readMarkdown(body, parse);
  const define = (label: string, says: string, start: number, end: number): void => {
    definitions.push({ key: labelKey(label), label, says, start, end });
  };
  const texts: { text: string; toSource(offset: number): number; footnotes: Set<number> }[] = [];
  for (const { kind, text, toSource } of segments) {
    if (kind === "definitions") {
      for (const { label, says } of readDefinitions(text)) {
        define(text.slice(label.start, label.end), says, toSource(label.start), toSource(label.end));
      }
    } else if (kind === "text") {
      // A footnote of several words is a paragraph to the parser.
      const footnotes = new Set<number>();
      for (const match of text.matchAll(/^[ \t]{0,3}\[(?=\^)/gm)) {
        const label = readLabel(text, match.index + match[0].length);
        if (label === undefined || text[label.end + 1] !== ":") continue;
        footnotes.add(label.start);
        const says = text.slice(label.end + 2).split(/\n[ \t]{0,3}\[\^/, 1)[0] ?? "";
        define(text.slice(label.start, label.end), says.trim(), toSource(label.start), toSource(label.end));
      }
      texts.push({ text, toSource, footnotes });
    }
  }
  const own = new Set(definitions.map(({ key }) => key));
  for (const { text, toSource, footnotes } of texts) {
    // First as the note means it; what else would become a link if its label were defined belongs to nobody here.
    const meant = readInline(text, (label) => own.has(labelKey(label))).links;
    const possible = readInline(text, () => true).links.filter(({ label }) => {
      return label !== undefined && !own.has(labelKey(text.slice(label.start, label.end)));
    });
    for (const { label, form, end } of [...meant, ...possible]) {
      if (label === undefined || footnotes.has(label.start)) continue;
      const written = text.slice(label.start, label.end);
      const isShown = form !== "full" && !written.startsWith("^");
      const at = isShown ? label.end + 1 : label.start;
      const stop = isShown ? end : label.end;
      uses.push({ key: labelKey(written), isShown, start: toSource(at), end: toSource(at) + (stop - at) });
    }
  }
  return { definitions, uses };
}
