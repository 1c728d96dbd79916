import { type Note, noteId } from "../../note/note.ts";
import { nfc } from "../../text/nfc.ts";
import type { RecallEvent } from "./recallEvent.ts";

/** What happened to one note of old, under one id. */
interface Stray {
  readonly events: readonly RecallEvent[];
  readonly last: RecallEvent;
}

/**
 * The notes that may be one whose events stand under another id: TIL to which nothing happened under their own. None where
 * every event has its note; only otherwise are gists needed to find notes again.
 */
export function maybeRenamed(events: readonly RecallEvent[], notes: readonly Note[]): readonly Note[] {
  const ids = new Set(notes.map(idOf));
  const known = new Set(events.map(({ note }) => nfc(note)));
  for (const id of known)
    if (!ids.has(id)) return notes.filter((note) => note.kind === "til" && !known.has(idOf(note)));
  return [];
}

/** Notes are told apart by their composed id: one machine spells a name composed, another one in letters. */
function idOf(note: Note): string {
  return nfc(noteId(note));
}

/**
 * What happened to each note, by its `noteId`, oldest first; notes to which nothing happened are left out. A note is found by
 * its id; else, since it was renamed, by its gist; else by its title, among notes that had no history of their own by
 * then. Where two notes could be meant, none is.
 * @param events in the order they happened, as `parseHistory` has them
 * @param gistOf the gist of a note as it is now; `undefined` where it is not known
 */
export function noteHistories(
  events: readonly RecallEvent[],
  notes: readonly Note[],
  gistOf: (note: Note) => string | undefined = () => undefined,
): ReadonlyMap<string, readonly RecallEvent[]> {
  const byId = new Map(notes.map((note) => [idOf(note), note]));
  const own = new Map<Note, readonly RecallEvent[]>();
  const strays: Stray[] = [];
  for (const [id, group] of grouped(events, ({ note }) => nfc(note))) {
    const note = byId.get(id);
    const last = group.at(-1);
    if (note !== undefined) own.set(note, group);
    else if (last !== undefined) strays.push({ events: group, last });
  }
  if (strays.length > 0) findAgain(strays, notes, own, gistOf);
  return new Map([...own].map(([note, group]) => [noteId(note), group]));
}

function findAgain(
  strays: readonly Stray[],
  notes: readonly Note[],
  own: Map<Note, readonly RecallEvent[]>,
  gistOf: (note: Note) => string | undefined,
): void {
  const join = (note: Note, stray: Stray): void => {
    own.set(
      note,
      [...(own.get(note) ?? []), ...stray.events].sort((one, other) => one.at - other.at),
    );
  };
  // A note that was renamed twice is found from its last name back to its first.
  const newestFirst = [...strays].sort((one, other) => other.last.at - one.last.at);
  const byGist = groupBy(notes, (note) => [gistOf(note) ?? "", ...(own.get(note) ?? []).map(({ gist }) => gist)]);
  const left = newestFirst.filter((stray) => {
    const note = only(byGist.get(stray.last.gist), stray.last.title);
    if (note !== undefined && stray.last.gist !== "") join(note, stray);
    else return true;
    return false;
  });
  const byTitle = grouped(notes, ({ title }) => nfc(title));
  for (const stray of left) {
    const candidates = byTitle.get(nfc(stray.last.title))?.filter((note) => {
      const began = own.get(note)?.[0]?.at;
      return began === undefined || began > stray.last.at;
    });
    const note = only(candidates);
    if (note !== undefined) join(note, stray);
  }
}

/** The one note, or the one of them with this title. */
function only(notes: readonly Note[] = [], title?: string): Note | undefined {
  if (notes.length <= 1 || title === undefined) return notes.length === 1 ? notes[0] : undefined;
  return only(notes.filter((note) => nfc(note.title) === nfc(title)));
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

function groupBy<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) for (const key of new Set(keysOf(value))) addTo(groups, key, value);
  return groups;
}

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
