import { window } from "vscode";
import { builtInTemplate, TEMPLATE_NAMES, type TemplateName, templatePath } from "../../core/note/builtInTemplates.ts";
import { findOnDisk } from "../../core/write/planTomak.ts";
import { createFiles } from "../../vscode/edits/createFiles.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";

const LABELS: Readonly<Record<TemplateName, string>> = {
  tomak: "토막글",
  til: "TIL",
  retro: "회고",
  "retro-week": "주간 정리",
  "retro-year": "분기·반기·연간 회고",
  post: "글",
  series: "시리즈 글",
  session: "세션 노트",
  book: "책 노트",
};

/** Opens the notebook's own version of a template, made from the built-in one when there is none yet. */
export async function customizeTemplate(session: NotebookSession): Promise<void> {
  const picked = await window.showQuickPick(
    TEMPLATE_NAMES.map((name) => ({ label: LABELS[name], description: templatePath(name), name })),
    { title: "템플릿 고치기", placeHolder: "고칠 템플릿을 고르세요. 노트 폴더에 두어 git과 함께 다녀요." },
  );
  if (picked === undefined) return;
  const path = templatePath(picked.name);
  if ((await findOnDisk(session, path)) === undefined) {
    const created = await createFiles(session, [{ path, text: builtInTemplate(picked.name, session.settings) }]);
    if (!created) throw new Notice(`${path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인해 주세요.`);
  }
  await openNote(session, path);
}
