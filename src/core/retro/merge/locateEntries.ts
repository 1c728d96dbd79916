import { alignLines } from "./alignLines.ts";
import { type GeneratedDraft, linesOfEntry } from "./generatedDraft.ts";
import { isBlank, lineKey } from "./postLines.ts";

/** Where an entry of a generated draft is in the post made of it. */
export type EntryPlace =
  /** Every line as generated. `start`–`end` are lines of the post, `end` exclusive. */
  | { readonly state: "intact"; readonly start: number; readonly end: number }
  /** Reworded, retitled, cut or added to; the lines from its first to its last that is still recognised. */
  | { readonly state: "edited"; readonly start: number; readonly end: number }
  | { readonly state: "gone" };

/** Owner of the lines of a draft that come from no note: its headings, its line of numbers. */
const SKELETON = -1;

/** A line of the post that says something. */
interface Word {
  readonly key: string;
  readonly line: number;
}

/**
 * Finds the entries of `draft` in a post, whatever has been done to it: first those that stand somewhere as they were
 * generated (an entry may have been moved), then, by the lines that are left, those that were edited.
 * Blank lines and spaces at the ends of lines do not count.
 */
export function locateEntries(draft: GeneratedDraft, post: readonly string[]): readonly EntryPlace[] {
  const words = significant(post);
  const owners = alignedOwners(draft, words);
  const taken = new Set<number>();
  const places: EntryPlace[] = draft.entries.map(() => ({ state: "gone" }));

  draft.entries.forEach((entry, index) => {
    const keys = significant(linesOfEntry(draft, entry)).map(({ key }) => key);
    const at = findRun(words, keys, taken, owners, index);
    if (at === undefined) return;
    for (let word = at; word < at + keys.length; word++) taken.add(word);
    places[index] = { state: "intact", ...span(words, at, at + keys.length) };
  });
  draft.entries.forEach((entry, index) => {
    if (places[index]?.state === "intact") return;
    const cluster = largestCluster(index, words, owners, taken);
    if (cluster === undefined) return;
    const { first, last } = withReworded(cluster, linesOfEntry(draft, entry)[0] ?? "", words, owners, taken);
    places[index] = { state: "edited", ...span(words, first, last + 1) };
  });
  return places;
}

function significant(lines: readonly string[]): readonly Word[] {
  return lines.flatMap((text, line) => (isBlank(text) ? [] : [{ key: lineKey(text), line }]));
}

function span(words: readonly Word[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.line ?? 0, end: (words[to - 1]?.line ?? -1) + 1 };
}

/** The run of words equal to `keys`, preferring the one the alignment gives to this entry. */
function findRun(
  words: readonly Word[],
  keys: readonly string[],
  taken: ReadonlySet<number>,
  owners: readonly (number | undefined)[],
  entry: number,
): number | undefined {
  let other: number | undefined;
  for (let at = 0; at + keys.length <= words.length; at++) {
    if (words[at]?.key !== keys[0]) continue;
    if (!keys.every((key, offset) => words[at + offset]?.key === key && !taken.has(at + offset))) continue;
    if (owners[at] === entry) return at;
    other ??= at;
  }
  return other;
}

/**
 * The entry each word of the post comes from: by the longest common sequence of lines, and for a line that has moved,
 * by being a line of one entry only. Lines that are of the draft but of no entry are its skeleton.
 */
function alignedOwners(draft: GeneratedDraft, words: readonly Word[]): readonly (number | undefined)[] {
  const generated = significant(draft.lines);
  const entryOfLine = new Map<number, number>();
  draft.entries.forEach(({ start, end }, index) => {
    for (let line = start; line < end; line++) entryOfLine.set(line, index);
  });
  const owners: (number | undefined)[] = words.map(() => undefined);
  const keysOf = (lines: readonly Word[]): readonly string[] => lines.map(({ key }) => key);
  for (const { left, right } of alignLines(keysOf(generated), keysOf(words))) {
    owners[right] = entryOfLine.get(generated[left]?.line ?? -1) ?? SKELETON;
  }
  const onlyOwner = ownersOfUniqueLines(draft, generated, entryOfLine);
  words.forEach(({ key }, word) => {
    if (owners[word] === undefined) owners[word] = onlyOwner.get(key);
  });
  return owners;
}

function ownersOfUniqueLines(
  draft: GeneratedDraft,
  generated: readonly Word[],
  entryOfLine: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  const shared = new Set<string>();
  for (const { key, line } of generated) {
    const entry = entryOfLine.get(line);
    const isTitle = entry !== undefined && draft.entries[entry]?.start === line;
    // Short lines (a fence, a brace, `- 예`) tell nothing about where they came from.
    if (entry === undefined || (!isTitle && key.length < 8)) continue;
    if (owners.has(key) && owners.get(key) !== entry) shared.add(key);
    owners.set(key, entry);
  }
  for (const key of shared) owners.delete(key);
  return owners;
}

/** The longest stretch of the post whose recognised lines all come from this entry. */
function largestCluster(
  entry: number,
  words: readonly Word[],
  owners: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
): { readonly first: number; readonly last: number } | undefined {
  let best: { first: number; last: number; count: number } | undefined;
  let current: { first: number; last: number; count: number } | undefined;
  words.forEach((_, word) => {
    const owner = taken.has(word) ? -1 : owners[word];
    if (owner === entry) {
      current =
        current === undefined
          ? { first: word, last: word, count: 1 }
          : { ...current, last: word, count: current.count + 1 };
      if (best === undefined || current.count > best.count) best = current;
    } else if (owner !== undefined) {
      current = undefined;
    }
  });
  return best;
}

/** The lines of an edited entry that are not recognised, but stand where its title or the end of its text stood. */
function withReworded(
  { first, last }: { readonly first: number; readonly last: number },
  title: string,
  words: readonly Word[],
  owners: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
): { readonly first: number; readonly last: number } {
  const isFree = (word: number): boolean => words[word] !== undefined && owners[word] === undefined && !taken.has(word);
  let end = last;
  const follows = (word: number): boolean =>
    // A blank line stands between a title and its text, and a heading begins something else.
    (words[word]?.line === (words[word - 1]?.line ?? 0) + 1 || words[word - 1]?.key === lineKey(title)) &&
    !/^#{1,6}\s/.test(words[word]?.key ?? "");
  while (isFree(end + 1) && follows(end + 1)) end++;
  const isRetitled = words[first]?.key !== lineKey(title) && isFree(first - 1);
  return {
    first: isRetitled && /^(?:\*\*|__|\[\*\*|#{3,6} )/.test(words[first - 1]?.key ?? "") ? first - 1 : first,
    last: end,
  };
}
