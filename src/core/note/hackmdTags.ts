import type { InlineTagSpot } from "./inlineTags.ts";

const TAG_LINE = /^#{1,6} tags: ?`[^\r\n]{1,500}$/m;
/** Where the tags of a note are looked for: at its beginning. */
const LOOKED_AT = 2_000;

/** The tags of a note written in HackMD, which stand in a heading: "###### tags: `TIL` `Swift`". */
export function hackmdTagSpots(text: string, bodyStart: number): readonly InlineTagSpot[] {
  const head = text.slice(bodyStart, bodyStart + LOOKED_AT);
  // Every text is asked, and hardly any has one.
  const line = head.includes("# tags:") ? TAG_LINE.exec(head) : null;
  if (line === null) return [];
  return [...line[0].matchAll(/`[ \t]*([^`\s](?:[^`]{0,60}[^`\s])?)[ \t]*`/g)].map((match) => {
    const [whole, name = ""] = match;
    const start = bodyStart + line.index + match.index + whole.indexOf(name);
    return { tag: name.normalize("NFC"), start, end: start + name.length };
  });
}
