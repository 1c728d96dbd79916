import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { readInline, type Span } from "./inlineSource.ts";
import { containerLength, type MarkdownSource, readMarkdown } from "./markdownSource.ts";

const RAW = "{% raw %}";
const END = "{% endraw %}";
/** `{% endraw %}` as text, which no `raw` can hold. */
const LITERAL_END = `{{ "${END}" }}`;
const RAW_TAG = /\{%-?\s{0,9}raw\s{0,9}-?%\}/y;
const END_TAG = /\{%-?\s{0,9}endraw\s{0,9}-?%\}/g;

/**
 * The body with what Jekyll would take for Liquid (`{{`, `{%`) wrapped in `raw`: a whole fence from outside, a span of
 * code, or else the line. What stands in `raw` already stays.
 */
export function keepFromLiquid(body: string, parse: ParseMarkdown): string {
  const hazards = hazardsIn(body);
  if (hazards.length === 0) return body;
  const { fences, code, text } = hazardousPlaces(body, hazards, parse);
  const kept = applyEdits(body, [...fences, ...wrapped(body, [...code, ...text])]);
  // Where a `raw` of the note begins in one of these and ends outside it, there is nothing for it but all of the body.
  return hazardsIn(kept).length === 0 ? kept : `${RAW}\n${literalEnds(body)}\n${END}`;
}

/** The edits that wrap what Jekyll would take for Liquid within code; Liquid elsewhere may be meant. */
export function wrapsOfCode(body: string, parse: ParseMarkdown): readonly TextEdit[] {
  const hazards = hazardsIn(body);
  if (hazards.length === 0) return [];
  const { fences, code } = hazardousPlaces(body, hazards, parse);
  return [...fences, ...wrapped(body, code)];
}

interface HazardousPlaces {
  /** Whole fences, as the edits that wrap them. */
  readonly fences: readonly TextEdit[];
  readonly code: readonly Span[];
  readonly text: readonly Span[];
}

function hazardousPlaces(body: string, hazards: readonly number[], parse: ParseMarkdown): HazardousPlaces {
  const source = readMarkdown(body, parse);
  const fences = source.tokens.flatMap(({ type, map }) => (type === "fence" && map !== null ? [map] : []));
  const code = source.segments.flatMap(({ kind, text, toSource }) =>
    kind !== "text"
      ? []
      : readInline(text, () => false)
          .opaque.filter((span) => span.kind === "code")
          .map(({ start, end }) => ({ start: toSource(start), end: toSource(end - 1) + 1 })),
  );
  const texts = source.segments.flatMap(({ kind, text, toSource }) =>
    kind === "text" ? [{ start: toSource(0), end: toSource(text.length - 1) + 1 }] : [],
  );
  const wrappedFences: TextEdit[] = [];
  const seen = new Set<number>();
  const codeSpans: Span[] = [];
  const textSpans: Span[] = [];
  let line = 0;
  let nextFence = 0;
  let nextCode = 0;
  let nextText = 0;
  for (const hazard of hazards) {
    while (line + 1 < source.lines.length && source.lineStart(line + 1) <= hazard) line++;
    while ((fences[nextFence]?.[1] ?? Infinity) <= line) nextFence++;
    while ((code[nextCode]?.end ?? Infinity) <= hazard) nextCode++;
    const fence = fences[nextFence];
    const span = code[nextCode];
    if (fence !== undefined && fence[0] <= line) {
      if (!seen.has(fence[0])) wrappedFences.push(...wrapFence(source, fence));
      seen.add(fence[0]);
    } else if (span !== undefined && span.start <= hazard) {
      codeSpans.push(span);
    } else {
      while ((texts[nextText]?.end ?? Infinity) <= hazard) nextText++;
      textSpans.push(lineSpan(source, line, texts[nextText]));
    }
  }
  return { fences: wrappedFences, code: codeSpans, text: textSpans };
}

function wrapped(body: string, spans: readonly Span[]): readonly TextEdit[] {
  return merged(spans).map(({ start, end }) => ({
    start,
    end,
    newText: RAW + literalEnds(body.slice(start, end)) + END,
  }));
}

/** A title as it was before {@link keepFromLiquid} wrapped it. */
export function withoutRaw(title: string): string {
  return title.replaceAll(RAW, "").replaceAll(END, "");
}

/** Where Liquid would begin to read, outside `raw`. */
function hazardsIn(body: string): readonly number[] {
  const hazards: number[] = [];
  const ends = [...body.matchAll(END_TAG)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  let next = 0;
  let at = 0;
  while (at < body.length) {
    const brace = body.indexOf("{", at);
    if (brace === -1) break;
    at = brace + 1;
    if (body[at] !== "{" && body[at] !== "%") continue;
    RAW_TAG.lastIndex = brace;
    if (body.startsWith(LITERAL_END, brace)) {
      at = brace + LITERAL_END.length;
    } else {
      const isRaw = RAW_TAG.test(body);
      while ((ends[next]?.start ?? Infinity) < brace) next++;
      const end = isRaw ? ends[next] : undefined;
      if (end === undefined) hazards.push(brace);
      at = end?.end ?? brace + 2;
    }
  }
  return hazards;
}

function literalEnds(text: string): string {
  return text.replace(END_TAG, `${END}${LITERAL_END}${RAW}`);
}

/** On lines of their own, in the list or quote the fence stands in. */
function wrapFence({ text, lines, lineStart }: MarkdownSource, [first, end]: readonly [number, number]): TextEdit[] {
  const opening = lines[first] ?? "";
  const marks = opening.slice(0, containerLength(opening));
  const inside = marks.replace(/[^ \t>]/g, " ");
  const start = lineStart(first) + marks.length;
  const stop = lineStart(end - 1) + (lines[end - 1] ?? "").length;
  const newText = `${RAW}\n${inside}${literalEnds(text.slice(start, stop))}\n${inside}${END}`;
  return [{ start, end: stop, newText }];
}

/** What a line says, without the marks before it; in a row of a table the cell, in a heading its title. */
function lineSpan({ lines, lineStart }: MarkdownSource, line: number, text: Span | undefined): Span {
  const written = lines[line] ?? "";
  const start = lineStart(line) + containerLength(written);
  const end = lineStart(line) + written.trimEnd().length;
  if (text === undefined || text.start >= end) return { start, end };
  return { start: Math.max(start, text.start), end: Math.min(end, text.end) };
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      result.push(span);
    }
  }
  return result;
}
