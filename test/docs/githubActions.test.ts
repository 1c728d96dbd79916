import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LineCounter, parseDocument } from "yaml";
import { root } from "../harness/paths.ts";
import { ensureSystemPackages } from "../harness/systemPackages.ts";

const run = promisify(execFile);

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const document = await readFile(join(root, "docs/github-actions.md"), "utf8");
const blocks = [...document.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
const [workflow = "", more = ""] = blocks;

/** The file's YAML; its shape is what the tests below hold it to. */
function read<T>(yaml: string): T {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter, strict: true, uniqueKeys: true });
  expect([...parsed.errors, ...parsed.warnings].map(({ message }) => message)).toEqual([]);
  return parsed.toJS() as T;
}

const { jobs, ...top } = read<{
  readonly jobs: { readonly retro: { readonly "runs-on": string; readonly steps: readonly Step[] } };
}>(workflow);
const { steps } = jobs.retro;

describe("the workflow in docs/github-actions.md", () => {
  it("is one that GitHub reads: each step does one thing, and what it refers to is there", () => {
    expect(top).toEqual({
      name: "월간 회고",
      on: { schedule: [{ cron: "10 0 1 * *" }], workflow_dispatch: null },
      permissions: { contents: "write", "pull-requests": "write" },
    });
    expect(jobs.retro["runs-on"]).toBe("ubuntu-latest");
    const known = new Set(["name", "id", "uses", "run", "if", "with", "env"]);
    for (const step of steps) {
      expect(Object.keys(step).filter((key) => !known.has(key))).toEqual([]);
      expect([step.uses, step.run].filter((what) => what !== undefined)).toHaveLength(1);
      if (step.uses !== undefined) expect(step.uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
      const referred = /steps\.(\w+)\.outputs\.(\w+)/.exec(step.if ?? "");
      const earlier = steps.slice(0, steps.indexOf(step)).find(({ id }) => id === referred?.[1]);
      if (referred !== null) expect(earlier?.run).toContain(`${referred[2]}=`);
    }
    expect(read<readonly Step[]>(more)).toHaveLength(1);
  });

  it("is led to by README.md, for a cron line and a workflow are what people look for", async () => {
    expect(await readFile(join(root, "README.md"), "utf8")).toContain("(docs/github-actions.md)");
  });
});

describe("its steps in a repository", () => {
  let folder: string;
  const at = (...parts: string[]): string => join(folder, ...parts);
  const repository = (): string => at("notes");

  const git = async (...args: readonly string[]): Promise<string> =>
    (await run("git", ["-C", repository(), ...args])).stdout.trim();

  /** Runs the shell steps as a runner does, without what only GitHub has. @returns what `gh` was called with */
  async function runWorkflow(runId: string): Promise<readonly string[]> {
    const output = at(`output-${runId}`);
    const calls = at(`gh-${runId}`);
    await Promise.all([writeFile(output, ""), writeFile(calls, ""), rm(at("temp"), { recursive: true, force: true })]);
    await mkdir(at("temp"));
    for (const step of steps) {
      if (step.run === undefined) continue;
      if (step.if !== undefined && !(await readFile(output, "utf8")).includes("changed=true")) continue;
      await run("bash", ["-e", "-o", "pipefail", "-c", step.run], {
        cwd: repository(),
        env: {
          ...process.env,
          PATH: [at("bin"), process.env.PATH].join(delimiter),
          RUNNER_TEMP: at("temp"),
          GITHUB_OUTPUT: output,
          GITHUB_RUN_ID: runId,
          GH_CALLS: calls,
          TZ: "UTC",
        },
      });
    }
    return (await readFile(calls, "utf8")).split("\n").filter((line) => line !== "");
  }

  /** A day of last month by the clock that the workflow has. */
  function lastMonth(): string {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now());
    const [year = 0, month = 0] = today.split("-").map(Number);
    return new Date(Date.UTC(year, month - 2, 3)).toISOString().slice(0, 10);
  }

  beforeAll(async () => {
    ensureSystemPackages(["unzip", "git"]);
    folder = await mkdtemp(join(tmpdir(), "tomaknote-actions-"));
    await run(process.execPath, [join(root, "scripts/build.mjs"), "--outdir", at("dist")]);
    const names = (await readdir(at("dist"))).filter((name) => name.endsWith(".js"));
    const files = await Promise.all(names.map(async (name) => [name, await readFile(at("dist", name))] as const));
    // As a .vsix has them.
    const vsix = zipSync(Object.fromEntries(files.map(([name, bytes]) => [`extension/dist/${name}`, bytes])));
    await mkdir(at("notes/tools"), { recursive: true });
    await writeFile(at("notes/tools/tomaknote.vsix"), vsix);
    await mkdir(at("notes/TIL"));
    await writeFile(at("notes/_config.yml"), "title: 블로그\n");
    await mkdir(at("bin"));
    await writeFile(at("bin/gh"), '#!/bin/sh\necho "$*" >> "$GH_CALLS"\n');
    await chmod(at("bin/gh"), 0o755);
    await run("git", ["init", "-q", "--bare", at("remote.git")]);
    await run("git", ["init", "-q", "-b", "main", repository()]);
    await git("remote", "add", "origin", at("remote.git"));
    await git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "first");
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const commit = async (): Promise<void> => {
    await git("add", "--all");
    await git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "notes");
  };

  it("open no pull request for a month without notes", async () => {
    await commit();
    expect(await runWorkflow("1")).toEqual([]);
    expect(await git("branch", "--show-current")).toBe("main");
  }, 60_000);

  it("push the draft of last month on a branch of its own, once", async () => {
    const day = lastMonth();
    await writeFile(at("notes/TIL", `${day}-만료.md`), "---\ntitle: 만료\n---\n\n- 배운 것\n");
    await commit();
    expect(await runWorkflow("2")).toEqual([
      "pr create --head retro-2 --title 지난달 회고 초안 --body 빈자리를 채운 뒤 합쳐 주세요.",
    ]);
    const month = day.slice(0, 7);
    const changed = (await git("-c", "core.quotePath=false", "diff", "--name-only", "main", "origin/retro-2")).split(
      "\n",
    );
    expect(changed.sort()).toEqual([`.tomaknote/retro/${month}.md`, `_drafts/${month}-회고.md`]);
    expect(await git("show", `origin/retro-2:_drafts/${month}-회고.md`)).toContain("**만료**\n\n- 배운 것");
    // With the draft merged there is nothing more to do.
    expect(await runWorkflow("3")).toEqual([]);
  }, 60_000);
});
