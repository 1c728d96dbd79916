import { type GeneratedDraft, linesOfEntry } from "./generatedDraft.ts";
import { isBlank, lineKey } from "./postLines.ts";

/** Whether two entries say the same, blank lines and spaces at line ends aside. */
export function sameEntry(one: readonly string[], other: readonly string[]): boolean {
  return entryKey(one) === entryKey(other);
}

function entryKey(lines: readonly string[]): string {
  return lines
    .filter((line) => !isBlank(line))
    .map(lineKey)
    .join("\n");
}

/**
 * Notes that changed their name on disk: the base has an entry of a note that is gone now, and what is generated has a new
 * note with the same text or, failing that, the same title. Ids now, by ids then.
 */
export function renamedNotes(base: GeneratedDraft, generated: GeneratedDraft): ReadonlyMap<string, string> {
  const known = new Set(base.entries.map(({ note }) => note));
  const current = new Set(generated.entries.map(({ note }) => note));
  const appeared = generated.entries.filter(({ note }) => !known.has(note));
  const renamed = new Map<string, string>();
  if (appeared.length === 0) return renamed;
  const vanished = base.entries.filter(({ note }) => !current.has(note));
  for (const keyOf of [entryKey, titleKey]) {
    const byKey = new Map<string, string[]>();
    const found = new Set(renamed.values());
    for (const entry of appeared) {
      if (found.has(entry.note)) continue;
      const key = keyOf(linesOfEntry(generated, entry));
      const notes = byKey.get(key);
      if (notes === undefined) byKey.set(key, [entry.note]);
      else notes.push(entry.note);
    }
    for (const entry of vanished) {
      if (renamed.has(entry.note)) continue;
      const now = byKey.get(keyOf(linesOfEntry(base, entry)))?.shift();
      if (now !== undefined) renamed.set(entry.note, now);
    }
  }
  return renamed;
}

function titleKey(lines: readonly string[]): string {
  return lineKey(lines[0] ?? "");
}
