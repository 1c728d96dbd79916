import { Range, type TextDocument, type Uri, type WorkspaceEdit, window, workspace } from "vscode";
import { findConflict } from "../../core/note/conflict.ts";
import { type DecodedText, decodeText } from "../../core/text/decode.ts";
import type { TextEdit } from "../../core/text/edit.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { Notice } from "../notice.ts";

export function hasChanged(uri: Uri): Notice {
  return new Notice(`그사이 ${nameOf(uri)} 파일이 바뀌어서 아무것도 고치지 않았어요. 다시 해 주세요.`);
}

export function replaceAll(edit: WorkspaceEdit, document: TextDocument, edits: readonly TextEdit[]): void {
  for (const { start, end, newText } of edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
}

/** @throws Notice when the file cannot be read, or saving it would change more than was edited */
export async function openToEdit(uri: Uri): Promise<{ readonly document: TextDocument; readonly wasDirty: boolean }> {
  const document = await orUnread(uri, workspace.openTextDocument(uri));
  const wasDirty = document.isDirty;
  if (findConflict(document.getText()) !== undefined) throw conflictNotice(uri);
  if (!wasDirty) refuseUnfaithful(document, await readSaved(uri));
  return { document, wasDirty };
}

export function readSaved(uri: Uri): Promise<DecodedText> {
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

export function unsavedNotice({ uri }: TextDocument, more = ""): Notice {
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

export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
