import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { readInline } from "./inlineSource.ts";
import { readMarkdown } from "./markdownSource.ts";

/**
 * Stands between the asterisks and the letter. CommonMark closes `**용어(Term)**` before a letter no more than it opens
 * `**"인용"**` after one; `<` is punctuation and lifts both. An empty comment shows nothing, leaves no character behind,
 * and holds where raw HTML is not allowed (Hugo puts a comment in its place; `<strong>` would be lost there). Jekyll's
 * kramdown, which needs no mending, reads it as a comment as well.
 */
const GAP = "<!-- -->";
const CANDIDATES = 20;
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

interface Run {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** The body with its `**` and `*` emphasis that punctuation beside Hangul keeps from showing. Code is left alone. */
export function mendEmphasis(body: string, parse: ParseMarkdown): string {
  return applyEdits(body, emphasisGaps(body, parse).flat());
}

/** The gaps that {@link mendEmphasis} puts in, by paragraph: each paragraph's belong together. */
export function emphasisGaps(body: string, parse: ParseMarkdown): readonly (readonly TextEdit[])[] {
  if (!body.includes("*")) return [];
  const paragraphs: (readonly TextEdit[])[] = [];
  for (const { kind, text, toSource } of readMarkdown(body, parse).segments) {
    if (kind !== "text" || !text.includes("*") || count(text, parse).asterisks === 0) continue;
    const gaps = mendText(text, parse).map(({ start }) => gapAt(toSource(start)));
    if (gaps.length > 0) paragraphs.push(gaps);
  }
  return paragraphs;
}

/** All gaps at once when the parser then shows every pair as emphasis; else those that help one by one. */
function mendText(text: string, parse: ParseMarkdown): readonly TextEdit[] {
  const pairs = pairsOf(text);
  const before = count(text, parse);
  const gaps = pairs.flat();
  if (gaps.length === 0) return [];
  const all = count(applyEdits(text, gaps), parse);
  if (all.emphases >= pairs.length && all.asterisks < before.asterisks) return gaps;
  // Some are no emphasis. A long paragraph is not worth reading hundreds of times.
  let chosen: readonly TextEdit[] = [];
  let best = before;
  for (const pair of pairs.filter(({ length }) => length > 0).slice(0, CANDIDATES)) {
    const next = count(applyEdits(text, [...chosen, ...pair]), parse);
    if (next.emphases <= best.emphases || next.asterisks >= best.asterisks) continue;
    chosen = [...chosen, ...pair];
    best = next;
  }
  return chosen;
}

function count(text: string, parse: ParseMarkdown): { emphases: number; asterisks: number } {
  let emphases = 0;
  let asterisks = 0;
  for (const token of parse(text).flatMap(({ children }) => children ?? [])) {
    if (token.type === "strong_open" || token.type === "em_open") emphases++;
    if (token.type === "text") asterisks += token.content.split("*").length - 1;
  }
  return { emphases, asterisks };
}

/** Each pair of asterisks with the gaps it wants, which most do not. */
function pairsOf(text: string): (readonly TextEdit[])[] {
  const pairs: (readonly TextEdit[])[] = [];
  let open: Run | undefined;
  for (const run of runsOf(text)) {
    const canClose = /\S/.test(run.before);
    if (open !== undefined && canClose && run.end - run.start === open.end - open.start) {
      const gaps: TextEdit[] = [];
      if (CJK.test(open.before) && PUNCTUATION.test(open.after)) gaps.push(gapAt(open.start));
      if (PUNCTUATION.test(run.before) && CJK.test(run.after)) gaps.push(gapAt(run.end));
      // A single `*` is a sign of arithmetic as well: it must at least begin like emphasis.
      const isSure = run.end - run.start > 1 || !/[\p{L}\p{N}]/u.test(open.before);
      if (isSure) pairs.push(gaps);
      open = undefined;
    } else {
      open = /\S/.test(run.after) ? run : undefined;
    }
  }
  return pairs;
}

function gapAt(start: number): TextEdit {
  return { start, end: start, newText: GAP };
}

/** The runs of asterisks that may be emphasis: not in code, tags or the addresses of links, not escaped. */
function runsOf(text: string): readonly Run[] {
  const { opaque, links } = readInline(text, () => false);
  const hidden = [...opaque, ...links.flatMap(({ address }) => address ?? [])].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let next = 0;
  for (const match of text.matchAll(/\\[\s\S]|\*+/g)) {
    const start = match.index;
    while ((hidden[next]?.end ?? Infinity) <= start) next++;
    if (match[0].startsWith("\\") || (hidden[next]?.start ?? Infinity) <= start) continue;
    const end = start + match[0].length;
    const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
    runs.push({ start, end, before, after: String.fromCodePoint(text.codePointAt(end) ?? 32) });
  }
  return runs.filter((run) => run.end - run.start <= 3);
}
