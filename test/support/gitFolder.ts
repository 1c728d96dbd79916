import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Git as on a machine of its own: no settings of the person who runs the tests. */
const ENV = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C.UTF-8", LANGUAGE: "en" },
  ...{ GIT_AUTHOR_DATE: "2025-05-01T12:00:00Z", GIT_COMMITTER_DATE: "2025-05-01T12:00:00Z" },
};

export const hasGit = spawnSync("git", ["--version"]).status === 0;

/** A folder on disk in which git is at work. */
export class GitFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** A repository on the branch `main` with an author, in a fresh folder, removed with {@link removeGitFolders}. */
  static fresh(name = "notes"): GitFolder {
    const folder = new GitFolder(path.join(freshFolder(), name));
    mkdirSync(folder.root, { recursive: true });
    folder.git("init", "--quiet", "--initial-branch=main");
    folder.introduce();
    return folder;
  }

  introduce(): void {
    this.git("config", "user.name", "글쓴이");
    this.git("config", "user.email", "a@example.com");
    this.git("config", "core.autocrlf", "false");
    this.git("config", "core.quotepath", "false");
  }

  /** A copy on another machine. */
  clone(): GitFolder {
    const copy = new GitFolder(path.join(freshFolder(), "copy"));
    execFileSync("git", ["clone", "--quiet", this.root, copy.root], { env: ENV, stdio: "pipe" });
    copy.introduce();
    return copy;
  }

  at(name: string): string {
    return path.join(this.root, name);
  }

  write(name: string, text: string | Uint8Array, modified?: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
    if (modified !== undefined) this.touch(name, modified);
  }

  touch(name: string, modified: string): void {
    utimesSync(this.at(name), new Date(modified), new Date(modified));
  }

  read(name: string): string {
    return readFileSync(this.at(name), "utf8");
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true });
  }

  /** @throws with what git says */
  git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: this.root, env: ENV, encoding: "utf8", stdio: "pipe" });
  }

  /** What git says to something that may fail. */
  try(...args: readonly string[]): number | null {
    return spawnSync("git", args, { cwd: this.root, env: ENV }).status;
  }

  commitAll(message = "처음"): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", `--message=${message}`);
  }

  hook(name: string, script: string): void {
    this.write(`.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(this.at(`.git/hooks/${name}`), 0o755);
  }

  /** The files of the last commit, with what became of them: `A 글.md`. */
  lastCommit(): string[] {
    const shown = this.git("show", "--name-status", "--no-renames", "--format=", "-z", "HEAD").split("\0");
    return shown
      .flatMap((status, index) => (index % 2 === 0 && status !== "" ? [`${status} ${shown[index + 1]}`] : []))
      .sort();
  }

  /** The index as it is, one line a file, but for these. */
  index(without: readonly string[] = []): string[] {
    const lines = this.git("ls-files", "--stage", "-z").split("\0");
    return lines.filter((line) => line !== "" && !without.includes(line.split("\t")[1] ?? ""));
  }

  modified(name: string): number | undefined {
    return statSync(this.at(name), { throwIfNoEntry: false })?.mtimeMs;
  }
}

/** What git sees of the machine, for what runs it as the product does. */
export const gitEnvironment: Readonly<Record<string, string | undefined>> = ENV;

const folders: string[] = [];

function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "tomaknote-git-")));
  folders.push(folder);
  return folder;
}

export function removeGitFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
