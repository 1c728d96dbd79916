import type { TagRename } from "../note/frontMatter/renameTags.ts";
import type { Note, NotePath } from "../note/note.ts";
import { pause } from "../pause.ts";
import { applyEdits } from "../text/edit.ts";
import { hasMixedLineEnds } from "../text/mixedLineEnds.ts";
import type { Cancellation } from "./files.ts";
import type { Notebook } from "./notebook.ts";
import { renameTagsInText } from "./renameTagsInText.ts";
import type { FileEdits } from "./renumberPlan.ts";

export interface TaggedFile extends FileEdits {
  readonly note: Note;
  /** The first line that changes, as it is and as it will be. */
  readonly before: string;
  readonly after: string;
}

/** Why a note keeps its tags. */
export type SkipReason =
  /** Its front matter cannot be read, or not be edited without changing more. */
  | "front-matter"
  | "not-utf8"
  /** CRLF and LF in one file: the editor would write it back changed all over. */
  | "mixed-line-ends"
  | "unreadable"
  /** The marks of a conflict of git's are in it. */
  | "conflict"
  /** `#tags` in its body that cannot take the new name. */
  | "inline";

export interface SkippedNote {
  readonly path: NotePath;
  readonly reason: SkipReason;
}

export interface TagRenamePlan {
  readonly files: readonly TaggedFile[];
  readonly skipped: readonly SkippedNote[];
  /** Notes that have such a tag in brackets in their file's name, which stays. */
  readonly inNames: readonly NotePath[];
}

export interface PlanOptions {
  readonly cancellation: Cancellation;
  onProgress?(done: number, total: number): void;
}

/** Read together; what is read is worked on in smaller portions, some milliseconds each. */
const NOTES_AT_ONCE = 16;
const NOTES_BETWEEN_PAUSES = 4;

/**
 * What changes in which notes when tags get other names. Nothing is written. Reads the notes that have such a tag alone,
 * some at a time with pauses between; cancelled, it says what it has so far.
 */
export async function planTagRename(
  notebook: Pick<Notebook, "files" | "index" | "settings" | "readText">,
  rename: TagRename,
  { cancellation, onProgress }: PlanOptions,
): Promise<TagRenamePlan> {
  const notes = notebook.index.notes();
  const affected = new Map<NotePath, Note>();
  for (const note of notes) {
    if (!affected.has(note.path) && note.tags.some((tag) => rename(tag) !== undefined)) affected.set(note.path, note);
  }
  const files: TaggedFile[] = [];
  const skipped: SkippedNote[] = [];
  const queue = [...affected.values()];
  for (let next = 0; next < queue.length && !cancellation.aborted; next += NOTES_AT_ONCE) {
    const some = queue.slice(next, next + NOTES_AT_ONCE);
    const texts = await Promise.all(some.map((note) => textOf(notebook, note)));
    for (const [index, note] of some.entries()) {
      if (index % NOTES_BETWEEN_PAUSES === 0) await pause();
      const { file, skip } = renameInNote(texts[index], note, rename, notebook.settings.inlineTags);
      if (file !== undefined) files.push(file);
      if (skip !== undefined) skipped.push(skip);
    }
    onProgress?.(Math.min(next + NOTES_AT_ONCE, queue.length), queue.length);
  }
  return { files, skipped, inNames: notes.filter(({ path }) => hasInName(path, rename)).map(({ path }) => path) };
}

interface Outcome {
  readonly file?: TaggedFile;
  readonly skip?: SkippedNote;
}

/** A note's text, or why there is none; `undefined` for one that is gone since it was indexed: then it has no tags either. */
async function textOf(
  notebook: Pick<Notebook, "files" | "readText">,
  { path, problem }: Note,
): Promise<{ readonly text: string } | SkipReason | undefined> {
  if (problem?.reason === "broken-front-matter") return "front-matter";
  if (problem?.reason === "not-utf8" || problem?.reason === "conflict") return problem.reason;
  if (problem !== undefined) return "unreadable";
  try {
    return { text: await notebook.readText(path) };
  } catch (error) {
    return notebook.files.isMissing(error) ? undefined : "unreadable";
  }
}

function renameInNote(
  read: Awaited<ReturnType<typeof textOf>>,
  note: Note,
  rename: TagRename,
  inlineTags: boolean,
): Outcome {
  const { path } = note;
  const skip = (reason: SkipReason): Outcome => ({ skip: { path, reason } });
  if (read === undefined) return {};
  if (typeof read === "string") return skip(read);
  const { text } = read;
  if (hasMixedLineEnds(text)) return skip("mixed-line-ends");
  const change = renameTagsInText(text, rename, inlineTags);
  if (!change.ok) return skip("front-matter");
  const { edits, left } = change;
  const file = edits.length === 0 ? undefined : { path, note, text, edits, ...firstChange(text, edits) };
  return { ...(file && { file }), ...(left > 0 && skip("inline")) };
}

const SHOWN_LENGTH = 80;

function firstChange(text: string, edits: FileEdits["edits"]): { before: string; after: string } {
  const [first] = [...edits].sort((a, b) => a.start - b.start);
  const at = first?.start ?? 0;
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const lineEnd = at + (/^[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);
  // What goes with its line break is shown as the line alone.
  const inLine = edits.filter(({ start, end }) => start >= lineStart && end <= lineEnd);
  const before = text.slice(lineStart, lineEnd);
  const after = applyEdits(
    before,
    inLine.map(({ start, end, newText }) => ({ start: start - lineStart, end: end - lineStart, newText })),
  );
  return { before: shown(before), after: inLine.length === 0 ? "" : shown(after) };
}

function shown(line: string): string {
  const trimmed = line.trim();
  return trimmed.length > SHOWN_LENGTH ? `${trimmed.slice(0, SHOWN_LENGTH)}…` : trimmed;
}

function hasInName(path: NotePath, rename: TagRename): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const tags = name.includes("[") ? name.matchAll(/\[([^[\]]{1,80})\]/g) : [];
  return [...tags].some(([, tag = ""]) => rename(tag.normalize("NFC").trim()) !== undefined);
}
