import { CodeLines } from "./codeLines.ts";
import { lineEndAt, nextLineAt } from "./frontMatter/lines.ts";

/** A text in which git left both sides of a conflict. */
export interface Conflict {
  /** Of the first mark, 1-based. */
  readonly line: number;
  /** The text as one of the two sides has it (ours), without the marks. */
  readonly ours: string;
}

const OPEN = /^<{7}(?: .*)?$/;
const BASE = /^\|{7}(?: .*)?$/;
const MIDDLE = /^={7}$/;
const CLOSE = /^>{7}(?: .*)?$/;

/**
 * The conflicts in a text; `undefined` where there is none. Marks inside a fence are an example that someone wrote of,
 * and a row of `=` alone underlines a heading: only all marks in their order, each at its margin, are a conflict.
 */
export function findConflict(text: string): Conflict | undefined {
  // Nearly every text has none: looking for the letters first costs a tenth.
  if (!text.includes("<<<<<<<") || !/^<{7}(?: |\r?$)/m.test(text)) return undefined;
  const code = new CodeLines(text, 0);
  let first: number | undefined;
  let ours = "";
  let kept = 0;
  let state: "outside" | "ours" | "base" | "theirs" = "outside";
  let opened = { line: 0, offset: 0, oursStart: 0, oursEnd: 0 };
  let line = 0;
  for (let offset = 0; offset < text.length; ) {
    const end = lineEndAt(text, offset);
    const next = nextLineAt(text, end);
    line++;
    if ("<|=>".includes(text.charAt(offset))) {
      const written = text.slice(offset, Math.min(end, offset + 300));
      if (state === "outside") {
        if (OPEN.test(written) && !code.isCode(offset)) {
          state = "ours";
          opened = { line, offset, oursStart: next, oursEnd: next };
        }
      } else if (state === "ours" && BASE.test(written)) {
        state = "base";
        opened.oursEnd = offset;
      } else if (state !== "theirs" && MIDDLE.test(written)) {
        if (state === "ours") opened.oursEnd = offset;
        state = "theirs";
      } else if (state === "theirs" && CLOSE.test(written)) {
        first ??= opened.line;
        ours += text.slice(kept, opened.offset) + text.slice(opened.oursStart, opened.oursEnd);
        kept = next;
        state = "outside";
      }
    }
    offset = next;
  }
  return first === undefined ? undefined : { line: first, ours: ours + text.slice(kept) };
}
