import { commands, type Disposable, type TextDocument, Uri, window, workspace } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { isMarkdownName } from "../../core/note/fileName.ts";
import type { Note, NotePath } from "../../core/note/note.ts";
import { readNotes } from "../../core/note/readNote.ts";
import type { CommitScreen } from "../../core/publish/askCommit.ts";
import type { CommitDeps, RefusalReason } from "../../core/publish/commitToday.ts";
import type { RunGit } from "../../core/publish/git/runGit.ts";
import { type GitApi, gitApi } from "../../vscode/git.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice, type NoticeAction } from "../../vscode/notice.ts";
import { pickMany } from "../../vscode/pickMany.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { registerCommand, runReported } from "../../vscode/registerCommand.ts";
import { offerPush, push, SOURCE_CONTROL } from "./push.ts";

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

async function commitToday(session: NotebookSession, { clock, log, gitOnDisk }: CommitTodayDeps): Promise<void> {
  const engine = await session.engines.loadCommitting();
  const api = session.root.scheme === "file" ? await gitApi(session.root) : undefined;
  const today = dayAt(clock.now(), session.settings.dayRule);
  const outcome =
    gitOnDisk === undefined || session.root.scheme !== "file"
      ? engine.refused({ reason: "no-git" })
      : api === undefined
        ? engine.refused({ reason: "git-off" })
        : await engine.commitToday(await depsOf(session, gitOnDisk(api.git.path, api.git.env), today));
  if (outcome.outcome === "cancelled") return;
  const root = outcome.root === undefined ? undefined : Uri.file(outcome.root);
  if (root !== undefined) await api?.getRepository(root)?.status();
  if (outcome.outcome === "refused") throw new Notice(outcome.message, actionFor(outcome.reason));
  const send = () => push(api, Uri.file(outcome.root), engine);
  void runReported("commitToday", log, () => offerPush(outcome.news, session.settings.git.push, send));
}

/** What committing asks of the editor. */
async function depsOf(session: NotebookSession, run: RunGit, today: Day): Promise<CommitDeps> {
  await whenLoaded(session);
  const { dayRule } = session.settings;
  const git = workspace.getConfiguration("git", session.root);
  const mayBeOfToday = ({ path, date }: Note): boolean => {
    const stamp = session.stampOf(path);
    const isOld = typeof stamp === "object" && stamp.modified > 0 && dayAt(stamp.modified, dayRule) !== today;
    return date?.text === today || !isOld;
  };
  const paths = [
    ...session.index
      .notes()
      .filter(mayBeOfToday)
      .map(({ path }) => path),
    ...unsavedNotes(session).keys(),
  ];
  return {
    ...{ notebook: session, isExcluded: session.isExcluded, run, today, screen },
    folders: paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf("/")))),
    unsaved: () => new Set(unsavedNotes(session).keys()),
    save: async (path) => (await unsavedNotes(session).get(path)?.save()) !== false,
    readNotes: (path, text) => readNotes(path, text, session.rules),
    absolute: (path) => session.uriOf(path).fsPath,
    // Where there is none, or it is closed to us, it says nothing.
    modified: async (path) =>
      workspace.fs.stat(session.uriOf(path)).then(
        ({ mtime }) => mtime,
        () => undefined,
      ),
    // As the editor's own commits are made.
    ways: {
      requireUser: git.get("requireGitUserConfig", true),
      sign: git.get("enableCommitSigning", false),
      signOff: git.get("alwaysSignOff", false),
    },
  };
}

const screen: CommitScreen = {
  pick: (rows, options) => window.showQuickPick(rows, options),
  pickMany: (rows, options) => pickMany(rows, { ...options, ignoreFocusOut: true, matchOnDescription: true }),
  ask: (options) => window.showInputBox({ ...options, ignoreFocusOut: true }),
};

function unsavedNotes(session: NotebookSession): ReadonlyMap<NotePath, TextDocument> {
  return new Map(
    workspace.textDocuments.flatMap((document) => {
      const path = document.isDirty ? session.pathOf(document.uri) : undefined;
      const isNote = path !== undefined && isMarkdownName(path) && !session.isExcluded(path);
      return isNote ? [[path, document] as const] : [];
    }),
  );
}

const IN_VIEW: readonly RefusalReason[] = ["no-repository", "unsafe", "in-progress", "unmerged", "detached"];

function actionFor(reason: RefusalReason): NoticeAction | undefined {
  const setting = reason === "git-off" ? "git.enabled" : reason === "pattern" ? "tomaknote.git.message" : undefined;
  if (setting !== undefined)
    return { title: "설정 열기", run: () => commands.executeCommand("workbench.action.openSettings", setting) };
  return IN_VIEW.includes(reason) ? SOURCE_CONTROL : undefined;
}
