import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Cancellation } from "../notebook/files.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { pause } from "../pause.ts";
import { nfc } from "../text/nfc.ts";

/** The notes there are, asked one for one whether a note that is brought in is among them. */
export class KnownNotes {
  readonly #byIdentity = new Map<string, NotePath[]>();
  readonly #sources: ReadonlyMap<NotePath, string>;
  readonly #pathOf = new Map<string, NotePath>();

  constructor(notes: readonly Note[], sources: ReadonlyMap<NotePath, string>) {
    this.#sources = sources;
    for (const [path, source] of sources) this.#pathOf.set(source, path);
    for (const note of notes) {
      const identity = identityOf(note);
      this.#byIdentity.set(identity, [...(this.#byIdentity.get(identity) ?? []), note.path]);
    }
  }

  /**
   * Takes the note that this one is: the one that came from the same place, whatever it is called now, else one of the same
   * title and day that came from nowhere else. Each is taken once, so that two of one title stay two.
   */
  take(note: Note, source: string | undefined): NotePath | undefined {
    const path = source === undefined ? undefined : this.#pathOf.get(source);
    if (path !== undefined) return path;
    const like = this.#byIdentity.get(identityOf(note)) ?? [];
    const index = like.findIndex((other) => source === undefined || !this.#sources.has(other));
    return index === -1 ? undefined : like.splice(index, 1)[0];
  }
}

function identityOf({ title, date, leftOut }: Note): string {
  return `${(date ?? leftOut?.date)?.text ?? ""} ${nfc(title).replace(/\s+/g, " ").trim()}`;
}

/** The `source` of every note that has one: read from the texts, since no list holds it. */
export async function sourcesIn(
  { index, readText }: Pick<Notebook, "index" | "readText">,
  cancellation: Cancellation,
): Promise<ReadonlyMap<NotePath, string>> {
  const sources = new Map<NotePath, string>();
  const paths = [...new Set(index.notes().map(({ path }) => path))];
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
  return sources;
}
