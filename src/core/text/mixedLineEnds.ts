/** Whether CRLF and LF (or CR) are in one text: an editor keeps one of them for a file, and would write it back changed all over. */
export function hasMixedLineEnds(text: string): boolean {
  const first = /\r\n|\n|\r/.exec(text)?.[0];
  if (first === undefined || (first === "\n" && !text.includes("\r"))) return false;
  return first !== "\r\n" || /[^\r]\n|\r(?!\n)/.test(text);
}
