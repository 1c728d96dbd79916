import type { Span } from "../retro/entry/inlineSource.ts";
import type { DraftText } from "./draftText.ts";

/** The line of the body that an offset of it is in, as a span of the text. */
export function lineSpanOf({ body, toText }: DraftText, offset: number): Span {
  const start = body.text.lastIndexOf("\n", offset - 1) + 1;
  const end = body.text.indexOf("\n", offset);
  return { start: toText(start), end: toText(end === -1 ? body.text.length : end) };
}
