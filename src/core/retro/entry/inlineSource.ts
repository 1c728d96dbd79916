/** A part of a text (UTF-16 offsets). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Code, `<address>` or an HTML tag in a line of text: nothing in it is Markdown. */
export interface OpaqueSpan extends Span {
  readonly kind: "code" | "autolink" | "html";
}

/** A link or an image as it is written. */
export interface SourceLink extends Span {
  readonly isImage: boolean;
  /** `[text](address)` has an address; the others have a label. */
  readonly address?: Span;
  /** What names the definition; `shortcut` and `collapsed` name it by their text. */
  readonly label?: Span;
  readonly form: "inline" | "full" | "collapsed" | "shortcut";
}

export interface InlineSource {
  readonly opaque: readonly OpaqueSpan[];
  readonly links: readonly SourceLink[];
}

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\p{Cc} ]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/uy;
const VALUE = `[^"'=<>\`\\s]+|'[^']*'|"[^"]*"`;
/** CommonMark's opening and closing tags, processing instructions and declarations. Comments are looked for apart. */
export const TAG = `<[A-Za-z][A-Za-z0-9-]*(?:\\s+[A-Za-z_:][\\w:.-]*(?:\\s*=\\s*(?:${VALUE}))?)*\\s*/?>`;
const HTML = new RegExp(`${TAG}|</[A-Za-z][A-Za-z0-9-]*\\s*>|<\\?[^?]*\\?>|<![A-Za-z][^>]*>`, "y");
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const LABEL_LENGTH = 999;
const PARENTHESES = 32;

/**
 * Reads the code, tags and links of a paragraph's text the way CommonMark does, with the places they stand at (the
 * parser tells what they are, not where). `isDefined` says whether `[label]` names something.
 */
export function readInline(text: string, isDefined: (label: string) => boolean): InlineSource {
  const opaque: OpaqueSpan[] = [];
  const links: SourceLink[] = [];
  const openers: { at: number; text: number; isImage: boolean; isActive: boolean }[] = [];
  const codeEnd = codeSpans(text);
  let lastCommentEnd = text.lastIndexOf("-->");
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    if (character === "\\") {
      position += 2;
    } else if (character === "`") {
      const end = codeEnd(position);
      if (end.isCode) opaque.push({ kind: "code", start: position, end: end.at });
      position = end.at;
    } else if (character === "<") {
      const span = angleSpan(text, position, lastCommentEnd);
      if (span === undefined) position++;
      else {
        opaque.push(span);
        position = span.end;
      }
      if (span === undefined && text.startsWith("<!--", position - 1)) lastCommentEnd = -1;
    } else if (character === "[") {
      const isImage = text[position - 1] === "!" && text[position - 2] !== "\\";
      openers.push({ at: isImage ? position - 1 : position, text: position + 1, isImage, isActive: true });
      position++;
    } else if (character === "]") {
      const opener = openers.pop();
      const link = opener?.isActive ? linkAt(text, opener, position, isDefined) : undefined;
      position = link?.end ?? position + 1;
      if (link === undefined) continue;
      links.push(link);
      // A link holds no other link, so what is open around it is only brackets.
      if (!link.isImage) {
        for (let index = openers.length - 1; index >= 0; index--) {
          const outer = openers[index];
          if (outer === undefined || (!outer.isImage && !outer.isActive)) break;
          if (!outer.isImage) outer.isActive = false;
        }
      }
    } else {
      position++;
    }
  }
  return { opaque, links };
}

