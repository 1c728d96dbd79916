import { readInline } from "../../retro/entry/inlineSource.ts";
import { readMarkdown, type Segment } from "../../retro/entry/markdownSource.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { ATTRIBUTE_LINE, ATTRIBUTES, EXTENSION_LINE, readAttributes } from "../dialect/attributes.ts";

/** What retros put beside `*` for renderers that are strict about it (`mendEmphasis.ts`); velog's is not. */
const GAP = "<!-- -->";

/**
 * The Markdown for velog, which knows no attribute lists: those of kramdown are gone. Everything else stays as it is
 * written, and code is left alone.
 */
export function velogMarkdown(body: string, isKramdown: boolean, parse: ParseMarkdown): string {
  if (!body.includes("{:") && !body.includes(GAP)) return body;
  const edits: TextEdit[] = [];
  for (const segment of readMarkdown(body, parse).segments) {
    if (segment.kind === "text") edits.push(...goneFrom(segment, body, isKramdown));
  }
  return applyEdits(body, edits);
}

function goneFrom({ text, toSource }: Segment, body: string, isKramdown: boolean): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const remove = (start: number, end: number): void => {
    edits.push({ start: toSource(start), end: toSource(end - 1) + 1, newText: "" });
  };
  const { opaque } = readInline(text, () => false);
  for (const { start, end } of opaque) {
    if (text.slice(start, end) === GAP && (text[start - 1] === "*" || text[end] === "*")) remove(start, end);
  }
  if (!isKramdown) return edits;
  let next = 0;
  for (let at = text.indexOf("{:"); at !== -1; at = text.indexOf("{:", at + 2)) {
    while ((opaque[next]?.end ?? Infinity) <= at) next++;
    if ((opaque[next]?.start ?? Infinity) <= at) continue;
    const lineStart = text.lastIndexOf("\n", at) + 1;
    const lineEnd = text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at);
    const line = text.slice(lineStart, lineEnd);
    ATTRIBUTES.lastIndex = at;
    const list = ATTRIBUTES.exec(text)?.[0];
    if (lineStart === at && (ATTRIBUTE_LINE.test(line) || EXTENSION_LINE.test(line))) {
      const isToc = readAttributes(line).isToc;
      const start = toSource(isToc ? 0 : at);
      // A whole line goes with its break, and that of a table of contents with the list above it.
      edits.push({
        start: body.lastIndexOf("\n", start - 1) + 1,
        end: Math.min(body.length, toSource(lineEnd - 1) + 2),
        newText: "",
      });
    } else if (list !== undefined && /[)\]*_`>]/.test(text[at - 1] ?? "")) {
      remove(at, at + list.length);
    }
  }
  return edits;
}
