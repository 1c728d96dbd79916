import type { NotePath } from "../note/note.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { askFiles, askMessage, askRepository, type CommitScreen } from "./askCommit.ts";
import { commitMessage, committedBy } from "./commitMessage.ts";
import { type CommitWays, commitFiles } from "./git/commitFiles.ts";
import { describeGitProblem, type GitProblem } from "./git/gitProblem.ts";
import { surveyToday, type TodayDeps } from "./surveyToday.ts";

export interface CommitDeps extends Omit<TodayDeps, "notebook" | "unsaved"> {
  readonly notebook: Pick<Notebook, "settings" | "readText" | "engines">;
  readonly screen: CommitScreen;
  readonly ways: CommitWays;
  /** Notes with changes that are in the editor alone, as it is when asked. */
  unsaved(): ReadonlySet<NotePath>;
  /** Writes such a note to the disk; false when that cannot be done. */
  save(path: NotePath): PromiseLike<boolean>;
}

export type CommitOutcome =
  | { readonly outcome: "cancelled" }
  | { readonly outcome: "committed"; readonly root: string; readonly news: string }
  /** `message`: what happened and what to do; `root` where a repository was found. */
  | { readonly outcome: "refused"; readonly reason: RefusalReason; readonly message: string; readonly root?: string };

export type RefusalReason = GitProblem["reason"] | "unsaved" | "pattern";

/** Commits what was written today, and nothing else; all of it is shown first. */
export async function commitToday(deps: CommitDeps): Promise<CommitOutcome> {
  const { notebook, screen, run, today } = deps;
  const look = () => surveyToday({ ...deps, unsaved: deps.unsaved() });
  const found = await look();
  const repository = found.length > 1 ? await askRepository(screen, found) : found[0];
  if (repository === undefined) return { outcome: "cancelled" };
  if (!repository.ok) return refused(repository.problem);
  if (repository.candidates.length === 0) return refused({ reason: "nothing" });
  const chosen = await askFiles(screen, repository.candidates);
  if (chosen === undefined || chosen.size === 0) return { outcome: "cancelled" };
  for (const path of deps.unsaved()) {
    if (chosen.has(path) && !(await deps.save(path))) {
      const message = `${path} 파일을 저장하지 못해 커밋하지 않았어요. 직접 저장한 뒤 다시 해 주세요.`;
      return { outcome: "refused", reason: "unsaved", message };
    }
  }

  const { root } = repository.repository;
  const saved = (await look()).find((one) => one.repository?.root === root);
  if (saved?.ok === false) return refused(saved.problem, root);
  const files = saved?.candidates.filter(({ path }) => chosen.has(path)) ?? [];
  if (files.length === 0) return refused({ reason: "nothing" }, root);
  const render = await notebook.engines.loadTemplates();
  const proposal = commitMessage(notebook.settings.git.message, committedBy(files), today, render);
  if (!proposal.ok) return unreadablePattern(proposal.message);
  const message = await askMessage(screen, proposal.text, files.length);
  if (message === undefined) return { outcome: "cancelled" };

  const paths = new Set(files.map(({ change }) => change.path));
  const problem = await commitFiles(run, root, paths, message, deps.ways);
  if (problem !== undefined) return refused(problem, root);
  const [subject = ""] = message.split("\n");
  return { outcome: "committed", root, news: `파일 ${files.length}개를 커밋했어요: ${subject}` };
}

/** Nothing was committed, for this reason. */
export function refused(problem: GitProblem, root?: string): CommitOutcome {
  const { reason } = problem;
  return { outcome: "refused", reason, message: describeGitProblem(problem), ...(root !== undefined && { root }) };
}

function unreadablePattern(said: string): CommitOutcome {
  const message = `설정 tomaknote.git.message의 무늬를 읽을 수 없어 커밋하지 않았어요. {{ titles }}처럼 중괄호의 짝과 이름을 확인해 주세요. (${said})`;
  return { outcome: "refused", reason: "pattern", message };
}
