/** What is not seen where it stands: controls, which some input methods and YAML's `\0` leave, and spaces of no width. */
const UNSEEN = /[\u0000-\u001f\u007f\u200b\u2060\ufeff]/g;
const HAS_UNSEEN = /[\u0000-\u001f\u007f\u200b\u2060\ufeff]/;

/** A line as it is seen. */
export function visible(line: string): string {
  return HAS_UNSEEN.test(line) ? line.replace(UNSEEN, (mark) => (mark === "\t" ? " " : "")) : line;
}
