import { execFile } from "node:child_process";
import { dirname, resolve as resolvePath } from "node:path";
import { type FirstCommits, LOG_FORMAT, readFirstCommits } from "../core/notebook/firstCommits.ts";

/** A history that takes longer, or says more, is not worth the wait. */
const LONGEST = 20_000;
const MOST_BYTES = 64_000_000;

/**
 * Asks the `git` on the PATH, if the folder lies in a repository. Renames count where the contents stayed as they were, so
 * that no contents are looked at; nothing that the repository's own settings name is run.
 * @throws when there is no git, no repository, or no answer in time
 */
export function firstCommitsBelow(root: string): FirstCommits {
  return async () => {
    const [log, shallow] = await Promise.all([
      git(root, [
        ...["-c", "core.quotepath=off", "-c", "log.showSignature=false", "log", "-M100%", "--reverse", "-z"],
        ...["--diff-filter=AR", "--name-status", "--relative", "--no-ext-diff", "--no-textconv", "--no-show-signature"],
        ...[`--format=${LOG_FORMAT}`, "--", ":(icase)*.md", ":(icase)*.mdx", ":(icase)*.markdown"],
      ]),
      git(root, ["rev-parse", "--is-shallow-repository"]),
    ]);
    return readFirstCommits(log, shallow.trim() === "true");
  };
}

function git(root: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      // Windows looks for a program in the current folder first, and the notebook's may hold anything.
      cwd: dirname(process.execPath),
      env: environment(),
      timeout: LONGEST,
      maxBuffer: MOST_BYTES,
      windowsHide: true,
    };
    execFile("git", ["-C", resolvePath(root), "--no-pager", ...args], options, (error, output) =>
      error ? reject(new Error(whyOf(error))) : resolve(output),
    );
  });
}

/** Without what a hook of Git tells its programs about another repository. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/i.test(name));
  return { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };
}

/** The command line is left out: it says nothing, and at length. */
function whyOf(error: Error & { readonly killed?: boolean; readonly code?: unknown }): string {
  if (error.killed) return "git took too long";
  return error.code === "ENOENT" ? "there is no git on the PATH" : `git ended with ${String(error.code)}`;
}
