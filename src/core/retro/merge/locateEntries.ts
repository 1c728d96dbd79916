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

  const runs = runsIn(words, owners, taken);
  draft.entries.forEach((entry, index) => {
    const keys = significant(linesOfEntry(draft, entry)).map(({ key }) => key);
    const at = runs.find(keys, index);
    if (at === undefined) return;
    for (let word = at; word < at + keys.length; word++) taken.add(word);
    places[index] = { state: "intact", ...span(words, at, at + keys.length) };
  });
  const clusters = largestClusters(words, owners, taken);
  draft.entries.forEach((entry, index) => {
    const cluster = clusters.get(index);
    if (places[index]?.state === "intact" || cluster === undefined) return;
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

/** Finds runs of words equal to an entry's, preferring the one the alignment gives to this entry. */
function runsIn(
  words: readonly Word[],
  owners: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
): { find(keys: readonly string[], entry: number): number | undefined } {
  const wordsOf = groupsOf(words, (_, at) => owners[at]);
  const startsOf = groupsOf(words, ({ key }) => key);
  /** How many starts of an entry's text are used up: what is taken stays so, and entries may be alike by the thousand. */
  const passed = new Map<string, number>();
  const isRun = (at: number, keys: readonly string[]): boolean =>
    keys.every((key, offset) => words[at + offset]?.key === key && !taken.has(at + offset));
  return {
    find(keys, entry) {
      const own = wordsOf.get(entry)?.find((at) => isRun(at, keys));
      if (own !== undefined || keys.length === 0) return own;
      const starts = startsOf.get(keys[0] ?? "") ?? [];
      const text = keys.join("\n");
      let next = passed.get(text) ?? 0;
      while (next < starts.length && !isRun(starts[next] ?? 0, keys)) next++;
      passed.set(text, next);
      return starts[next];
    },
  };
}

/** Indexes of words by what `keyOf` says of them, in order. */
function groupsOf<K>(words: readonly Word[], keyOf: (word: Word, at: number) => K): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  words.forEach((word, at) => {
    const key = keyOf(word, at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  });
  return groups;
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

interface Cluster {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** By entry: the longest stretch of the post whose recognised lines all come from it. */
function largestClusters(
  words: readonly Word[],
  owners: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
): ReadonlyMap<number, Cluster> {
  const best = new Map<number, Cluster>();
  let current: Cluster | undefined;
  let of: number | undefined;
  words.forEach((_, word) => {
    const owner = taken.has(word) ? SKELETON : owners[word];
    if (owner === undefined) return;
    const goesOn = current !== undefined && owner === of;
    current =
      goesOn && current ? { ...current, last: word, count: current.count + 1 } : { first: word, last: word, count: 1 };
    of = owner;
    if (current.count > (best.get(owner)?.count ?? 0)) best.set(owner, current);
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
