import { readAddress, readLabel, type Span, skipSpace } from "./inlineSource.ts";

/** `[label]: address "title"` or `[^label]: footnote`. */
export interface Definition {
  readonly label: Span;
  /** A footnote has none. */
  readonly address?: Span;
  /** What it says, for telling whether two are the same. */
  readonly says: string;
}

/** As CommonMark compares labels. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}

/** The definitions of lines that show nothing (see `Segment`), one after the other. */
export function readDefinitions(text: string): readonly Definition[] {
  const definitions: Definition[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const label = text[at] === "[" ? readLabel(text, at + 1) : undefined;
    if (label === undefined || text[label.end + 1] !== ":") {
      // Whatever this is, the next line may be one again.
      const next = text.indexOf("\n", at);
      if (next === -1) break;
      at = skipSpace(text, next);
      continue;
    }
    const address = readAddress(text, skipSpace(text, label.end + 2));
    const end = address === undefined ? label.end + 2 : definitionEnd(text, address.end);
    const says = text.slice(label.end + 2, end).trim();
    definitions.push({ label, says, ...(text[label.start] !== "^" && address !== undefined && { address }) });
    at = skipSpace(text, end);
  }
  return definitions;
}

/** After the title, if there is one that ends its line. */
function definitionEnd(text: string, addressEnd: number): number {
  const start = skipSpace(text, addressEnd);
  const closing = { '"': '"', "'": "'", "(": ")" }[text[start] ?? ""];
  if (closing === undefined || start === addressEnd) return addressEnd;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === closing) return /^[ \t]*(?:\n|$)/.test(text.slice(at + 1, at + 200)) ? at + 1 : addressEnd;
    if (text[at] === "\\") at++;
  }
  return addressEnd;
}
