import { fenceAfter } from "./noteBody.ts";

/**
 * What a person wrote in words: a body without its fenced code, HTML comments, addresses of links and pictures, and the
 * marks of headings, lists, quotes and emphasis. Code is left out since most of it is pasted.
 */
export function proseOf(body: string): string {
  let open: string | undefined;
  const lines = body.split(/\r\n|\n|\r/).filter((line) => {
    const before = open;
    open = fenceAfter(line, open);
    return before === undefined && open === undefined;
  });
  return lines
    .map((line) => line.replace(/^[ \t]*(?:(?:[-*+]|#{1,6}|>|\d{1,9}[.)])[ \t]+)*/, ""))
    .join("\n")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/[*`]+/g, "");
}
