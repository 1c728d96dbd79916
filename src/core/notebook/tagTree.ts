import type { Note, NoteKind } from "../note/note.ts";
import type { KindCount } from "../retro/statistics.ts";
import { NotesByMonth } from "./months.ts";
import { kindCounts } from "./sortedNotes.ts";

/** A tag, or a part of nested ones: `자바` of `자바/스프링`. */
export class TagBranch {
  /** The notes that have exactly this tag. */
  readonly own = new NotesByMonth();
  readonly #children = new Map<string, TagBranch>();
  readonly #counts = new Map<NoteKind, number>();
  #sorted: readonly (readonly [name: string, branch: TagBranch])[] | undefined;

  /** Of the notes with this tag or one below it, each once. */
  get counts(): readonly KindCount[] {
    return kindCounts(this.#counts);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** By Hangul and Latin order; numbers by their value. */
  children(): readonly (readonly [name: string, branch: TagBranch])[] {
    this.#sorted ??= [...this.#children].sort(([a], [b]) => byName.compare(a, b));
    return this.#sorted;
  }

  child(name: string): TagBranch {
    let child = this.#children.get(name);
    if (child === undefined) {
      child = new TagBranch();
      this.#children.set(name, child);
      this.#sorted = undefined;
    }
    return child;
  }

  drop(name: string): void {
    this.#children.delete(name);
    this.#sorted = undefined;
  }

  count({ kind }: Note, by: 1 | -1): void {
    const count = (this.#counts.get(kind) ?? 0) + by;
    if (count === 0) this.#counts.delete(kind);
    else this.#counts.set(kind, count);
  }
}

const byName = new Intl.Collator("ko", { numeric: true });

/** All tags of a notebook with their notes, through changes. */
export class TagTree {
  readonly root = new TagBranch();
  readonly untagged = new NotesByMonth();

  static of(notes: Iterable<Note>): TagTree {
    const made = new TagTree();
    for (const note of notes) made.add(note);
    return made;
  }

  add(note: Note): void {
    this.#change(note, 1);
  }

  remove(note: Note): void {
    this.#change(note, -1);
  }

  #change(note: Note, by: 1 | -1): void {
    const counted = new Set<TagBranch>();
    const own = new Set<TagBranch>();
    const passed: { readonly parent: TagBranch; readonly name: string; readonly branch: TagBranch }[] = [];
    for (const tag of note.tags) {
      let branch = this.root;
      for (const name of tagParts(tag)) {
        const parent = branch;
        branch = parent.child(name);
        passed.push({ parent, name, branch });
        if (counted.has(branch)) continue;
        counted.add(branch);
        branch.count(note, by);
      }
      // `자바` and `자바/` are one.
      if (branch === this.root || own.has(branch)) continue;
      own.add(branch);
      change(branch.own, note, by);
    }
    if (own.size === 0) change(this.untagged, note, by);
    if (by < 0) for (const { parent, name, branch } of passed.reverse()) if (branch.isEmpty) parent.drop(name);
  }
}

function change(notes: NotesByMonth, note: Note, by: 1 | -1): void {
  if (by > 0) notes.add(note);
  else notes.remove(note);
}

/** `자바/스프링` → 자바, 스프링; nothing for a tag of slashes alone. */
export function tagParts(tag: string): readonly string[] {
  return tag.split("/").filter((name) => name !== "");
}
