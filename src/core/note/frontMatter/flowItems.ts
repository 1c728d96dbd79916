import type { TextEdit } from "../../text/edit.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

const SEPARATOR = /^\s{0,200},\s{0,200}$/;

/** What to put between the last item and a new one, in the manner of the items before; `open` is after the bracket. */
export function separatorLike(text: string, open: number, items: readonly Span[]): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  const previous = items.at(-2);
  const lead = text.slice(open, last.start);
  const gap = previous === undefined ? (/[\r\n]/.test(lead) ? `,${lead}` : ", ") : text.slice(previous.end, last.start);
  if (!SEPARATOR.test(gap)) return ", ";
  // Behind a comment's back the comment would change its owner.
  const restOfLine = /^[^\r\n]*/.exec(text.slice(last.end))?.[0] ?? "";
  return /[\r\n]/.test(gap) && restOfLine.includes("#") ? ", " : gap;
}

/**
 * The edits that take the items for which `isKept` is false out of a separated list between `open` and `close`,
 * each with one separator; comments that stand between items stay where that is possible.
 */
export function removeItems(
  text: string,
  open: number,
  close: number,
  items: readonly Span[],
  isKept: (index: number) => boolean,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let index = 0;
  while (index < items.length) {
    const first = items[index];
    if (first === undefined || isKept(index)) {
      index++;
      continue;
    }
    let next = index + 1;
    while (next < items.length && !isKept(next)) next++;
    const before = items[index - 1];
    const last = items[next - 1] ?? first;
    const after = items[next];
    edits.push({ ...runToRemove(text, open, close, { before, first, last, after }), newText: "" });
    index = next;
  }
  return edits;
}

interface Run {
  readonly before: Span | undefined;
  readonly first: Span;
  readonly last: Span;
  readonly after: Span | undefined;
}

function runToRemove(text: string, open: number, close: number, { before, first, last, after }: Run): Span {
  if (before === undefined && after === undefined) return { start: open, end: close };
  if (before !== undefined && !hasComment(text, before.end, first.start)) return { start: before.end, end: last.end };
  if (after === undefined) return { start: first.start, end: last.end + trailingComma(text, last.end, close) };
  if (!hasComment(text, last.end, after.start)) return { start: first.start, end: after.start };
  return { start: first.start, end: text.indexOf(",", last.end) + 1 };
}

/** Length up to and with the comma that follows the last item; the one before it stays and takes its place. */
function trailingComma(text: string, from: number, close: number): number {
  return /^\s{0,200},/.exec(text.slice(from, close))?.[0].length ?? 0;
}

function hasComment(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes("#");
}
