import type { Instant } from "../calendar/clock.ts";
import { type DayRule, dayAt } from "../calendar/zone.ts";
import type { Note, NotePath } from "../note/note.ts";
import { nfc } from "../text/nfc.ts";

/** When Git first saw each file of a notebook, by author date; paths are in NFC. Asked once for all of them. */
export type FirstCommits = () => Promise<ReadonlyMap<NotePath, Instant>>;

/** Gives a note the date it does not state itself. */
export type Dating = (note: Note) => Note;

/** What `git log` has to print for {@link readFirstCommits}, oldest commit first: a commit's time and parents, then its files. */
export const LOG_FORMAT = "%x01%at %P";

/**
 * Reads what `git log --reverse -z --name-status` prints. A file that was renamed keeps the time of its first name.
 * @param isShallow whether history was cut off: a commit without parents then has all files there were, whenever they came
 */
export function readFirstCommits(log: string, isShallow: boolean): ReadonlyMap<NotePath, Instant> {
  const found = new Map<NotePath, Instant>();
  const parts = log.split("\0");
  let instant: Instant | undefined;
  for (let index = 0; index < parts.length; index++) {
    const part = (parts[index] ?? "").replace(/^\n+/, "");
    if (part.startsWith("\u0001")) {
      const [seconds = "", ...parents] = part.slice(1).trim().split(" ");
      instant = /^\d{1,11}$/.test(seconds) && !(isShallow && parents.length === 0) ? Number(seconds) * 1000 : undefined;
      continue;
    }
    if (!/^[A-Z]\d{0,3}$/.test(part)) continue;
    const path = nfc(parts[++index] ?? "");
    const target = part.startsWith("R") ? nfc(parts[++index] ?? "") : path;
    const known = found.get(path) ?? instant;
    if (known !== undefined && !found.has(target)) found.set(target, known);
  }
  return found;
}

/**
 * The day of a file's first commit, for a note that says none: late wherever files were imported, so that anything the
 * note says itself stands above it. A folder's month or year becomes exact where the commit lies in it.
 */
export function datedByCommits(commits: ReadonlyMap<NotePath, Instant>, rule: DayRule): Dating {
  return (note) => {
    const { date } = note;
    if (note.range !== undefined || note.leftOut !== undefined) return note;
    if (date !== undefined && (date.source !== "folder" || date.precision === "day")) return note;
    const instant = commits.get(nfc(note.path));
    const text = instant === undefined ? undefined : dayAt(instant, rule);
    if (text === undefined || (date !== undefined && !text.startsWith(date.text))) return note;
    return { ...note, date: { text, precision: "day", source: "git" } };
  };
}
