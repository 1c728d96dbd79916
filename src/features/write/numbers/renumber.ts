import { window } from "vscode";
import type { NotePath } from "../../../core/note/note.ts";
import { planRenumber, type RenumberChoice } from "../../../core/notebook/renumberPlan.ts";
import { changeFiles } from "../../../vscode/edits/changeFiles.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { openNote } from "../../../vscode/openNote.ts";
import { whenLoaded } from "../../../vscode/progress.ts";
import { agreeTo } from "./agreeTo.ts";

/** Shows what would change with other numbers, and changes it when the person agrees. */
export async function renumber(session: NotebookSession, choice: RenumberChoice): Promise<void> {
  await whenLoaded(session);
  const plan = await planRenumber(session, choice);
  if (!plan.ok) throw notWritable(session, plan.paths);
  if (plan.changes.length === 0) throw new Notice("번호가 이미 차례대로라 바꿀 것이 없어요. 그대로 두면 돼요.");
  if (!(await agreeTo(session, plan))) return;
  const files = plan.files.map(({ path, text, edits }) => ({ uri: session.uriOf(path), text, edits }));
  const renames = plan.renames.map(({ from, to }) => ({ from: session.uriOf(from), to: session.uriOf(to) }));
  await changeFiles(files, renames);
  const newNames = new Map(plan.renames.map(({ from, to }) => [from, to]));
  await session.follow({
    touched: new Set([...plan.files.map(({ path }) => newNames.get(path) ?? path), ...newNames.values()]),
    removed: new Set(newNames.keys()),
  });
  const left = plan.left.length === 0 ? "" : ` 직접 고쳐야 할 회고: ${plan.left.join(", ")}`;
  void window.showInformationMessage(`토막글 ${plan.changes.length}편의 번호를 바꿨어요.${left}`);
}

function notWritable(session: NotebookSession, paths: readonly NotePath[]): Notice {
  const [first = ""] = paths;
  const more = paths.length > 1 ? ` 등 ${paths.length}편` : "";
  return new Notice(
    `제목을 고칠 수 없는 글이 있어 번호를 바꾸지 않았어요: ${first}${more}. 머리말과 제목을 살펴 주세요.`,
    {
      title: "글 열기",
      run: () => openNote(session, first),
    },
  );
}
