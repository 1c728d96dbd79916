import { type GitProblem, problemOf } from "./gitProblem.ts";
import { survey } from "./repository.ts";
import type { RunGit } from "./runGit.ts";
import type { GitChange } from "./status.ts";

/** How the person's editor commits. */
export interface CommitWays {
  /** Only an author that was set is one (`git.requireGitUserConfig`). */
  readonly requireUser: boolean;
  /** `git.enableCommitSigning` */
  readonly sign: boolean;
  /** `git.alwaysSignOff` */
  readonly signOff: boolean;
}

/** A list of paths, one of which may begin or end with anything but NUL. */
const FROM_STDIN = ["--pathspec-from-file=-", "--pathspec-file-nul"] as const;

/**
 * Commits these files as they are on disk, and nothing else: what else is staged stays staged, to the letter. When it
 * cannot be done, the index is as before. Hooks and signing are git's.
 * @param paths below the repository's root; those with nothing to commit are passed over
 * @returns why it was not done
 */
export async function commitFiles(
  run: RunGit,
  root: string,
  paths: ReadonlySet<string>,
  message: string,
  { requireUser, sign, signOff }: CommitWays,
): Promise<GitProblem | undefined> {
  const surveyed = await survey(run, { root });
  if (!surveyed.ok) return surveyed.problem;
  const files = surveyed.changes.filter(({ path }) => paths.has(path));
  if (files.length === 0) return { reason: "nothing" };
  const user = requireUser ? ["-c", "user.useConfigOnly=true"] : [];
  for (const who of ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"]) {
    if ((await run([...user, "var", who], { cwd: root })).code !== 0) return { reason: "no-user" };
  }
  const listed = (changes: readonly GitChange[]): string => changes.map(({ path }) => `${path}\0`).join("");
  // Git commits alone only what it knows of; a file that is meant to be added has a place in the index and no contents.
  const unknown = files.filter(({ isUntracked }) => isUntracked);
  if (unknown.length > 0) {
    const added = await run(["add", "--intent-to-add", ...FROM_STDIN], { cwd: root, stdin: listed(unknown) });
    if (added.code !== 0) {
      await forget();
      return problemOf(added.stderr);
    }
  }
  const committed = await run(
    [
      ...[...user, "commit", "--only", "--quiet", "--cleanup=whitespace", `--message=${message}`],
      ...(sign ? ["--gpg-sign"] : []),
      ...(signOff ? ["--signoff"] : []),
      ...FROM_STDIN,
    ],
    { cwd: root, stdin: listed(files) },
  );
  if (committed.code === 0) return undefined;
  await forget();
  return problemOf(committed.stderr, committed.stdout);

  async function forget(): Promise<void> {
    if (unknown.length > 0)
      await run(["update-index", "--force-remove", "-z", "--stdin"], { cwd: root, stdin: listed(unknown) });
  }
}
