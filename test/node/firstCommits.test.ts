import { execFile } from "node:child_process";
import { access, chmod, mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../../src/engines.ts";
import { run } from "../../src/node/cli/run.ts";
import { firstCommitsBelow } from "../../src/node/firstCommits.ts";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "tomaknote-git-")));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function git(...args: readonly string[]): Promise<void> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(folder, "none"), GIT_CONFIG_NOSYSTEM: "1" };
  await promisify(execFile)("git", ["-c", "init.defaultBranch=main", ...args], { cwd: folder, env });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Commits all there is as if it were done at that time; committed later, as after a rebase. */
async function commit(time: string): Promise<void> {
  await git("add", "-A");
  const who = ["-c", "user.name=a", "-c", "user.email=a@b.kr", "-c", "commit.gpgSign=false"];
  await git(...who, "commit", "-q", "-m", "a", "--date", time);
}

async function daysBelow(root: string): Promise<Readonly<Record<string, string>>> {
  const commits = await firstCommitsBelow(root)();
  return Object.fromEntries([...commits].sort().map(([path, instant]) => [path, new Date(instant).toISOString()]));
}

const MARCH = "2023-03-01T01:30:00+09:00";
const APRIL = "2023-04-02T10:00:00+09:00";
const march = "2023-02-28T16:30:00.000Z";
const april = "2023-04-02T01:00:00.000Z";

describe("a real repository", { timeout: 60_000 }, () => {
  it("tells when each note was first committed, by author date, with renames followed", async () => {
    await git("init", "-q");
    await put("한글 이름.md", "가");
    await put("노트/나.MD", "나");
    await put("code.ts", "x");
    await commit(MARCH);
    await put("한글 이름.md", "고친 글");
    await rename(join(folder, "노트/나.MD"), join(folder, "노트/다.md"));
    await put('노트/a"b.md', "새 글");
    await commit(APRIL);
    expect(await daysBelow(folder)).toEqual({
      '노트/a"b.md': april,
      "노트/나.MD": march,
      "노트/다.md": march,
      "한글 이름.md": march,
    });
    expect(await daysBelow(join(folder, "노트"))).toEqual({ 'a"b.md': april, "나.MD": march, "다.md": march });
  });

  it("tells nothing of what a shallow copy begins with", async () => {
    await git("init", "-q", "whole");
    await put("whole/가.md", "가");
    await git("-C", "whole", "add", "-A");
    const who = ["-c", "user.name=a", "-c", "user.email=a@b.kr", "-c", "commit.gpgSign=false"];
    await git(...who, "-C", "whole", "commit", "-q", "-m", "a", "--date", MARCH);
    await put("whole/나.md", "나");
    await git("-C", "whole", "add", "-A");
    await git(...who, "-C", "whole", "commit", "-q", "-m", "b", "--date", APRIL);
    await git("clone", "-q", "--depth", "1", `file://${join(folder, "whole")}`, "part");
    expect(await daysBelow(join(folder, "part"))).toEqual({});
  });

  it("runs nothing that the repository names", async () => {
    const ran = join(folder, "ran");
    const signer = join(folder, "signer");
    const signature = "-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n";
    await put(
      "signer",
      `#!/bin/sh\ncase "$*" in *--verify*) touch '${ran}';; *) cat >/dev/null; printf %b '${signature}'; printf '\\n[GNUPG:] SIG_CREATED \\n' >&2;; esac\n`,
    );
    await chmod(signer, 0o755);
    await git("init", "-q");
    await put("a.md", "가");
    for (const [key, value] of [
      ["gpg.program", signer],
      ["commit.gpgSign", "true"],
      ["log.showSignature", "true"],
      ["user.name", "a"],
      ["user.email", "a@b.kr"],
    ] as const)
      await git("config", key, value);
    await git("add", "a.md");
    await git("commit", "-q", "-m", "a", "--date", MARCH);
    expect(await daysBelow(folder)).toEqual({ "a.md": march });
    await expect(access(ran)).rejects.toThrow();
    // As it would be run otherwise.
    await git("log");
    await access(ran);
  });

  it("dates the notes of the command line when it is asked to, and only those without a day", async () => {
    await git("init", "-q");
    await put("주제/캐시.md", "# 캐시");
    await put("2022-01-02-락.md", "# 락");
    await commit(MARCH);
    const list = async () => {
      const said = { out: "", err: "" };
      const code = await run(["list", "--json"], {
        cwd: folder,
        clock: { now: () => 0 },
        engines,
        write: (text) => {
          said.out += text;
        },
        writeError: (text) => {
          said.err += text;
        },
      });
      const notes = JSON.parse(said.out) as readonly { date: string | null; source: string | null }[];
      return { code, err: said.err, dates: notes.map(({ date, source }) => [date, source]) };
    };
    expect(await list()).toEqual({
      code: 0,
      err: "",
      dates: [
        ["2022-01-02", "name"],
        [null, null],
      ],
    });
    await put(".vscode/settings.json", '{ "tomaknote.dateFromGit": true }');
    expect(await list()).toEqual({
      code: 0,
      err: "",
      dates: [
        ["2022-01-02", "name"],
        ["2023-03-01", "git"],
      ],
    });
    await rm(join(folder, ".git"), { recursive: true });
    const without = await list();
    expect(without.dates).toEqual([
      ["2022-01-02", "name"],
      [null, null],
    ]);
    expect(without.err.split("\n")).toHaveLength(2);
    expect(without.err).toContain("Git");
  });
});

it("fails where there is no repository", async () => {
  await expect(firstCommitsBelow(folder)()).rejects.toThrow("git ended with 128");
});
