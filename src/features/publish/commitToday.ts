import { commands, type Disposable, type TextDocument, Uri, workspace } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { isMarkdownName } from "../../core/note/fileName.ts";
import type { NotePath } from "../../core/note/note.ts";
import { readNotes } from "../../core/note/readNote.ts";
import type { CommitWays } from "../../core/publish/git/commitFiles.ts";
import type { GitProblem } from "../../core/publish/git/gitProblem.ts";
import type { RunGit } from "../../core/publish/git/runGit.ts";
import type { TodayDeps } from "../../core/publish/surveyToday.ts";
import { type GitApi, gitApi } from "../../vscode/git.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice, type NoticeAction } from "../../vscode/notice.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { registerCommand, runReported } from "../../vscode/registerCommand.ts";
import { askFiles, askMessage, askRepository } from "./askCommit.ts";
import { offerPush, push } from "./push.ts";

/** Makes what runs the git at this path, with this environment on top of the machine's. */
export type GitOnDisk = (program: string, environment: GitApi["git"]["env"]) => RunGit;

export interface CommitTodayDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
  /** How git is run; left out where no program can be started. */
  readonly gitOnDisk: GitOnDisk | undefined;
}

/** 오늘 쓴 글 커밋. */
export function registerCommitToday(deps: CommitTodayDeps): Disposable {
  return registerCommand("commitToday", deps.log, async () => {
    const session = await deps.notebooks.require();
    if (session !== undefined) await commitToday(session, deps);
  });
}

/** Commits what was written today, and nothing else; all of it is shown first. */
async function commitToday(session: NotebookSession, { clock, log, gitOnDisk }: CommitTodayDeps): Promise<void> {
  const engine = await session.engines.loadCommitting();
  const refused = (problem: GitProblem) => new Notice(engine.describeGitProblem(problem), actionFor(problem));
  if (gitOnDisk === undefined || session.root.scheme !== "file") throw refused({ reason: "no-git" });
  const api = await gitApi(session.root);
  if (api === undefined) throw refused({ reason: "git-off" });
  const run = gitOnDisk(api.git.path, api.git.env);
  await whenLoaded(session);

  const { settings } = session;
  const today = dayAt(clock.now(), settings.dayRule);
  const look = () => engine.surveyToday(todayIn(session, run, today));
  const found = await look();
  const repository = found.length > 1 ? await askRepository(found) : found[0];
  if (repository === undefined) return;
  if (!repository.ok) throw refused(repository.problem);
  if (repository.candidates.length === 0) throw refused({ reason: "nothing" });
  const chosen = await askFiles(repository.candidates);
  if (chosen === undefined || chosen.size === 0) return;
  await saveNotes(session, chosen);

  const { root } = repository.repository;
  const saved = (await look()).find((one) => one.repository?.root === root);
  if (saved?.ok === false) throw refused(saved.problem);
  const files = saved?.candidates.filter(({ path }) => chosen.has(path)) ?? [];
  if (files.length === 0) throw refused({ reason: "nothing" });
  const render = await session.engines.loadTemplates();
  const proposal = engine.commitMessage(settings.git.message, engine.committedBy(files), today, render);
  if (!proposal.ok) throw unreadablePattern(proposal.message);
  const message = await askMessage(proposal.text, files.length);
  if (message === undefined) return;

  const paths = new Set(files.map(({ change }) => change.path));
  const problem = await engine.commitFiles(run, root, paths, message, waysOf(session.root));
  const rootUri = Uri.file(root);
  await api.getRepository(rootUri)?.status();
  if (problem !== undefined) throw refused(problem);
  const [subject = ""] = message.split("\n");
  const news = `파일 ${files.length}개를 커밋했어요: ${subject}`;
  void runReported("commitToday", log, () => offerPush(news, settings.git.push, () => push(api, rootUri, engine)));
}

/** What the survey asks of the editor. */
function todayIn(session: NotebookSession, run: RunGit, today: Day): TodayDeps {
  const { dayRule } = session.settings;
  const mayBeOfToday = (path: NotePath): boolean => {
    const stamp = session.stampOf(path);
    return typeof stamp !== "object" || stamp.modified === 0 || dayAt(stamp.modified, dayRule) === today;
  };
  const notes = session.index.notes().filter(({ path, date }) => date?.text === today || mayBeOfToday(path));
  const unsaved = unsavedNotes(session);
  const folders = [...notes.map(({ path }) => path), ...unsaved.keys()].map((path) =>
    path.slice(0, Math.max(0, path.lastIndexOf("/"))),
  );
  return {
    ...{ notebook: session, isExcluded: session.isExcluded, run, today, folders },
    unsaved: new Set(unsaved.keys()),
    readNotes: (path, text) => readNotes(path, text, session.rules),
    absolute: (path) => session.uriOf(path).fsPath,
    modified: async (path) => {
      try {
        return (await workspace.fs.stat(session.uriOf(path))).mtime;
      } catch {
        // There is none, or it is closed to us: then it says nothing.
        return undefined;
      }
    },
  };
}

function unsavedNotes(session: NotebookSession): ReadonlyMap<NotePath, TextDocument> {
  return new Map(
    workspace.textDocuments.flatMap((document) => {
      const path = document.isDirty ? session.pathOf(document.uri) : undefined;
      const isNote = path !== undefined && isMarkdownName(path) && !session.isExcluded(path);
      return isNote ? [[path, document] as const] : [];
    }),
  );
}

async function saveNotes(session: NotebookSession, chosen: ReadonlySet<NotePath>): Promise<void> {
  for (const [path, document] of unsavedNotes(session)) {
    if (chosen.has(path) && !(await document.save()))
      throw new Notice(`${path} 파일을 저장하지 못해 커밋하지 않았어요. 직접 저장한 뒤 다시 해 주세요.`);
  }
}

/** As the editor's own commits are made. */
function waysOf(root: Uri): CommitWays {
  const git = workspace.getConfiguration("git", root);
  return {
    requireUser: git.get("requireGitUserConfig", true),
    sign: git.get("enableCommitSigning", false),
    signOff: git.get("alwaysSignOff", false),
  };
}

function actionFor({ reason }: GitProblem): NoticeAction | undefined {
  const open =
    (command: string, ...args: readonly string[]) =>
    () =>
      commands.executeCommand(command, ...args);
  if (reason === "git-off") return { title: "설정 열기", run: open("workbench.action.openSettings", "git.enabled") };
  const isInView = ["no-repository", "unsafe", "in-progress", "unmerged", "detached"].includes(reason);
  return isInView ? { title: "소스 제어 보기", run: open("workbench.view.scm") } : undefined;
}

function unreadablePattern(message: string): Notice {
  const setting = "tomaknote.git.message";
  return new Notice(
    `설정 ${setting}의 무늬를 읽을 수 없어 커밋하지 않았어요. {{ titles }}처럼 중괄호의 짝과 이름을 확인해 주세요. (${message})`,
    { title: "설정 열기", run: () => commands.executeCommand("workbench.action.openSettings", setting) },
  );
}
