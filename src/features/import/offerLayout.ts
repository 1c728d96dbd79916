import { type Disposable, type Memento, window, workspace } from "vscode";
import { guessLayout, LAYOUT_SOURCES, type Layout } from "../../core/import/guessLayout.ts";
import { isNumbered } from "../../core/notebook/numberedEntries.ts";
import { recogniseSite } from "../../core/retro/recogniseSite.ts";
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
 * Once in a workspace, when its notes have been read: offers to put new notes where its old ones lie. Asks no one who has
 * said where notes go, and nothing where settings may not be written.
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
  // Where numbered 토막글 are, someone writes with us already and has the notes where they want them.
  if (session.index.notes().some(isNumbered)) return;
  const site = await recogniseSite(session.files);
  const { tomak, til } = session.settings;
  const layout = guessLayout(session.index.notes(), site, [tomak.path, til.path]);
  if (layout === undefined) return;
  await memory.update(ASKED, true);
  const answer = await window.showInformationMessage(describeLayout(layout), "이렇게 하기", "지금 설정 그대로");
  if (answer !== "이렇게 하기") return;
  await settings.rememberForWorkspace({ "tomak.path": layout.tomakPath, "til.path": layout.tilPath });
}

/** `이 폴더는 Jekyll 블로그 같아요: 글 119편, 날짜는 파일 이름에서.` */
function describeLayout({ name, noteCount, source, tilPath }: Layout): string {
  return `이 폴더는 ${name} 같아요: 글 ${noteCount}편, 날짜는 ${LAYOUT_SOURCES[source]}. 새 노트도 ${tilPath} 처럼 둘까요? 작업 영역 설정에 적고, 언제든 바꿀 수 있어요.`;
}
