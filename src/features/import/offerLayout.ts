import { type Disposable, type Memento, window, workspace } from "vscode";
import { createFiles } from "../../vscode/edits/createFiles.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { LiveSettings } from "../../vscode/settings.ts";

export interface OfferDeps {
  readonly notebooks: Notebooks;
  readonly settings: LiveSettings;
  readonly log: Log;
  /** Remembers that this workspace was asked. */
  readonly memory: Memento;
}

const ASKED = "layoutAsked";

/**
 * Once in a workspace, when its notes have been read: offers to put new notes where its old ones lie, and to begin them
 * as those begin. Asks no one who has said where notes go, and nothing where settings may not be written.
 */
export function offerLayout(deps: OfferDeps): Disposable {
  const { notebooks, settings, memory, log } = deps;
  /** Each notebook is looked at once, not after every change. */
  const seen = new WeakSet<NotebookSession>();
  return notebooks.onDidChangeNotes(() => {
    const session = notebooks.opened;
    if (session?.isLoaded !== true || seen.has(session)) return;
    seen.add(session);
    if (!workspace.isTrusted || (workspace.workspaceFolders?.length ?? 0) === 0) return;
    if (memory.get<boolean>(ASKED) || settings.isStated("tomak.path") || settings.isStated("til.path")) return;
    ask(session, deps).catch((error: unknown) => log.error("offering a layout:", describeError(error)));
  });
}

async function ask(session: NotebookSession, { settings, memory }: OfferDeps): Promise<void> {
  const layoutOffer = await session.engines.loadLayoutOffer();
  const offer = await layoutOffer(session);
  if (offer === undefined) return;
  await memory.update(ASKED, true);
  const answer = await window.showInformationMessage(offer.question, "이렇게 하기", "지금 설정 그대로");
  if (answer !== "이렇게 하기") return;
  await settings.rememberForWorkspace(offer.settings);
  if (offer.templates.length > 0 && !(await createFiles(session, offer.templates)))
    void window.showWarningMessage(
      "템플릿을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 '템플릿 고치기'를 해 주세요.",
    );
}