/** Where the run of backticks at an offset ends, or the code it opens. Offsets must be asked in rising order. */
function codeSpans(text: string): (start: number) => { at: number; isCode: boolean } {
  const runs = new Map<number, { readonly starts: number[]; next: number }>();
  for (const match of text.matchAll(/`+/g)) {
    const ofLength = runs.get(match[0].length) ?? { starts: [], next: 0 };
    ofLength.starts.push(match.index);
    runs.set(match[0].length, ofLength);
  }
  return (start) => {
    let length = 1;
    while (text[start + length] === "`") length++;
    const ofLength = runs.get(length);
    if (ofLength === undefined) return { at: start + length, isCode: false };
    while ((ofLength.starts[ofLength.next] ?? text.length) < start + length) ofLength.next++;
    const closing = ofLength.starts[ofLength.next];
    return closing === undefined ? { at: start + length, isCode: false } : { at: closing + length, isCode: true };
  };
}

function angleSpan(text: string, start: number, lastCommentEnd: number): OpaqueSpan | undefined {
  if (text.startsWith("<!--", start)) {
    if (lastCommentEnd < start + 2) return undefined;
    return { kind: "html", start, end: text.indexOf("-->", start + 2) + 3 };
  }
  AUTOLINK.lastIndex = start;
  if (AUTOLINK.test(text)) return { kind: "autolink", start, end: AUTOLINK.lastIndex };
  HTML.lastIndex = start;
  return HTML.test(text) ? { kind: "html", start, end: HTML.lastIndex } : undefined;
}

function linkAt(
  text: string,
  opener: { readonly at: number; readonly text: number; readonly isImage: boolean },
  close: number,
  isDefined: (label: string) => boolean,
): SourceLink | undefined {
  const { at: start, isImage } = opener;
  const own = { start: opener.text, end: close };
  // Where footnotes are known, `[^1]` is one whatever follows.
  const isFootnote = text[opener.text] === "^";
  if (!isFootnote) {
    const target = text[close + 1] === "(" ? readTarget(text, close + 2) : undefined;
    if (target !== undefined) return { start, isImage, form: "inline", ...target };
    const named = text[close + 1] === "[" ? readLabel(text, close + 2) : undefined;
    if (named !== undefined && named.start < named.end) {
      const end = named.end + 1;
      return isDefined(text.slice(named.start, named.end))
        ? { start, end, isImage, form: "full", label: named }
        : undefined;
    }
    if (named !== undefined) {
      return isLabel(text, own) && isDefined(text.slice(own.start, own.end))
        ? { start, end: close + 3, isImage, form: "collapsed", label: own }
        : undefined;
    }
  }
  if (!isLabel(text, own) || !isDefined(text.slice(own.start, own.end))) return undefined;
  return { start, end: close + 1, isImage, form: "shortcut", label: own };
}

function isLabel(text: string, span: Span): boolean {
  const label = readLabel(text, span.start);
  return label?.end === span.end && text.slice(span.start, span.end).trim() !== "";
}

/** The label that begins at an offset and ends before a `]`. */
export function readLabel(text: string, start: number): Span | undefined {
  for (let at = start; at <= start + LABEL_LENGTH && at < text.length; at++) {
    if (text[at] === "]") return { start, end: at };
    if (text[at] === "[") return undefined;
    if (text[at] === "\\") at++;
  }
  return undefined;
}

/** `address "title")` after the parenthesis: where the address stands and what follows the link. */
function readTarget(text: string, start: number): { address: Span; end: number } | undefined {
  const at = skipSpace(text, start);
  const address = readAddress(text, at);
  if (address === undefined) return undefined;
  let end = skipSpace(text, address.end);
  const mark = text[end] ?? "";
  if (end > address.end && "\"'(".includes(mark) && mark !== "") {
    const closing = mark === "(" ? ")" : mark;
    end++;
    while (end < text.length && text[end] !== closing) end += text[end] === "\\" ? 2 : 1;
    end = skipSpace(text, end + 1);
  }
  return text[end] === ")" ? { address, end: end + 1 } : undefined;
}

/** The address of a link at an offset, with `<` and `>` when it has them. */
export function readAddress(text: string, start: number): Span | undefined {
  let at = start;
  if (text[at] === "<") {
    for (at++; at < text.length && text[at] !== "\n" && text[at] !== "<"; at++) {
      if (text[at] === ">") return { start, end: at + 1 };
      if (text[at] === "\\") at++;
    }
    return undefined;
  }
  let depth = 0;
  for (; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character <= " " || character === "\x7f") break;
    if (character === "\\" && ESCAPABLE.test(text[at + 1] ?? "")) at++;
    else if (character === "(" && ++depth > PARENTHESES) return undefined;
    else if (character === ")" && --depth < 0) break;
  }
  return depth > 0 ? undefined : { start, end: at };
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && " \t\n".includes(text[at] ?? "")) at++;
  return at;
}
