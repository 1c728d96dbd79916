import { CancellationError, type TextDocument, type Uri, WorkspaceEdit, workspace } from "vscode";
import { findConflict } from "../../core/note/conflict.ts";
import { type Cancellation, NEVER_CANCELLED } from "../../core/notebook/files.ts";
import { applyEdits, type TextEdit } from "../../core/text/edit.ts";
import { Notice } from "../notice.ts";
import { rangesIn } from "../positions.ts";
import { conflictNotice, hasChanged, openToEdit, readSaved, replaceAll, unsavedNotice } from "./editable.ts";

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
