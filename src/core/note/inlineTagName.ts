/** Letters first: `#1`, `#12를` and `#/etc` are no tags. A star may mark a favourite (`#★`). */
const NAME = /[\p{L}★☆⭐][\p{L}\p{N}\p{M}_/★☆⭐-]*/uy;
const HEX_COLOUR = /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const DIRECTIVES: ReadonlySet<string> = new Set([
  ...["include", "define", "undef", "ifdef", "ifndef", "endif", "elif", "pragma", "region", "endregion"],
]);

/** Where the name ends of a tag whose `#` stands right before `start`; -1 when what stands there is no name of a tag. */
export function inlineNameEnd(text: string, start: number): number {
  NAME.lastIndex = start;
  const found = NAME.exec(text)?.[0];
  if (found === undefined) return -1;
  let length = found.length;
  while (length > 0 && "-/".includes(found.charAt(length - 1))) length--;
  const name = found.slice(0, length);
  return HEX_COLOUR.test(name) || DIRECTIVES.has(name) || name.includes("//") ? -1 : start + length;
}

/** Whether a tag can stand in a text behind a `#` and be read back: no spaces, no `+`, no colour. */
export function canBeInline(tag: string): boolean {
  return inlineNameEnd(tag, 0) === tag.length;
}
