import type { FrontMatter } from "../note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { NotePath } from "../note/note.ts";
import { type MarkdownSource, readMarkdown } from "../retro/entry/markdownSource.ts";
import { mainLineEnd } from "../retro/merge/postLines.ts";
import type { TextEdit } from "../text/edit.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { type DraftLink, linksOf } from "./draftLinks.ts";

/** A draft as its checks read it: the Markdown below the front matter has `\n` for every line end. */
export interface DraftText {
  readonly path: NotePath;
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly body: MarkdownSource;
  readonly links: readonly DraftLink[];
  readonly parse: ParseMarkdown;
  /** The offset in the text of an offset in the body. */
  toText(offset: number): number;
  /** Edits of the body as edits of the text, in the text's line ends. */
  editsInText(edits: readonly TextEdit[]): readonly TextEdit[];
}

export function readDraft(path: NotePath, text: string, parse: ParseMarkdown): DraftText {
  const frontMatter = readFrontMatter(text);
  const written = text.slice(frontMatter.bodyStart);
  /** Where a `\r\n` has become shorter, as offsets in the body. */
  const shortened: number[] = [];
  const body = written.replace(/\r\n?/g, (end, at: number) => {
    if (end.length === 2) shortened.push(at - shortened.length);
    return "\n";
  });
  const toText = (offset: number): number => frontMatter.bodyStart + offset + countBelow(shortened, offset);
  const source = readMarkdown(body, parse);
  const eol = mainLineEnd(text);
  return {
    path,
    text,
    frontMatter,
    body: source,
    links: linksOf(source),
    // Several checks want the same tokens.
    parse: (other) => (other === body ? source.tokens : parse(other)),
    toText,
    editsInText: (edits) =>
      edits.map(({ start, end, newText }) => ({
        start: toText(start),
        end: toText(end),
        newText: newText.replaceAll("\n", eol),
      })),
  };
}

/** How many of the sorted numbers are below one. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
