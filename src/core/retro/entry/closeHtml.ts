import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { readMarkdown } from "./markdownSource.ts";

/** What opens the blocks that CommonMark ends only where they are closed (its types 1 to 5). */
const OPENING = /^ {0,3}<(!--|\?|!\[CDATA\[|![A-Za-z]|(?:script|pre|style|textarea)(?=[\s>]|$))/i;

const RAW_END = /<\/(?:script|pre|style|textarea)>/i;

/**
 * The body with its HTML closed where it was left open, lest it swallow the entries below: comments, `<script>`,
 * `<pre>`, `<style>`, `<textarea>`, `<?`, `<!…` and `<![CDATA[`. A comment in a list item is closed there: Markdown ends
 * it with the item, but a browser would go on.
 */
export function closeHtml(body: string, parse: ParseMarkdown): string {
  if (!/<[!?a-z]/i.test(body)) return body;
  const source = readMarkdown(body, parse);
  const edits: TextEdit[] = [];
  for (const token of source.tokens) {
    if (token.type !== "html_block" || token.map === null) continue;
    const closing = missingEnd(token.content);
    if (closing === undefined) continue;
    let last = token.map[1] - 1;
    while (last > token.map[0] && source.lines[last]?.trim() === "") last--;
    const at = source.lineStart(last) + (source.lines[last]?.length ?? 0);
    // Behind its end on the last line, Markdown takes what follows for text already.
    const isOver =
      RAW_END.test(token.content) || (token.content.trimStart().startsWith("<!--") && token.content.includes("-->"));
    const ownLine = token.level === 0 && !isOver && body.slice(at).trim() === "";
    edits.push({ start: at, end: at, newText: `${ownLine ? "\n" : " "}${closing}` });
  }
  return applyEdits(body, edits);
}

function missingEnd(content: string): string | undefined {
  const opening = OPENING.exec(content)?.[1]?.toLowerCase();
  if (opening === "?") return content.includes("?>") ? undefined : "?>";
  if (opening === "![cdata[") return content.includes("]]>") ? undefined : "]]>";
  if (opening?.startsWith("!") && opening !== "!--") return content.includes(">") ? undefined : ">";
  const comment = content.lastIndexOf("<!--");
  const commentEnd = comment === -1 || content.includes("-->", comment + 2) ? "" : "-->";
  if (opening === undefined || opening === "!--") return commentEnd || undefined;
  // CommonMark ends such a block at the end of any of them.
  const end = RAW_END.test(content) ? "" : `</${opening}>`;
  return `${opening === "pre" ? commentEnd : ""}${end}` || undefined;
}
