import type { MarkdownToken, ParseMarkdown } from "../../text/markdown.ts";

/**
 * A stretch of a Markdown text without the marks of the lists and quotes around it, as the parser reads it:
 * - `text`: a paragraph, a heading or a cell of a table;
 * - `html`: a block of HTML;
 * - `definitions`: lines that show nothing, such as `[label]: address`.
 */
export interface Segment {
  readonly kind: "text" | "html" | "definitions";
  readonly text: string;
  /** The offset in the source of an offset in `text`. */
  toSource(offset: number): number;
}

/** A Markdown text with what its parser knows of it. Lines end in `\n`. */
export interface MarkdownSource {
  readonly text: string;
  readonly lines: readonly string[];
  readonly tokens: readonly MarkdownToken[];
  /** In the order of the text. What cannot be found in the source again, such as a cell with `\|`, is left out. */
  readonly segments: readonly Segment[];
  /** The offset of a line's beginning. */
  lineStart(line: number): number;
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** The marks of quotes and list items at a line's beginning. Each step takes one character or one whole mark. */
const CONTAINER = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;

/** How far the marks of lists and quotes reach into a line. */
export function containerLength(line: string): number {
  return CONTAINER.exec(line)?.[0].length ?? 0;
}

export function readMarkdown(text: string, parse: ParseMarkdown): MarkdownSource {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const tokens = parse(text);
  const lineStart = (line: number): number => starts[line] ?? text.length;
  const segments: Segment[] = [];
  const covered = new Uint8Array(lines.length);
  let heading: MarkdownToken | undefined;
  let row = 0;
  let rowCursor = 0;
  for (const token of tokens) {
    if (token.type === "heading_open") heading = token;
    if (token.type === "tr_open" && token.map !== null) {
      row = token.map[0];
      rowCursor = containerLength(lines[row] ?? "");
    }
    if (isLeaf(token) && token.map !== null) covered.fill(1, ...token.map);
    if (token.type === "table_open" && token.map !== null) covered.fill(1, ...token.map);
    if (token.type === "html_block" && token.map !== null) {
      segments.push(segmentOf("html", blockPieces(token, token.map[0], lines, lineStart)));
    } else if (token.type === "inline" && token.map === null) {
      const cell = findCell(lines[row] ?? "", token.content, rowCursor);
      if (cell === undefined) continue;
      rowCursor = cell + token.content.length;
      segments.push(segmentOf("text", [{ text: token.content, start: lineStart(row) + cell }]));
    } else if (token.type === "inline" && token.map !== null) {
      const isAtx = heading?.map?.[0] === token.map[0] && heading.markup.startsWith("#");
      const pieces = isAtx
        ? atxPieces(token.content, lines[token.map[0]] ?? "", lineStart(token.map[0]), heading?.markup ?? "")
        : blockPieces(token, token.map[0], lines, lineStart);
      segments.push(segmentOf("text", pieces));
    }
  }
  segments.push(...definitionSegments(lines, covered, lineStart));
  const found = segments.filter((segment) => segment.text !== "");
  return {
    text,
    lines,
    tokens,
    segments: found.sort((a, b) => a.toSource(0) - b.toSource(0)),
    lineStart,
  };
}

function isLeaf({ type }: MarkdownToken): boolean {
  // A heading covers its underline as well, which its inline token does not.
  return ["inline", "fence", "code_block", "html_block", "hr", "heading_open"].includes(type);
}

function segmentOf(kind: Segment["kind"], pieces: readonly Piece[] | undefined): Segment {
  const known = pieces ?? [];
  const begins: number[] = [];
  let length = 0;
  for (const piece of known) {
    begins.push(length);
    length += piece.text.length + 1;
  }
  return {
    kind,
    text: known.map((piece) => piece.text).join("\n"),
    toSource(offset) {
      let low = 0;
      let high = begins.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((begins[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return (known[low]?.start ?? 0) + offset - (begins[low] ?? 0);
    },
  };
}

/** The lines of a block are the ends of the source's lines; `undefined` where they are not. */
function blockPieces(
  token: MarkdownToken,
  first: number,
  lines: readonly string[],
  lineStart: (line: number) => number,
): Piece[] | undefined {
  const pieces: Piece[] = [];
  const content = token.content.replace(/\n$/, "").split("\n");
  for (const [index, text] of content.entries()) {
    const line = lines[first + index] ?? "";
    // Of a tab that lies across the edge of a list, the parser leaves spaces: what is behind them counts.
    const said = text.trimStart();
    const end = line.endsWith(said) ? line.length : line.trimEnd().length;
    if (!line.slice(0, end).endsWith(said)) return undefined;
    const at = end - text.length;
    pieces.push({ text, start: lineStart(first + index) + at });
  }
  return pieces;
}

function atxPieces(content: string, line: string, start: number, markup: string): Piece[] | undefined {
  const at = line.indexOf(content, line.indexOf(markup) + markup.length);
  return at === -1 ? undefined : [{ text: content, start: start + at }];
}

/** Where a cell with this content stands in its row: it follows a `|` or begins the row. */
function findCell(line: string, content: string, from: number): number | undefined {
  if (content === "") return undefined;
  for (let at = line.indexOf(content, from); at !== -1; at = line.indexOf(content, at + 1)) {
    const before = line.slice(from, at).trimEnd();
    const after = line.slice(at + content.length).trimStart();
    if ((before.endsWith("|") || before === "") && (after.startsWith("|") || after === "")) return at;
  }
  return undefined;
}

function definitionSegments(
  lines: readonly string[],
  covered: Uint8Array,
  lineStart: (line: number) => number,
): Segment[] {
  const segments: Segment[] = [];
  let pieces: Piece[] = [];
  for (let line = 0; line <= lines.length; line++) {
    const source = lines[line] ?? "";
    const at = containerLength(source);
    const text = source.slice(at);
    if (line < lines.length && covered[line] === 0 && text.trim() !== "") {
      pieces.push({ text, start: lineStart(line) + at });
    } else if (pieces.length > 0) {
      segments.push(segmentOf("definitions", pieces));
      pieces = [];
    }
  }
  return segments;
}
