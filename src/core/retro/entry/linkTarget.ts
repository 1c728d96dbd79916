import type { NotePath } from "../../note/note.ts";
import { nfc } from "../../text/nfc.ts";
import { percentDecoded } from "../../text/percentDecoded.ts";

/** What leads to the same place from everywhere, and what a site's generator fills in. */
const FIXED = /^(?:$|[#/?]|[a-z][a-z0-9+.-]*:|www\.)|\{[{%]/i;
/** A backslash that escapes nothing: a path of Windows, which no site can follow anyway. */
const WINDOWS = /\\(?![!-/:-@[-`{-~])|\.\\\w/;

/** Whether a written address does not depend on where the text lies that it is written in. */
export function isFixed(address: string): boolean {
  return FIXED.test(address) || WINDOWS.test(address);
}

/**
 * Where in the notebook a relative address leads from a note, in NFC; `undefined` when that is no file of the notebook:
 * a folder, a place outside of it, or an address that is not relative.
 */
export function targetOf(address: string, from: NotePath): NotePath | undefined {
  if (isFixed(address)) return undefined;
  const [path = ""] = address
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&amp;", "&")
    .split(/[?#]/, 1);
  const target = foldersOf(from);
  let name = "";
  for (const part of path.split("/").map(percentDecoded)) {
    // Encoded, a slash is part of a name, and no name has one.
    if (/[/\\\p{Cc}]/u.test(part)) return undefined;
    name = part;
    if (part === "..") {
      if (target.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") {
      target.push(part);
    }
  }
  return /^\.{0,2}$/.test(name) ? undefined : nfc(target.join("/"));
}

export function foldersOf(path: NotePath): string[] {
  return path.split("/").slice(0, -1);
}

/** A name as part of an address, in Markdown between `<>` or bare and in HTML. Hangul stays readable. */
export function escapeName(name: string): string {
  return name.replace(/[\p{Cc}\s()<>"'\\%#?&[\]`{}]/gu, (character) =>
    "()'".includes(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  );
}
