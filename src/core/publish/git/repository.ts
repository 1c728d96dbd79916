import type { NotePath } from "../../note/note.ts";
import type { GitProblem, GitWork } from "./gitProblem.ts";
import { problemOf } from "./gitProblem.ts";
import type { RunGit } from "./runGit.ts";
import { type GitChange, parseStatus, STATUS_ARGUMENTS } from "./status.ts";

/** A repository that notes are in: the one around the notebook, or one inside of it. */
export interface Repository {
  /** Its root, absolute. */
  readonly root: string;
  /** The notebook's file that this one of the repository is, spelled as git does; `undefined` outside of the notebook. */
  noteOf(path: string): NotePath | undefined;
  /** The other way round; `undefined` outside of the repository. */
  pathOf(note: NotePath): string | undefined;
}

export type FoundRepository =
  | { readonly ok: true; readonly repository: Repository }
  | { readonly ok: false; readonly problem: GitProblem };

/**
 * The repository around a folder of the notebook.
 * @param folder absolute
 * @param inNotebook the same folder below the notebook's root
 */
export async function findRepository(run: RunGit, folder: string, inNotebook: NotePath): Promise<FoundRepository> {
  const found = await run(["rev-parse", "--show-toplevel", "--show-prefix"], { cwd: folder });
  if (found.code !== 0) return { ok: false, problem: problemOf(found.stderr) };
  const [root = "", prefix = ""] = found.stdout.split(/\r?\n/);
  // Inside of `.git` there is no work tree.
  if (root === "") return { ok: false, problem: { reason: "no-repository" } };
  return { ok: true, repository: repositoryAt(root, prefix.replace(/\/$/, ""), inNotebook) };
}

/** A folder is `prefix` of the repository and `inNotebook` of the notebook: the longer of the two leads from one root to the other. */
function repositoryAt(root: string, prefix: string, inNotebook: NotePath): Repository {
  const depth = (path: string): number => (path === "" ? 0 : path.split("/").length);
  const [outer, inner] = [depth(prefix), depth(inNotebook)];
  // The notebook below the repository's root, or the repository's root below the notebook's.
  const notebook = prefix
    .split("/")
    .slice(0, Math.max(0, outer - inner))
    .join("/");
  const below = inNotebook
    .split("/")
    .slice(0, Math.max(0, inner - outer))
    .join("/");
  return {
    root,
    noteOf: (path) => moved(path, notebook, below),
    pathOf: (note) => moved(note, below, notebook),
  };
}

function moved(path: string, from: string, to: string): string | undefined {
  const rest = from === "" ? path : path.startsWith(`${from}/`) ? path.slice(from.length + 1) : undefined;
  return rest === undefined || to === "" ? rest : `${to}/${rest}`;
}

export type Survey =
  | { readonly ok: true; readonly changes: readonly GitChange[] }
  | { readonly ok: false; readonly problem: GitProblem };

/** What a repository has to commit, where a commit can be made now. Nothing is written, and no lock is taken. */
export async function survey(run: RunGit, { root }: Pick<Repository, "root">): Promise<Survey> {
  const call = { cwd: root };
  const is = async (...args: readonly string[]): Promise<boolean> => (await run(args, call)).code === 0;
  const has = (ref: string): Promise<boolean> => is("rev-parse", "--quiet", "--verify", ref);
  const problem = (reason: GitProblem): Survey => ({ ok: false, problem: reason });
  const status = await run(["--no-optional-locks", ...STATUS_ARGUMENTS], call);
  if (status.code !== 0) return problem(problemOf(status.stderr));
  const isOnBranch = await is("symbolic-ref", "--quiet", "HEAD");
  for (const [ref, work] of BEGUN)
    if (!(isOnBranch && work === "rebase") && (await has(ref))) return problem({ reason: "in-progress", work });
  const { changes, unmerged } = parseStatus(status.stdout);
  if (unmerged.length > 0) return problem({ reason: "unmerged", paths: unmerged });
  return isOnBranch ? { ok: true, changes } : problem({ reason: "detached" });
}

/** What git leaves while something goes on; that of a rebase tells only while there is no branch. */
const BEGUN: readonly (readonly [ref: string, work: GitWork])[] = [
  ["REBASE_HEAD", "rebase"],
  ["MERGE_HEAD", "merge"],
  ["CHERRY_PICK_HEAD", "cherry-pick"],
  ["REVERT_HEAD", "revert"],
];
