import { commands, Selection } from "vscode";
import { templatePath } from "../core/note/builtInTemplates.ts";
import { describeWriteProblem, type WriteProblem } from "../core/write/problem.ts";
import { CONFIGURATION_SECTION } from "../ids.ts";
import { conflictNotice } from "./edits/editable.ts";
import type { NotebookSession } from "./notebookSession.ts";
import { Notice } from "./notice.ts";
import { openNote } from "./openNote.ts";

/** Why nothing was made, with the way to the line or setting to mend. */
export function refusal(session: NotebookSession, problem: WriteProblem): Notice {
  if (problem.reason === "template") {
    return new Notice(describeWriteProblem(problem), {
      title: "템플릿 열기",
      run: async () => {
        const editor = await openNote(session, templatePath(problem.template));
        const line = editor.document.lineAt(Math.min((problem.line ?? 1) - 1, editor.document.lineCount - 1));
        editor.selection = new Selection(line.range.start, line.range.end);
        editor.revealRange(line.range);
      },
    });
  }
  if (problem.reason === "conflict") return conflictNotice(session.uriOf(problem.path));
  return new Notice(describeWriteProblem(problem), {
    title: "설정 열기",
    run: () => commands.executeCommand("workbench.action.openSettings", `${CONFIGURATION_SECTION}.${problem.setting}`),
  });
}
