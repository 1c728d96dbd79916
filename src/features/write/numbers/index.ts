import { commands, Disposable, window } from "vscode";
import { koreanMonth } from "../../../core/calendar/month.ts";
import { monthOfNote, type NotePath } from "../../../core/note/note.ts";
import { daysWithoutTomak } from "../../../core/notebook/numberCheck.ts";
import type { Log } from "../../../vscode/log.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { Notice } from "../../../vscode/notice.ts";
import { whenLoaded } from "../../../vscode/progress.ts";
import { registerCommand } from "../../../vscode/registerCommand.ts";
import { NumberDiagnostics } from "./numberDiagnostics.ts";
import { registerQuickFixes } from "./quickFixes.ts";
import { renumber } from "./renumber.ts";

/** 번호 점검: what is wrong with the numbers of 토막글, and putting it right. */
export function registerNumbers(notebooks: Notebooks, log: Log): Disposable {
  const diagnostics = new NumberDiagnostics(notebooks, log);
  const withEntry =
    (run: (session: NotebookSession, path: NotePath) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      const session = notebooks.current;
      const path = typeof argument === "string" ? argument : session && activePath(session);
      if (session === undefined || path === undefined) throw new Notice("번호를 바꿀 토막글을 연 뒤 다시 해 주세요.");
      await whenLoaded(session);
      if (session.index.notesIn(path)[0]?.number === undefined)
        throw new Notice("번호가 있는 토막글이 아니에요. 토막글을 연 뒤 다시 해 주세요.");
      await run(session, path);
    };
  return Disposable.from(
    diagnostics,
    registerQuickFixes(notebooks),
    registerCommand("checkNumbers", log, async () => {
      const session = await notebooks.require();
      if (session === undefined) return;
      await whenLoaded(session);
      await report(session, diagnostics);
    }),
    registerCommand(
      "renumberFrom",
      log,
      withEntry((session, path) => renumber(session, { from: path })),
    ),
    registerCommand(
      "renumberOnly",
      log,
      withEntry((session, path) => renumber(session, { only: path })),
    ),
  );
}

async function report(session: NotebookSession, diagnostics: NumberDiagnostics): Promise<void> {
  const idle = idleDays(session);
  const findings = await diagnostics.check(session);
  if (findings.length === 0) {
    void window.showInformationMessage(`토막글 번호가 모두 차례대로예요.${idle}`);
    return;
  }
  await commands.executeCommand("workbench.panel.markers.view.focus");
  void window.showInformationMessage(`토막글 번호에서 살필 것을 ${findings.length}가지 찾았어요.${idle}`);
}

/** The days without a 토막글 in the month of the note in the editor. */
function idleDays(session: NotebookSession): string {
  const path = activePath(session);
  const [note] = path === undefined ? [] : session.index.notesIn(path);
  const month = note?.kind === "tomak" ? monthOfNote(note) : undefined;
  const days = month === undefined ? [] : daysWithoutTomak(session.index.notes(), month);
  if (month === undefined || days.length === 0) return "";
  const list = days.map((day) => `${Number(day.slice(8))}일`).join(", ");
  return ` ${koreanMonth(month)}에 토막글이 없는 날: ${list}`;
}

function activePath(session: NotebookSession): NotePath | undefined {
  const editor = window.activeTextEditor;
  return editor && session.pathOf(editor.document.uri);
}
