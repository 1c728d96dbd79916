import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { TextEdit } from "../../text/edit.ts";
import { type DraftEntry, type GeneratedDraft, linesOfEntry } from "./generatedDraft.ts";
import type { EntryPlace } from "./locateEntries.ts";
import { isBlank, lineKey, type PostLine } from "./postLines.ts";

/** The post, as what is missing from it is placed. */
interface Post {
  readonly lines: readonly PostLine[];
  /** The numbers of the lines of the body that say the same, by {@link lineKey}. */
  readonly linesOf: ReadonlyMap<string, readonly number[]>;
  /** Where each entry of the generated draft is, by index. */
  readonly present: readonly (EntryPlace | undefined)[];
  /** Lines at which entries begin. */
  readonly starts: ReadonlySet<number>;
}

interface Insertion {
  /** The line of the post before which it goes; the number of lines for the end. */
  readonly line: number;
  readonly blocks: (readonly string[])[];
}

/**
 * Edits that put missing entries into the post in the order of the generated draft: after the nearest entry before them
 * in their section that the post has, else before the nearest after them, else below the section's heading, which is
 * brought along when the post has none.
 * @param present where each entry of the generated draft is in the post, by index
 */
export function insertionsFor(
  missing: readonly DraftEntry[],
  generated: GeneratedDraft,
  present: readonly (EntryPlace | undefined)[],
  lines: readonly PostLine[],
  eol: string,
): readonly TextEdit[] {
  const sections = sectionsOf(generated);
  const insertions = new Map<number, Insertion>();
  const withHeading = new Set<number>();
  const broughtAlong = new Set<string>();
  const post = readPost(lines, present);
  const indexOf = new Map(generated.entries.map((entry, index) => [entry, index]));
  const sectionOf = sections.flatMap(({ first, last }, section) => new Array<number>(last - first + 1).fill(section));
  for (const entry of missing) {
    const index = indexOf.get(entry) ?? -1;
    const section = sectionOf[index] ?? -1;
    const { first, last, heading, parent } = sections[section] ?? { first: index, last: index, heading: [] };
    const blocks: (readonly string[])[] = [];
    let line = placeBeside(index, first, last, post);
    if (line !== undefined) {
      const separator = index > first ? gapBefore(generated, index) : [];
      if (separator.length > 0) blocks.push(separator);
    } else {
      line = belowHeading(heading, post);
    }
    if (line === undefined) {
      const parentLine = parent === undefined ? undefined : belowHeading([parent], post);
      line =
        parentLine === undefined
          ? placeOfSection(section, sections, post)
          : placeOfGroup(section, sections, post, parentLine);
      if (parent !== undefined && parentLine === undefined && !broughtAlong.has(parent)) {
        blocks.push([parent]);
        broughtAlong.add(parent);
      }
      if (!withHeading.has(section) && heading.length > 0) blocks.push(heading);
      withHeading.add(section);
    }
    blocks.push(linesOfEntry(generated, entry));
    const insertion = insertions.get(line) ?? { line, blocks: [] };
    insertion.blocks.push(...blocks);
    insertions.set(line, insertion);
  }
  return [...insertions.values()].map((insertion) => insertionEdit(insertion, lines, eol));
}

/** Front matter is no place for an entry, whatever its lines look like. */
function readPost(lines: readonly PostLine[], present: readonly (EntryPlace | undefined)[]): Post {
  const text = lines.map((line) => line.text).join("\n");
  const bodyLine = text.slice(0, readFrontMatter(text).bodyStart).split("\n").length - 1;
  const linesOf = new Map<string, number[]>();
  for (let line = bodyLine; line < lines.length; line++) {
    const key = lineKey(lines[line]?.text ?? "");
    const same = linesOf.get(key);
    if (same === undefined) linesOf.set(key, [line]);
    else same.push(line);
  }
  const starts = present.flatMap((place) => (place === undefined || place.state === "gone" ? [] : [place.start]));
  return { lines, linesOf, present, starts: new Set(starts) };
}

interface Section {
  /** Indexes of its entries. */
  readonly first: number;
  readonly last: number;
  /** The lines that announce it, blank ones around them left out. */
  readonly heading: readonly string[];
  /** The heading of a higher rank above it, when its own is one of several groups below that. */
  readonly parent?: string;
}

/** A section begins where something new stands between two entries; a line that stands between all of them only separates. */
function sectionsOf(generated: GeneratedDraft): readonly Section[] {
  const gaps = generated.entries.map((_, index) => gapBefore(generated, index));
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap.join("\n"), (counts.get(gap.join("\n")) ?? 0) + 1);
  const sections: Section[] = [];
  gaps.forEach((gap, index) => {
    const previous = sections.at(-1);
    const isHeading = gap.some((line) => !/^[-*_ ]*$/.test(line)) && counts.get(gap.join("\n")) === 1;
    if (previous === undefined || isHeading) {
      const parent = parentHeading(generated, index, gap, previous);
      sections.push({ first: index, last: index, heading: gap, ...(parent !== undefined && { parent }) });
    } else sections[sections.length - 1] = { ...previous, last: index };
  });
  return sections;
}

