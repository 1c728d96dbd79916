/** What a page's text begins with, as those who turn Markdown into it write it. */
const BLOCK = /^<(?:p|h[1-6]|div|ul|ol|blockquote|figure|article|section|pre|table|hr)\b[^<>]*>/i;
const END = /<(?:\/[a-z0-9]+|(?:hr|br|img)\b[^<>]*)>$/i;
/** Lines that a tool writes above a page it saves: a title, where it is from, when it was written. */
const MAX_HEAD_LINES = 8;

/**
 * Where the HTML begins of a body that is HTML from there to its end; `undefined` for Markdown, which may have tags in it.
 * Above it may stand the few lines with which tools introduce what they saved.
 */
export function htmlStart(body: string): number | undefined {
  const first = body.search(/\S/);
  if (first === -1) return undefined;
  if (isHtml(body.slice(first))) return 0;
  let lines = 0;
  let blank = false;
  for (let at = first; at < body.length && lines <= MAX_HEAD_LINES; ) {
    const next = body.indexOf("\n", at);
    const line = body.slice(at, next === -1 ? body.length : next);
    if (blank && BLOCK.test(line)) return isSavedPage(body.slice(at)) ? at : undefined;
    if (/^\s*(?:```|~~~)/.test(line)) return undefined;
    blank = line.trim() === "";
    if (!blank) lines++;
    if (next === -1) break;
    at = next + 1;
  }
  return undefined;
}

/** A picture or a box below a heading is what people write by hand; paragraphs as tags are not. */
function isSavedPage(html: string): boolean {
  return /<p>/i.test(html) && isHtml(html);
}

/** Whether every paragraph begins with a tag. Code may have blank lines and anything else in it. */
function isHtml(body: string): boolean {
  const text = body.trim();
  if (!BLOCK.test(text) || !END.test(text)) return false;
  return withoutCode(text)
    .split(/\n[ \t]*\r?\n/)
    .every((paragraph) => /^\s*(?:<|$)/.test(paragraph));
}

function withoutCode(html: string): string {
  return html
    .split(/<\/pre>/i)
    .map((part) => {
      const start = part.search(/<pre[\s>]/i);
      return start === -1 ? part : part.slice(0, start);
    })
    .join("<pre>");
}
