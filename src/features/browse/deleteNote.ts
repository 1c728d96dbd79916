import { FileSystemError, WorkspaceEdit, window, workspace } from "vscode";
import { sectionIn } from "../../core/note/diary/sectionIn.ts";
import { withParticle } from "../../core/text/particle.ts";
import { editNote } from "../../vscode/edits/editNote.ts";
import { Notice } from "../../vscode/notice.ts";
import type { NoteTarget } from "./target.ts";

/** Moves a note's file to the trash after asking; where there is none, asks again before it is gone. */
export async function deleteNote({ session, note }: NoteTarget): Promise<void> {
  if (note.range !== undefined) return deleteSection({ session, note });
  const name = note.path.slice(note.path.lastIndexOf("/") + 1);
  const answer = await window.showWarningMessage(
    `${withParticle(`'${note.title}'`, "을/를")} 지울까요?`,
    { modal: true, detail: `${note.path}\n파일을 휴지통으로 옮깁니다.` },
    "휴지통으로 옮기기",
  );
  if (answer === undefined) return;
  const uri = session.uriOf(note.path);
  try {
    await workspace.fs.delete(uri, { useTrash: true });
    return;
  } catch (error) {
    if (!(error instanceof Error) || (error instanceof FileSystemError && error.code === "FileNotFound")) throw error;
  }
  // The provider has no trash, as in a remote window or on the web. The editor's own deletion can still be undone.
  const sure = await window.showWarningMessage(
    `여기에는 휴지통이 없어요. ${withParticle(`'${name}'`, "을/를")} 완전히 지울까요?`,
    { modal: true, detail: "git에 올린 적이 없다면 되찾기 어려워요." },
    "완전히 지우기",
  );
  if (sure === undefined) return;
  const edit = new WorkspaceEdit();
  edit.deleteFile(uri);
  if (!(await workspace.applyEdit(edit)))
    throw new Notice(`${name} 파일을 지우지 못했어요. 권한을 확인하고 다시 해 주세요.`);
}

/** Takes a day out of a diary, as an edit that undo takes back; the file stays, and so do its other days. */
async function deleteSection({ session, note }: NoteTarget): Promise<void> {
  const answer = await window.showWarningMessage(
    `${withParticle(`'${note.title}'`, "을/를")} 파일에서 지울까요?`,
    { modal: true, detail: `${note.path}\n파일은 남고 이 부분만 지웁니다. 실행 취소로 되돌릴 수 있어요.` },
    "이 부분 지우기",
  );
  if (answer === undefined) return;
  await editNote(session.uriOf(note.path), (text) => {
    const now = sectionIn(text, note, session.rules);
    if (now?.range === undefined || now.title !== note.title)
      throw new Notice(`그사이 ${note.path} 파일이 바뀌어서 지우지 않았어요. 트리를 보고 다시 해 주세요.`);
    return [{ start: now.range.start, end: now.range.end, newText: "" }];
  });
}
