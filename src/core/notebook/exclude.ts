import zeptomatch from "zeptomatch";
import type { NotePath } from "../note/note.ts";

/** Whether a path is never read, watched or listed; for a folder this holds for all that is in it. */
export type Excluded = (path: NotePath) => boolean;

/**
 * Tells what is left out: every name that begins with a dot (`.git`, `.tomaknote`, `.obsidian`), and what the globs match.
 * A glob for a folder's contents (`**\/node_modules/**`) leaves out the folder itself, so that it is never entered.
 */
export function excludedBy(globs: readonly string[]): Excluded {
  const patterns = [...globs];
  return (path) =>
    path.split("/").some((name) => name.startsWith(".")) ||
    zeptomatch(patterns, path) ||
    zeptomatch(patterns, `${path}/-`);
}

/** The same for a path whose parents have not been looked at, as in an event from the disk. */
export function excludedWithParents(excluded: Excluded): Excluded {
  return (path) => {
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      if (excluded(path.slice(0, slash))) return true;
    }
    return excluded(path);
  };
}
