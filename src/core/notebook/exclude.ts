import zeptomatch from "zeptomatch";
import type { NotePath } from "../note/note.ts";

/** Whether a path is never read, watched or listed; for a folder this holds for all that is in it. */
export type Excluded = (path: NotePath) => boolean;

/**
 * Tells what is left out: every name that begins with a dot (`.git`, `.tomaknote`, `.obsidian`), and what the globs match.
 * A glob for a folder's contents (`**\/node_modules/**`) leaves out the folder itself, so that it is never entered.
 * What is no glob matches nothing.
 */
export function excludedBy(globs: readonly string[]): Excluded {
  const patterns = globs.filter(isGlob);
  return (path) =>
    path.split("/").some((name) => name.startsWith(".")) ||
    zeptomatch(patterns, path) ||
    zeptomatch(patterns, `${path}/-`);
}

/** Whether a text can be understood as a glob, with ranges (`{1..12}`) of a reasonable length. */
export function isGlob(text: string): boolean {
  // The matcher remembers globs as keys of a plain object.
  if (text in {}) return false;
  for (const [, first, last] of text.matchAll(/\{(\d+)\.\.(\d+)\}/g)) {
    if (Math.abs(Number(first) - Number(last)) > LONGEST_RANGE) return false;
  }
  try {
    zeptomatch(text, "");
    return true;
  } catch (error) {
    // What a character class such as [z-a] makes of the expression behind a glob, and what the matcher's grammar says of
    // line ends; any other error is a defect.
    if (error instanceof SyntaxError || (error instanceof Error && error.message.startsWith("Failed to parse"))) {
      return false;
    }
    throw error;
  }
}

const LONGEST_RANGE = 1_000;

/** The same for a path whose parents have not been looked at, as in an event from the disk. */
export function excludedWithParents(excluded: Excluded): Excluded {
  return (path) => {
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      if (excluded(path.slice(0, slash))) return true;
    }
    return excluded(path);
  };
}
