import { commands, type Uri, window } from "vscode";
import type { CommitEngine } from "../../core/engines.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { type GitApi, gitErrorCode } from "../../vscode/git.ts";
import { Notice, type NoticeAction } from "../../vscode/notice.ts";

/** Tells that the commit is made, and sends it as the settings say. */
export async function offerPush(news: string, way: Settings["git"]["push"], send: () => Promise<void>): Promise<void> {
  if (way === "never") {
    void window.showInformationMessage(news);
    return;
  }
  const isWanted = way === "always" || (await window.showInformationMessage(news, "올리기")) !== undefined;
  if (!isWanted) return;
  await send();
  void window.showInformationMessage(
    way === "always" ? `${news} 원격 저장소에도 올렸어요.` : "원격 저장소에 올렸어요.",
  );
}

export const SOURCE_CONTROL: NoticeAction = {
  title: "소스 제어 보기",
  run: () => commands.executeCommand("workbench.view.scm"),
};

/** Sends the branch to where it belongs, by the editor's own Git extension, which knows how to log in. */
export async function push(
  api: GitApi | undefined,
  root: Uri,
  engine: Pick<CommitEngine, "pushProblem">,
): Promise<void> {
  try {
    const repository = api?.getRepository(root) ?? (await api?.openRepository?.(root));
    if (!repository) throw new Error("the editor does not open the repository");
    // Of a repository that it has just opened, or that got its remote in a terminal, the editor may not know it yet.
    if (repository.state.remotes.length === 0) await repository.status();
    // For this the Git extension has a code, and does not use it.
    const code = { gitErrorCode: "NoRemoteRepositorySpecified" };
    if (repository.state.remotes.length === 0) throw Object.assign(new Error("no remote"), code);
    await repository.push();
  } catch (error) {
    throw new Notice(engine.pushProblem(gitErrorCode(error)), SOURCE_CONTROL);
  }
}
