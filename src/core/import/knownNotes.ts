import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Cancellation } from "../notebook/files.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { pause } from "../pause.ts";
import { nameKey, nfc } from "../text/nfc.ts";

/** A note that would be brought in. */
export interface NoteToKnow {
  readonly note: Note;
  readonly text: string;
  readonly source: string | undefined;
  /** Where it would go if nothing was there. */
  readonly path: NotePath;
}

/** Of a note that is brought in: all of it, and the lines that say something. */
interface OwnText {
  readonly text: string;
  readonly lines: ReadonlySet<string>;
}

type ReadText = (path: NotePath) => Promise<string>;

/** The notes there are, asked one for one whether a note that is brought in is among them. */
export class KnownNotes {
  readonly #byIdentity = new Map<string, Set<NotePath>>();
  readonly #byDay = new Map<string, Set<NotePath>>();
  readonly #byPath = new Map<string, NotePath>();
  readonly #sources: ReadonlyMap<NotePath, string>;
  readonly #pathOf = new Map<string, NotePath>();
  readonly #taken = new Set<NotePath>();
  /** Texts of what is not written yet. */
  readonly #planned = new Map<NotePath, string>();
  readonly #readText: ReadText;

  constructor(notes: readonly Note[], sources: ReadonlyMap<NotePath, string>, readText: ReadText) {
    this.#sources = sources;
    this.#readText = readText;
    for (const [path, source] of sources) this.#pathOf.set(source, path);
    for (const note of notes) this.#learn(note, note.path);
  }

  /**
   * Takes the note that this one is, whatever became of it since: the one that came from the same place; else one that came
   * from nowhere else and has title, day and something of the text in common; else one of that day, or in that place, that
   * has most of the text, or the very same. Each is taken once, so that two of one title stay two.
   */
  async take(wanted: NoteToKnow): Promise<NotePath | undefined> {
    const { note, source, path, text } = wanted;
    const known = source === undefined ? undefined : this.#pathOf.get(source);
    if (known !== undefined) return known;
    const alike = this.#left(this.#byIdentity.get(identityOf(note)), source);
    const there = this.#byPath.get(nameKey(path));
    const day = dayOf(note);
    const near = this.#left(
      [...(there === undefined ? [] : [there]), ...((day && this.#byDay.get(day)) || [])],
      source,
    );
    if (alike.length + near.length === 0) return undefined;
    const own = { text: text.trim(), lines: linesOf(text) };
    return (await this.#find(alike, own, 1)) ?? this.#find(near, own, Math.max(2, Math.ceil(own.lines.size / 2)));
  }

  /** Tells of a page that is brought in now: the same may have been picked twice. */
  add(source: string, path: NotePath): void {
    this.#pathOf.set(source, path);
  }

  /** The same for all that one of several picked things gives. */
  learn(notes: readonly Omit<NoteToKnow, "source">[]): void {
    for (const { note, path, text } of notes) {
      this.#planned.set(path, text);
      this.#learn(note, path);
    }
  }

  #learn(note: Note, path: NotePath): void {
    addTo(this.#byIdentity, identityOf(note), path);
    addTo(this.#byDay, dayOf(note), path);
    this.#byPath.set(nameKey(path), path);
  }

  /** Those that were not taken, and that came from nowhere else. */
  #left(paths: Iterable<NotePath> = [], source: string | undefined): readonly NotePath[] {
    return [...paths].filter((path) => !this.#taken.has(path) && (source === undefined || !this.#sources.has(path)));
  }

  async #find(paths: readonly NotePath[], own: OwnText, least: number): Promise<NotePath | undefined> {
    for (const path of paths) {
      if (!(await this.#shares(path, own, least))) continue;
      this.#taken.add(path);
      return path;
    }
    return undefined;
  }

  async #shares(path: NotePath, own: OwnText, least: number): Promise<boolean> {
    let text: string;
    try {
      text = this.#planned.get(path) ?? (await this.#readText(path));
    } catch {
      // What cannot be read has its title and its day to be known by.
      return least === 1;
    }
    // One whose front matter is broken keeps its bytes, and is called by its new name.
    if (own.text !== "" && text.trim() === own.text) return true;
    const other = linesOf(text);
    // Of a note without a text there is nothing else to compare.
    if (least === 1 && (own.lines.size === 0 || other.size === 0)) return true;
    let shared = 0;
    for (const line of own.lines) if (other.has(line)) shared++;
    return shared >= least;
  }
}

function addTo(map: Map<string, Set<NotePath>>, key: string, path: NotePath): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, new Set([path]));
  else paths.add(path);
}

function identityOf(note: Note): string {
  return `${dateText(note)} ${nfc(note.title).replace(/\s+/g, " ").trim()}`;
}

/** Empty where no day is known. */
function dayOf(note: Note): string {
  const date = note.date ?? note.leftOut?.date;
  return date?.precision === "day" ? date.text : "";
}

function dateText({ date, leftOut }: Note): string {
  return (date ?? leftOut?.date)?.text ?? "";
}

/** Lines that say something. Addresses of what was brought along are not what they were. */
function linesOf(text: string): ReadonlySet<string> {
  const body = text.slice(readFrontMatter(text).bodyStart);
  const lines = body
    .split(/\r\n|\r|\n/)
    .map((line) =>
      nfc(line)
        .replace(/\]\([^()]*\)/g, "]")
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  return new Set(lines);
}

/** The notes there are, with the `source` of every one that has one: read from the texts, since no list holds it. */
export async function readKnownNotes(
  { index, readText }: Pick<Notebook, "index" | "readText">,
  cancellation: Cancellation,
): Promise<KnownNotes> {
  const sources = new Map<NotePath, string>();
  const notes = index.notes();
  const paths = [...new Set(notes.map(({ path }) => path))];
  for (let start = 0; start < paths.length && !cancellation.aborted; start += 32) {
    if (start % 256 === 0) await pause();
    await Promise.all(
      paths.slice(start, start + 32).map(async (path) => {
        try {
          const text = await readText(path);
          if (!text.includes("source:")) return;
          const source = scalarField(readFrontMatter(text), "source");
          if (source !== undefined) sources.set(path, source);
        } catch {
          // What is gone or cannot be read has no source to tell; its title and day are known all the same.
        }
      }),
    );
  }
  return new KnownNotes(notes, sources, readText);
}
