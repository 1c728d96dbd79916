import type { MarkdownToken, ParseMarkdown } from "../text/markdown.ts";

export const SPAN_MARKS = ["code", "strong", "em", "s", "link"] as const;

export type SpanMark = (typeof SPAN_MARKS)[number];

/** A stretch of text within a line. */
export interface Span {
  readonly text: string;
  readonly marks: readonly SpanMark[];
}

/** A part of a note as plain data, to be shown without a line of its HTML. */
export type Block =
  | { readonly type: "paragraph"; readonly spans: readonly Span[] }
  | { readonly type: "heading"; readonly level: number; readonly spans: readonly Span[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "list"; readonly start?: number | undefined; readonly items: readonly (readonly Block[])[] }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | { readonly type: "table"; readonly rows: readonly (readonly (readonly Span[])[])[] }
  | { readonly type: "rule" };

/** Enough to read beside an answer; parsing more in one go would hold up the editor. */
const LONGEST = 40_000;

export interface NoteBlocks {
  readonly blocks: readonly Block[];
  /** Whether the note goes on after what is shown. */
  readonly isCut: boolean;
}

/** A Markdown text as blocks. Links and images become their words, HTML stays the text it is. */
export function noteBlocks(text: string, parse: ParseMarkdown): NoteBlocks {
  const isCut = text.length > LONGEST;
  const lineEnd = isCut ? text.lastIndexOf("\n", LONGEST) : -1;
  const shown = isCut ? text.slice(0, lineEnd > 0 ? lineEnd : LONGEST) : text;
  const reader = new BlockReader(parse(shown));
  return { blocks: reader.readUntil(undefined), isCut };
}

class BlockReader {
  readonly #tokens: readonly MarkdownToken[];
  #next = 0;

  constructor(tokens: readonly MarkdownToken[]) {
    this.#tokens = tokens;
  }

  /** The blocks up to a closing token, which is taken as well. */
  readUntil(closing: string | undefined): readonly Block[] {
    const blocks: Block[] = [];
    for (;;) {
      const token = this.#tokens[this.#next++];
      if (token === undefined || token.type === closing) return blocks;
      const block = this.#read(token);
      if (block !== undefined) blocks.push(block);
    }
  }

  #read(token: MarkdownToken): Block | undefined {
    switch (token.type) {
      case "heading_open":
        return { type: "heading", level: Number(token.tag.slice(1)), spans: this.#spansUntil("heading_close") };
      case "paragraph_open":
        return { type: "paragraph", spans: this.#spansUntil("paragraph_close") };
      case "fence":
      case "code_block":
      case "html_block":
        return { type: "code", text: token.content.replace(/\n$/, "") };
      case "bullet_list_open":
        return { type: "list", items: this.#itemsUntil("bullet_list_close") };
      case "ordered_list_open": {
        const start = Number(token.attrGet("start") ?? 1);
        return { type: "list", start, items: this.#itemsUntil("ordered_list_close") };
      }
      case "blockquote_open":
        return { type: "quote", blocks: this.readUntil("blockquote_close") };
      case "table_open":
        return { type: "table", rows: this.#rowsUntil("table_close") };
      case "hr":
        return { type: "rule" };
      default:
        return undefined;
    }
  }

  #spansUntil(closing: string): readonly Span[] {
    const spans: Span[] = [];
    for (;;) {
      const token = this.#tokens[this.#next++];
      if (token === undefined || token.type === closing) return spans;
      if (token.type === "inline") spans.push(...spansOf(token.children ?? []));
    }
  }

  #itemsUntil(closing: string): readonly (readonly Block[])[] {
    const items: (readonly Block[])[] = [];
    for (;;) {
      const token = this.#tokens[this.#next++];
      if (token === undefined || token.type === closing) return items;
      if (token.type === "list_item_open") items.push(this.readUntil("list_item_close"));
    }
  }

  #rowsUntil(closing: string): readonly (readonly (readonly Span[])[])[] {
    const rows: (readonly Span[])[][] = [];
    for (;;) {
      const token = this.#tokens[this.#next++];
      if (token === undefined || token.type === closing) return rows;
      if (token.type === "tr_open") rows.push([]);
      if (token.type === "th_open" || token.type === "td_open")
        rows.at(-1)?.push(this.#spansUntil(token.type.replace("open", "close")));
    }
  }
}

const MARK_OF: ReadonlyMap<string, SpanMark> = new Map([
  ["strong", "strong"],
  ["em", "em"],
  ["s", "s"],
  ["link", "link"],
]);

function spansOf(tokens: readonly MarkdownToken[]): readonly Span[] {
  const open: SpanMark[] = [];
  const spans: Span[] = [];
  for (const token of tokens) {
    const [, name = "", side] = /^(\w+)_(open|close)$/.exec(token.type) ?? [];
    const mark = MARK_OF.get(name);
    if (mark !== undefined) {
      if (side === "open") open.push(mark);
      else open.pop();
    } else if (token.type === "softbreak" || token.type === "hardbreak") spans.push({ text: "\n", marks: [] });
    else if (token.type === "code_inline") spans.push({ text: token.content, marks: [...open, "code"] });
    else if (token.content !== "") spans.push({ text: token.content, marks: [...open] });
  }
  return spans;
}
