/** How much of a line end before the limit is looked for, as a share of the limit. */
const NEAR_THE_END = 0.8;

/** A text of at most `limit` UTF-16 units, cut between lines where one ends near the limit and never within a character. */
export function boundedText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const lineEnd = cut.lastIndexOf("\n");
  const kept = lineEnd >= limit * NEAR_THE_END ? cut.slice(0, lineEnd) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${kept}…`;
}
