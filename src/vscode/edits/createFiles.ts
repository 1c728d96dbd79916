import { Range, WorkspaceEdit, window, workspace } from "vscode";
import type { NotePath } from "../../core/note/note.ts";
import type { NotebookSession } from "../notebookSession.ts";

export interface FileToCreate {
  readonly path: NotePath;
  readonly text: string;
}

/** A file that is no text, with its contents. */
export interface BytesToCreate {
  readonly path: NotePath;
  readonly bytes: Uint8Array;
}

/** A file of the notebook and the place, where there is none yet, that gets a copy of it. */
export interface FileToCopy {
  readonly from: NotePath;
  readonly to: NotePath;
}

/**
 * Creates files as one step that undo takes back. None is overwritten.
 * @returns false when one of them exists already or cannot be created; then none was
 */
export async function createFiles(
  session: NotebookSession,
  files: readonly FileToCreate[],
  images: readonly BytesToCreate[] = [],
): Promise<boolean> {
  if (!(await writeNew(session, files, [], images))) return false;
  await tellOf(session, files);
  return true;
}

export interface NoteToCreate extends FileToCreate {
  /** Where the cursor goes (UTF-16). */
  readonly cursor: number;
}

/**
 * Creates a note, with copies of files it shows, and opens it in a tab that the next click does not replace. Existing
 * files are left as they are.
 * @returns false when one of them exists already or cannot be created; then none was
 */
export async function createAndOpen(
  session: NotebookSession,
  note: NoteToCreate,
  copies: readonly FileToCopy[] = [],
): Promise<boolean> {
  if (!(await writeNew(session, [note], copies))) return false;
  const document = await workspace.openTextDocument(session.uriOf(note.path));
  const position = document.positionAt(note.cursor);
  await window.showTextDocument(document, { selection: new Range(position, position), preview: false });
  // The tree learns of it last: a tree that had the focus takes it back when it is done with its new rows.
  await tellOf(session, [note]);
  return true;
}

async function writeNew(
  session: NotebookSession,
  files: readonly FileToCreate[],
  copies: readonly FileToCopy[] = [],
  images: readonly BytesToCreate[] = [],
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  await addCopies(edit, session, copies);
  for (const { path, bytes } of images) {
    edit.createFile(session.uriOf(path), { contents: bytes, overwrite: false, ignoreIfExists: false });
  }
  const encoder = new TextEncoder();
  for (const { path, text } of files) {
    edit.createFile(session.uriOf(path), { contents: encoder.encode(text), overwrite: false, ignoreIfExists: false });
  }
  return workspace.applyEdit(edit);
}

export async function addCopies(
  edit: WorkspaceEdit,
  session: NotebookSession,
  copies: readonly FileToCopy[],
): Promise<void> {
  for (const { from, to } of copies) {
    const contents = await session.files.read(from);
    edit.createFile(session.uriOf(to), { contents, overwrite: false, ignoreIfExists: false });
  }
}

async function tellOf(session: NotebookSession, files: readonly FileToCreate[]): Promise<void> {
  await session.follow({ touched: new Set(files.map(({ path }) => path)), removed: new Set() });
}

/**
 * Takes back what {@link createFiles} made, as one step. Files that were changed since stay, and so do all images then,
 * since those may show them.
 * @returns how many notes went
 */
export async function removeCreated(
  session: NotebookSession,
  files: readonly FileToCreate[],
  images: readonly BytesToCreate[] = [],
): Promise<number> {
  const edit = new WorkspaceEdit();
  let count = 0;
  for (const { path, text } of files) {
    if (!(await isUnchanged(session, path, text))) continue;
    edit.deleteFile(session.uriOf(path));
    count++;
  }
  if (count === files.length)
    for (const { path } of images) edit.deleteFile(session.uriOf(path), { ignoreIfNotExists: true });
  return (await workspace.applyEdit(edit)) ? count : 0;
}

async function isUnchanged(session: NotebookSession, path: NotePath, text: string): Promise<boolean> {
  try {
    return (await session.readText(path)) === text;
  } catch (error) {
    if (session.files.isMissing(error)) return false;
    throw error;
  }
}
