import { commands, Disposable, type Uri, window } from "vscode";
import type { Clock } from "../../../core/calendar/clock.ts";
import { pathOfNode } from "../../../core/notebook/nodeArgument.ts";
import type { Log } from "../../../vscode/log.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { Notice } from "../../../vscode/notice.ts";
import { registerCommand } from "../../../vscode/registerCommand.ts";
import { DraftFindings } from "./draftFindings.ts";
import { publishDraft } from "./publishDraft.ts";
import { registerDraftFixes } from "./quickFixes.ts";

export interface DraftsDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
}

/** Looking over drafts, and making posts of them. */
export function registerDrafts({ notebooks, clock, log }: DraftsDeps): Disposable {
  const findings = new DraftFindings(notebooks, clock, log);
  const publish = async (uri: Uri | undefined): Promise<void> => {
    const session = await notebooks.require();
    if (session !== undefined) await publishDraft(session, draftAt(uri), { clock, findings });
  };
  return Disposable.from(
    findings,
    registerDraftFixes(findings),
    registerCommand("publishDraft", log, () => publish(window.activeTextEditor?.document.uri)),
    registerCommand("publishDraftOfRow", log, (node) => {
      const path = pathOfNode(node);
      return publish(path === undefined ? undefined : notebooks.current?.uriOf(path));
    }),
    registerCommand("checkDraft", log, async () => {
      const session = await notebooks.require();
      if (session === undefined) return;
      const count = (await findings.check(session, draftAt(window.activeTextEditor?.document.uri))).findings.length;
      if (count > 0) await commands.executeCommand("workbench.panel.markers.view.focus");
      void window.showInformationMessage(
        count === 0 ? "내기 전에 고칠 것을 찾지 못했어요." : `내기 전에 살필 것을 ${count}가지 찾았어요.`,
      );
    }),
  );
}

function draftAt(uri: Uri | undefined): Uri {
  if (uri === undefined) throw new Notice("낼 글을 편집기에 연 뒤 다시 해 주세요.");
  return uri;
}