/** The heading of a higher rank right above the entry's own, or above the group before it. */
function parentHeading(
  { lines, entries }: GeneratedDraft,
  index: number,
  gap: readonly string[],
  previous: Section | undefined,
): string | undefined {
  const rank = rankOf(gap.at(-1) ?? "");
  const from = entries[index - 1]?.end ?? 0;
  let above = (entries[index]?.start ?? 0) - 1;
  while (above >= from && isBlank(lines[above] ?? "")) above--;
  above -= gap.length;
  while (above >= from && isBlank(lines[above] ?? "")) above--;
  const found = above < from ? 0 : rankOf(lines[above] ?? "");
  if (found > 0) return found < rank ? lines[above] : undefined;
  return rankOf(previous?.heading.at(-1) ?? "") === rank ? previous?.parent : undefined;
}

/** 1 to 6 for a heading, else 0. */
function rankOf(line: string): number {
  return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}

/** The non-blank lines right before an entry: above the first one, the whole opening of the draft comes before them. */
function gapBefore({ lines, entries }: GeneratedDraft, index: number): readonly string[] {
  const from = entries[index - 1]?.end ?? 0;
  let end = entries[index]?.start ?? from;
  while (end > from && isBlank(lines[end - 1] ?? "")) end--;
  let start = end;
  while (start > from && !isBlank(lines[start - 1] ?? "")) start--;
  return lines.slice(start, end);
}

function placeBeside(index: number, first: number, last: number, post: Post): number | undefined {
  const { present } = post;
  for (let before = index - 1; before >= first; before--) {
    const place = present[before];
    if (place !== undefined && place.state !== "gone") return endOfBlock(place.end, post);
  }
  for (let after = index + 1; after <= last; after++) {
    const place = present[after];
    if (place !== undefined && place.state !== "gone") return place.start;
  }
  return undefined;
}

/** Past what a person wrote below an entry: up to the next entry, heading or end. */
function endOfBlock(from: number, { lines, starts }: Post): number {
  let fence = "";
  for (let line = from; line < lines.length; line++) {
    const text = lines[line]?.text ?? "";
    if (starts.has(line)) return line;
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === "" && /^ {0,3}#{1,6}\s/.test(text)) return line;
    if (marker !== undefined) fence = fence === "" ? marker : marker.startsWith(fence) ? "" : fence;
  }
  return lines.length;
}

function belowHeading(heading: readonly string[], { linesOf }: Post, from = 0): number | undefined {
  const key = heading.at(-1);
  const found = key === undefined ? undefined : linesOf.get(lineKey(key))?.find((line) => line >= from);
  return found === undefined ? undefined : found + 1;
}

/** A section the post lacks goes after the sections before it, else before those after it, else to the end. */
function placeOfSection(section: number, sections: readonly Section[], post: Post): number {
  const { lines, present } = post;
  const first = sections[section]?.first ?? 0;
  for (let before = first - 1; before >= 0; before--) {
    const place = present[before];
    if (place !== undefined && place.state !== "gone") return endOfBlock(place.end, post);
  }
  for (const later of sections.slice(section + 1)) {
    const below = belowHeading(later.heading, post);
    if (below !== undefined) return below - 1;
  }
  return lines.length;
}

/** As {@link placeOfSection}, among the groups below one heading that the post has. */
function placeOfGroup(section: number, sections: readonly Section[], post: Post, belowParent: number): number {
  const { lines, present } = post;
  const { first = 0, parent } = sections[section] ?? {};
  const start = sections.find((other) => other.parent === parent)?.first ?? first;
  for (let before = first - 1; before >= start; before--) {
    const place = present[before];
    if (place !== undefined && place.state !== "gone") return endOfBlock(place.end, post);
  }
  for (const later of sections.slice(section + 1).filter((other) => other.parent === parent)) {
    const below = belowHeading(later.heading, post, belowParent);
    if (below !== undefined) return below - 1;
  }
  let line = belowParent;
  while (line < lines.length && isBlank(lines[line]?.text ?? "")) line++;
  return line;
}

/** The blocks with one blank line between them and around them, where there is none yet. */
function insertionEdit({ line, blocks }: Insertion, lines: readonly PostLine[], eol: string): TextEdit {
  const text = blocks.map((block) => block.join(eol)).join(eol + eol);
  // Stay above the blank lines that separate what comes next.
  let at = line;
  while (at > 0 && isBlank(lines[at - 1]?.text ?? "")) at--;
  const before = lines[at - 1];
  if (before === undefined) {
    const start = lines[0]?.start ?? 0;
    const hasText = lines.some((other) => !isBlank(other.text));
    return { start, end: start, newText: hasText ? text + eol + eol : text + eol };
  }
  const needsGap = line < lines.length && at === line;
  return { start: before.end, end: before.end, newText: eol + eol + text + (needsGap ? eol : "") };
}
