/**
 * The same text in memory of its own. An engine may keep a part of a string as a view into the whole, so that a title
 * in an index would keep its file's text alive, be it 8 MB.
 */
export function detach(text: string): string {
  // Joined and cut again, the text is a view into its own copy.
  return ` ${text}`.slice(1);
}
