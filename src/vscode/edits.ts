import {
  CancellationError,
  Range,
  type TextDocument,
  type TextEditor,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { findConflict } from "../core/note/conflict.ts";
import type { NotePath } from "../core/note/note.ts";
import { type Cancellation, NEVER_CANCELLED } from "../core/notebook/files.ts";
import { type DecodedText, decodeText } from "../core/text/decode.ts";
import { applyEdits, type TextEdit } from "../core/text/edit.ts";
import { describeWriteProblem } from "../core/write/problem.ts";
import type { NotebookSession } from "./notebookSession.ts";
import { Notice } from "./notice.ts";
import { rangesIn } from "./positions.ts";

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

async function addCopies(edit: WorkspaceEdit, session: NotebookSession, copies: readonly FileToCopy[]): Promise<void> {
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

/** Opens a note as it is; `offset` (UTF-16) is where the cursor goes. */
export async function openNote(session: NotebookSession, path: NotePath, offset?: number): Promise<TextEditor> {
  const document = await workspace.openTextDocument(session.uriOf(path));
  const position = offset === undefined ? undefined : document.positionAt(offset);
  return window.showTextDocument(document, position ? { selection: new Range(position, position) } : {});
}

/**
 * Changes a file by the edits `compute` gives for its present text, as one undoable step with copies of files it shows,
 * and saves it unless it had unsaved changes before. A file the editor could not write back byte for byte is refused.
 * @returns whether the file on disk is as the editor has it now
 */
export async function editNote(
  uri: Uri,
  compute: (text: string) => readonly TextEdit[],
  shown?: { readonly session: NotebookSession; readonly copies: readonly FileToCopy[] },
): Promise<boolean> {
  const { document, wasDirty } = await openToEdit(uri);
  const edit = new WorkspaceEdit();
  const copies = shown?.copies ?? [];
  if (shown !== undefined) await addCopies(edit, shown.session, copies);
  // Computed last: nothing can change the text between this and the edit.
  const edits = compute(document.getText());
  if (edits.length + copies.length === 0) return !wasDirty;
  replaceAll(edit, document, edits);
  if (!(await workspace.applyEdit(edit))) {
    throw new Notice(
      `${nameOf(uri)} 파일을 고치지 못했어요. 읽기 전용이 아닌지, 다른 곳에서 바뀌지 않았는지 보고 다시 시도해 주세요.`,
    );
  }
  if (!wasDirty && edits.length > 0) await saveEdited(document);
  return !wasDirty;
}

export interface FileEdit {
  readonly uri: Uri;
  /** The text that the edits are for, as it was read. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export interface FileRename {
  readonly from: Uri;
  /** A name that no file has, not even one that is renamed as well: the editor could not undo that. */
  readonly to: Uri;
}

export interface ChangeOptions {
  /** Heeded until the change is made; it is not made then. */
  readonly cancellation?: Cancellation;
  /** Links to and from what is renamed are among the changes: the editor, whose settings may say so, is not to mend them too. */
  readonly mendsLinks?: boolean;
  /** Called for each file that is made ready. */
  onProgress?(done: number, total: number): void;
}

/**
 * Changes texts and names as one undoable step; files without unsaved changes are saved. One that the editor could not
 * write back, or that has changed since, stops all of it.
 * @throws CancellationError
 */
export async function changeFiles(
  files: readonly FileEdit[],
  renames: readonly FileRename[],
  { cancellation = NEVER_CANCELLED, mendsLinks = false, onProgress }: ChangeOptions = {},
): Promise<void> {
  const edit = new WorkspaceEdit();
  const moved = mendsLinks ? renames.filter(({ to }) => editorMendsLinks(to)) : [];
  const newNames = new Map(renames.map(({ from, to }) => [from.toString(), to]));
  const clean: Uri[] = [];
  const isMany = files.length > MANY && readsUtf8Alone(files[0]?.uri);
  for (const [index, { uri, text, edits }] of files.entries()) {
    if (cancellation.aborted) throw new CancellationError();
    onProgress?.(index, files.length);
    const isOpen = isMany ? workspace.textDocuments.some((other) => other.uri.toString() === uri.toString()) : true;
    if (!isOpen) {
      await refuseChanged(uri, text);
      for (const [at, range] of rangesIn(text, edits).entries()) edit.replace(uri, range, edits[at]?.newText ?? "");
      clean.push(newNames.get(uri.toString()) ?? uri);
      continue;
    }
    const { document, wasDirty } = await openToEdit(uri);
    // The editor keeps a byte order mark to itself.
    const mark = text.length - text.replace(/^\uFEFF/, "").length;
    if (text.slice(mark) !== document.getText()) throw hasChanged(uri);
    const own = edits.map(({ start, end, newText }) => ({ start: start - mark, end: end - mark, newText }));
    const move = moved.find(({ from }) => from.toString() === uri.toString());
    if (move === undefined) replaceAll(edit, document, own);
    else addMove(edit, move, await textToSave(document, own));
    if (!wasDirty) clean.push(newNames.get(uri.toString()) ?? uri);
  }
  for (const rename of renames)
    if (!moved.includes(rename)) edit.renameFile(rename.from, rename.to, { overwrite: false });
  // A refactoring's files are saved at once, those with unsaved changes too; then it must not be called one.
  if (!(await workspace.applyEdit(edit, { isRefactoring: clean.length === files.length }))) {
    throw new Notice("파일을 고치지 못했어요. 읽기 전용이 아닌지, 다른 곳에서 바뀌지 않았는지 보고 다시 해 주세요.");
  }
  const saved = new Set(clean.map(String));
  let unsaved: TextDocument | undefined;
  for (const document of workspace.textDocuments) {
    if (!document.isDirty || !saved.has(document.uri.toString()) || (await document.save())) continue;
    // One that cannot be written keeps no other from being saved; where none can be, the editor need not say so of each.
    if (unsaved !== undefined) throw unsavedNotice(unsaved, " 등 여러");
    unsaved = document;
  }
  if (unsaved !== undefined) throw unsavedNotice(unsaved);
}

/** Whether the editor changes links by itself, or asks to, after a file was renamed. */
function editorMendsLinks(uri: Uri): boolean {
  return workspace.getConfiguration("markdown", uri).get("updateLinksOnFileMove.enabled", "never") !== "never";
}

/** A file under its new name and gone from the old one, which the editor takes for no rename. */
function addMove(edit: WorkspaceEdit, { from, to }: FileRename, text: string): void {
  edit.createFile(to, { contents: new TextEncoder().encode(text), overwrite: false });
  edit.deleteFile(from);
}

/** A document's text after edits, with the byte order mark that its file has. */
async function textToSave(document: TextDocument, edits: readonly TextEdit[]): Promise<string> {
  const { text } = await readSaved(document.uri);
  return (text.startsWith("\uFEFF") ? "\uFEFF" : "") + applyEdits(document.getText(), edits);
}

/** More files than this are not opened one by one before they are changed: that takes the editor three times as long. */
const MANY = 50;

/** Whether the editor takes every file for UTF-8, so that what was read is what it will have. */
function readsUtf8Alone(uri: Uri | undefined): boolean {
  const files = workspace.getConfiguration("files", uri);
  return files.get("encoding") === "utf8" && files.get("autoGuessEncoding") === false;
}

/** @throws Notice when a file has changed since it was read, or would come back changed all over */
async function refuseChanged(uri: Uri, read: string): Promise<void> {
  const { text, faithful } = await readSaved(uri);
  const ends = new Set(text.match(/\r\n|\n|\r/g));
  if (findConflict(text) !== undefined) throw conflictNotice(uri);
  if (!faithful || text !== read || ends.size > 1 || ends.has("\r")) throw hasChanged(uri);
}

function hasChanged(uri: Uri): Notice {
  return new Notice(`그사이 ${nameOf(uri)} 파일이 바뀌어서 아무것도 고치지 않았어요. 다시 해 주세요.`);
}

function replaceAll(edit: WorkspaceEdit, document: TextDocument, edits: readonly TextEdit[]): void {
  for (const { start, end, newText } of edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
}

/** @throws Notice when the file cannot be read, or saving it would change more than was edited */
async function openToEdit(uri: Uri): Promise<{ readonly document: TextDocument; readonly wasDirty: boolean }> {
  const document = await orUnread(uri, workspace.openTextDocument(uri));
  const wasDirty = document.isDirty;
  if (findConflict(document.getText()) !== undefined) throw conflictNotice(uri);
  if (!wasDirty) refuseUnfaithful(document, await readSaved(uri));
  return { document, wasDirty };
}

function readSaved(uri: Uri): Promise<DecodedText> {
  return orUnread(uri, workspace.fs.readFile(uri).then(decodeText));
}

/** What the editor does not open is gone since, or closed to us. */
async function orUnread<T>(uri: Uri, reading: Thenable<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new Notice(
      `${nameOf(uri)} 파일을 읽을 수 없어 고치지 않았어요. 지우거나 옮기지 않았는지 보고 다시 해 주세요.`,
    );
  }
}

async function saveEdited(document: TextDocument): Promise<void> {
  if (!(await document.save())) throw unsavedNotice(document);
}

function unsavedNotice({ uri }: TextDocument, more = ""): Notice {
  return new Notice(
    `${nameOf(uri)}${more} 파일을 저장하지 못했어요. 고친 내용은 편집기에 남아 있으니 직접 저장해 주세요.`,
  );
}

/** The editor keeps one kind of line end and one encoding for a file; what mixes them would come back changed all over. */
function refuseUnfaithful(document: TextDocument, { text, faithful }: DecodedText): void {
  const name = nameOf(document.uri);
  if (!faithful) {
    throw new Notice(`${name} 파일은 UTF-8이 아니라서 고치지 않았어요. 편집기에서 'UTF-8로 저장'한 뒤 다시 해 주세요.`);
  }
  const saved = text.replace(/^\uFEFF/, "");
  // The editor has not heard of a change on disk yet.
  if (withOneLineEnd(saved) !== withOneLineEnd(document.getText())) throw hasChanged(document.uri);
  if (saved !== document.getText()) {
    throw new Notice(
      `${name} 파일은 줄 끝(CRLF, LF)이 섞여 있어 고치면 다른 줄까지 바뀌어요. 줄 끝을 하나로 맞춘 뒤 다시 해 주세요.`,
    );
  }
}

function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Whoever resolves a conflict needs both sides as git left them. */
export function conflictNotice(uri: Uri): Notice {
  return new Notice(describeWriteProblem({ reason: "conflict", path: nameOf(uri) }), {
    title: "파일 열기",
    run: () => window.showTextDocument(uri),
  });
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
