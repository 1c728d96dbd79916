import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { parseDay } from "../../../src/core/calendar/day.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { excludedBy, excludedWithParents } from "../../../src/core/notebook/exclude.ts";
import { commitMessage, committedBy } from "../../../src/core/publish/commitMessage.ts";
import { type CommitWays, commitFiles } from "../../../src/core/publish/git/commitFiles.ts";
import { describeGitProblem, type GitProblem } from "../../../src/core/publish/git/gitProblem.ts";
import type { RepositoryToday } from "../../../src/core/publish/surveyToday.ts";
import { surveyToday } from "../../../src/core/publish/surveyToday.ts";
import { decodeText } from "../../../src/core/text/decode.ts";
import { engines } from "../../../src/engines.ts";
import { gitOnDisk } from "../../../src/node/git.ts";
import { GitFolder, gitEnvironment, hasGit, removeGitFolders } from "../../support/gitFolder.ts";
import { rulesOf, settingsWith } from "../../support/notebook.ts";

const TODAY = "2025-05-01";
const NOW = "2025-05-01T22:00:00+09:00";
const LONG_AGO = "2025-04-20T12:00:00+09:00";

const run = gitOnDisk("git", gitEnvironment);
const tomak = (number: number, day = TODAY): string =>
  `---\ntitle: 오늘의 토막글 ${number}\ndate: ${day} 22:00:00 +0900\n---\n\n- 하나\n- 둘\n- 셋\n`;
const til = (title: string, day = TODAY): string =>
  `---\ntitle: ${title}\ndate: ${day} 21:00:00 +0900\n---\n\n- 배움\n`;

interface Options {
  /** The notebook, below the repository's root. */
  readonly notebook?: string;
  readonly unsaved?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly settings?: Parameters<typeof settingsWith>[0];
}

async function look(folder: GitFolder, { notebook = "", unsaved = {}, folders = [], settings = {} }: Options = {}) {
  const all = settingsWith(settings);
  const absolute = (name: string): string => path.join(folder.root, notebook, name);
  const today = parseDay(TODAY) ?? expect.fail();
  return surveyToday({
    notebook: {
      settings: all,
      engines,
      readText: async (name) => unsaved[name] ?? decodeText(readFileSync(absolute(name))).text,
    },
    isExcluded: excludedWithParents(excludedBy(all.exclude)),
    ...{ run, today, absolute, folders },
    unsaved: new Set(Object.keys(unsaved)),
    readNotes: (name, text) => readNotes(name, text, rulesOf(all)),
    modified: async (name) => folder.modified(path.join(notebook, name)),
  });
}

function problemOf(found: readonly RepositoryToday[]): GitProblem | undefined {
  const [first] = found;
  return first?.ok === false ? first.problem : undefined;
}

/** `+ path` for what goes in, `- path` for what is shown and has to be chosen. */
function shown(found: readonly RepositoryToday[]): string[] {
  const [first] = found;
  if (first?.ok !== true) throw new Error(JSON.stringify(first));
  return first.candidates.map(({ path: name, isToday }) => `${isToday ? "+" : "-"} ${name}`);
}

const WAYS: CommitWays = { requireUser: true, sign: false, signOff: false };

/** Commits what would be ticked, as the command does. */
async function commit(folder: GitFolder, options: Options = {}, ways = WAYS): Promise<GitProblem | undefined> {
  const [found] = await look(folder, options);
  if (!found.ok) return found.problem;
  const files = found.candidates.filter(({ isToday }) => isToday);
  const today = parseDay(TODAY) ?? expect.fail();
  const message = commitMessage("{{ titles }}", committedBy(files), today, await engines.loadTemplates());
  if (!message.ok) throw new Error(message.message);
  const paths = new Set(files.map(({ change }) => change.path));
  return commitFiles(run, found.repository.root, paths, message.text, ways);
}

/** A repository with a note and a file of another kind in it. */
function withPast(): GitFolder {
  const folder = GitFolder.fresh();
  folder.write("토막글/2025-04-20-토막글-94.md", tomak(94, "2025-04-20"), LONG_AGO);
  folder.write("TIL/2025-04-19-만료키.md", til("만료키", "2025-04-19"), LONG_AGO);
  folder.write("src/index.ts", "export {};\n");
  folder.commitAll();
  return folder;
}

/** And with what was written today: a 토막글 and a TIL. */
function withToday(): GitFolder {
  const folder = withPast();
  folder.write("토막글/2025-05-01-토막글-95.md", tomak(95), NOW);
  folder.write("TIL/2025-05-01-새 [글]*.md", til("새 [글]*"), NOW);
  return folder;
}

const NEW = ["A TIL/2025-05-01-새 [글]*.md", "A 토막글/2025-05-01-토막글-95.md"];

afterEach(removeGitFolders);

describe.skipIf(!hasGit)("오늘 쓴 글 커밋", () => {
  it("commits today's notes with their titles, and leaves all else as it was", async () => {
    const folder = withToday();
    folder.write("src/index.ts", "export const a = 1;\n");
    folder.write("메모.txt", "메모\n");
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(NEW);
    expect(folder.git("log", "-1", "--format=%B").trim()).toBe("토막글 95, TIL: 새 [글]*");
    expect(folder.git("status", "--short")).toBe(" M src/index.ts\n?? 메모.txt\n");
  });

  it("makes the first commit of a repository", async () => {
    const folder = GitFolder.fresh();
    folder.write("토막글/2025-05-01-토막글-1.md", tomak(1), NOW);
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(["A 토막글/2025-05-01-토막글-1.md"]);
  });

  it("keeps what was staged staged, also in part, and out of the commit", async () => {
    const folder = withToday();
    folder.write("src/index.ts", "export const staged = 1;\n");
    folder.write("src/new.ts", "1\n");
    folder.git("add", "src");
    folder.git("rm", "--quiet", "--cached", "TIL/2025-04-19-만료키.md");
    folder.write("src/index.ts", "export const staged = 1;\nexport const not = 2;\n");
    const own = NEW.map((line) => line.slice(2));
    const before = folder.index(own);
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(NEW);
    expect(folder.index(own)).toEqual(before);
    expect(folder.git("status", "--short")).toBe(
      "D  TIL/2025-04-19-만료키.md\nMM src/index.ts\nA  src/new.ts\n?? TIL/2025-04-19-만료키.md\n",
    );
  });

  it("lets a note that is staged in part be chosen, and does not put it in by itself", async () => {
    const folder = withToday();
    folder.git("add", ".");
    folder.write("토막글/2025-05-01-토막글-95.md", `${tomak(95)}- 넷\n`, NOW);
    expect(shown(await look(folder))).toEqual(["+ TIL/2025-05-01-새 [글]*.md", "- 토막글/2025-05-01-토막글-95.md"]);
    const before = folder.index(["TIL/2025-05-01-새 [글]*.md"]);
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(["A TIL/2025-05-01-새 [글]*.md"]);
    expect(folder.index(["TIL/2025-05-01-새 [글]*.md"])).toEqual(before);
  });

  it("whatever is staged and changed: the commit has the chosen files as on disk, the index all others as before", async () => {
    const names = ["a.md", "b.md", "c.md", "d.txt", "e e.txt"];
    const state = fc.constantFrom(
      "same",
      "changed",
      "staged",
      "both",
      "removed",
      "unstaged-removal",
      "let-go",
      "new",
      "new-staged",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(state, state, state, state, state),
        fc.subarray(names, { minLength: 1 }),
        async (states, chosen) => {
          const folder = GitFolder.fresh();
          names.forEach((name, index) => {
            if (!states[index]?.startsWith("new")) folder.write(name, `${name}\n`);
          });
          folder.write("있음.txt", "있음\n");
          folder.commitAll();
          names.forEach((name, index) => {
            const at = states[index];
            if (at === "removed") folder.git("rm", "--quiet", name);
            if (at === "let-go") folder.git("rm", "--quiet", "--cached", name);
            if (at === "unstaged-removal") folder.remove(name);
            if (at === "staged" || at === "both" || at?.startsWith("new")) folder.write(name, "one\n");
            if (at === "staged" || at === "both" || at === "new-staged") folder.git("add", name);
            if (at === "changed" || at === "both") folder.write(name, "two\n");
          });
          const before = folder.index(chosen);
          const head = folder.git("rev-parse", "HEAD");
          const problem = await commitFiles(run, folder.root, new Set(chosen), "글", WAYS);
          expect(folder.index(chosen)).toEqual(before);
          if (problem !== undefined) {
            expect(problem).toEqual({ reason: "nothing" });
            expect(folder.git("rev-parse", "HEAD")).toBe(head);
            expect(chosen.map((name) => states[names.indexOf(name)])).toSatisfy((at: string[]) =>
              at.every((state) => state === "same" || state === "let-go"),
            );
            return;
          }
          for (const line of folder.lastCommit()) expect(chosen).toContain(line.slice(2));
          // All that was chosen is committed as it is on disk.
          expect(folder.git("status", "--short", "--", ...chosen)).toBe("");
        },
      ),
      { numRuns: 20, seed: 20250501 },
    );
  }, 120_000);

  it("takes along what belongs to the notes: pictures they show and what the notebook remembers", async () => {
    const folder = withPast();
    const text = `${tomak(95)}\n![그림](../img/a%20b.png)\n\n<img src="/assets/c.png">\n`;
    folder.write("토막글/2025-05-01-토막글-95.md", text, NOW);
    for (const name of ["img/a b.png", "assets/c.png", "img/other.png"]) folder.write(name, "png");
    folder.write(".tomaknote/recall.jsonl", "{}\n", NOW);
    folder.write(".tomaknote/templates/til.md", "{{ title }}\n", LONG_AGO);
    expect(shown(await look(folder))).toEqual([
      "+ .tomaknote/recall.jsonl",
      "- .tomaknote/templates/til.md",
      "+ assets/c.png",
      "+ img/a b.png",
      "+ 토막글/2025-05-01-토막글-95.md",
    ]);
  });

  it("knows today by the day of the note and by when the file was changed, in the notebook's time zone", async () => {
    const folder = withPast();
    folder.write("TIL/2025-04-19-만료키.md", `${til("만료키", "2025-04-19")}- 더\n`, "2025-05-01T01:30:00+09:00");
    folder.write("TIL/2025-04-30-밤에.md", til("밤에", "2025-04-30"), "2025-04-30T23:59:00+09:00");
    folder.write("TIL/2025-05-01-가져온.md", til("가져온"), LONG_AGO);
    folder.write("README.md", "# 소개\n\n글\n", NOW);
    expect(shown(await look(folder))).toEqual([
      "- README.md",
      "+ TIL/2025-04-19-만료키.md",
      "- TIL/2025-04-30-밤에.md",
      "+ TIL/2025-05-01-가져온.md",
    ]);
    // Where the day starts at four, half past one is still the day before.
    expect(shown(await look(folder, { settings: { dayStartsAt: "04:00" } }))).toContain("- TIL/2025-04-19-만료키.md");
  });

  it("takes a renamed note as gone and come, and says its new title alone", async () => {
    const folder = withPast();
    folder.git("mv", "TIL/2025-04-19-만료키.md", "TIL/2025-04-19-만료-키.md");
    folder.touch("TIL/2025-04-19-만료-키.md", NOW);
    folder.touch("TIL", NOW);
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(["A TIL/2025-04-19-만료-키.md", "D TIL/2025-04-19-만료키.md"]);
    expect(folder.git("log", "-1", "--format=%B").trim()).toBe("TIL: 만료키");
  });

  it("takes a deleted note when its folder was changed today", async () => {
    const folder = withPast();
    folder.remove("토막글/2025-04-20-토막글-94.md");
    folder.touch("토막글", LONG_AGO);
    expect(shown(await look(folder))).toEqual(["- 토막글/2025-04-20-토막글-94.md"]);
    folder.touch("토막글", NOW);
    expect(await commit(folder)).toBeUndefined();
    expect(folder.lastCommit()).toEqual(["D 토막글/2025-04-20-토막글-94.md"]);
    expect(folder.git("log", "-1", "--format=%B").trim()).toBe("지움: 토막글 94");
  });

  it("lists a note that is not saved yet, even one that is as committed on disk", async () => {
    const folder = withPast();
    const path = "TIL/2025-04-19-만료키.md";
    expect(shown(await look(folder, { unsaved: { [path]: til("만료키") } }))).toEqual([`+ ${path}`]);
  });

  it("does not put in a note with the marks of a conflict", async () => {
    const folder = withToday();
    folder.write("토막글/2025-05-01-토막글-95.md", "<<<<<<< HEAD\n- 가\n=======\n- 나\n>>>>>>> other\n", NOW);
    expect(shown(await look(folder))).toContain("- 토막글/2025-05-01-토막글-95.md");
  });

  it("runs the hooks, which may stop it: then nothing is staged that was not", async () => {
    const folder = withToday();
    folder.write("src/index.ts", "export const staged = 1;\n");
    folder.git("add", "src");
    const [index, head] = [folder.index(), folder.git("rev-parse", "HEAD")];
    folder.hook("pre-commit", "echo 맞춤법을 고쳐 주세요 >&2; exit 1");
    const problem = await commit(folder);
    expect(problem && describeGitProblem(problem)).toContain("맞춤법을 고쳐 주세요");
    expect(folder.index()).toEqual(index);
    expect(folder.git("rev-parse", "HEAD")).toBe(head);
    folder.hook("pre-commit", "exit 0");
    folder.hook("commit-msg", 'echo "Ticket: 1" >> "$1"');
    expect(await commit(folder)).toBeUndefined();
    expect(folder.git("log", "-1", "--format=%B")).toContain("Ticket: 1");
  });

  it("signs and signs off as the editor's settings say", async () => {
    const folder = withToday();
    folder.git("config", "gpg.program", "no-such-program");
    expect(await commit(folder, {}, { ...WAYS, sign: true })).toMatchObject({ reason: "failed" });
    expect(folder.index(["src/index.ts"]).length).toBe(2);
    expect(await commit(folder, {}, { ...WAYS, signOff: true })).toBeUndefined();
    expect(folder.git("log", "-1", "--format=%B")).toContain("Signed-off-by: 글쓴이 <a@example.com>");
  });

  it("keeps a message that begins with # or a dash", async () => {
    const folder = withToday();
    const paths = new Set(["토막글/2025-05-01-토막글-95.md"]);
    expect(await commitFiles(run, folder.root, paths, "# 95\n\n-- 오늘", WAYS)).toBeUndefined();
    expect(folder.git("log", "-1", "--format=%B").trim()).toBe("# 95\n\n-- 오늘");
  });
});

describe.skipIf(!hasGit)("오늘 쓴 글을 커밋하지 않을 때", () => {
  /** Nothing may have changed: neither commits nor the index. */
  async function refused(folder: GitFolder, options: Options = {}): Promise<GitProblem | undefined> {
    const before = [folder.index(), folder.try("rev-parse", "--verify", "HEAD")];
    const problem = await commit(folder, options);
    expect([folder.index(), folder.try("rev-parse", "--verify", "HEAD")]).toEqual(before);
    expect(problem && describeGitProblem(problem)).toMatch(/세요|돼요/);
    return problem;
  }

  /** Two branches that both have today's note; `main` is checked out. */
  function diverged(): GitFolder {
    const folder = withPast();
    folder.git("checkout", "--quiet", "-b", "other");
    folder.write("토막글/2025-05-01-토막글-95.md", tomak(95).replace("하나", "저쪽에서"), NOW);
    folder.commitAll("저쪽");
    folder.git("checkout", "--quiet", "main");
    folder.write("토막글/2025-05-01-토막글-95.md", tomak(95).replace("하나", "이쪽에서"), NOW);
    folder.commitAll("이쪽");
    return folder;
  }

  it("a merge goes on", async () => {
    const folder = diverged();
    expect(folder.try("merge", "other")).toBe(1);
    expect(await refused(folder)).toEqual({ reason: "in-progress", work: "merge" });
    folder.git("add", ".");
    expect(await refused(folder)).toEqual({ reason: "in-progress", work: "merge" });
  });

  it.each([
    ["rebase", ["rebase", "other"]],
    ["cherry-pick", ["cherry-pick", "other"]],
  ] as const)("a %s goes on", async (work, args) => {
    const folder = diverged();
    expect(folder.try(...args)).toBe(1);
    expect(await refused(folder)).toEqual({ reason: "in-progress", work });
  });

  it("a revert goes on", async () => {
    const folder = diverged();
    folder.write("토막글/2025-05-01-토막글-95.md", tomak(95).replace("하나", "다시"), NOW);
    folder.commitAll("다시");
    expect(folder.try("revert", "--no-edit", "HEAD~1")).toBe(1);
    expect(await refused(folder)).toEqual({ reason: "in-progress", work: "revert" });
  });

  it("a conflict is left without a merge, as of a stash", async () => {
    const folder = withPast();
    const note = "TIL/2025-04-19-만료키.md";
    folder.write(note, "- 가\n", NOW);
    folder.git("stash", "--quiet");
    folder.write(note, "- 나\n", NOW);
    folder.commitAll("나");
    expect(folder.try("stash", "pop")).toBe(1);
    expect(await refused(folder)).toEqual({ reason: "unmerged", paths: [note] });
  });

  it("no branch is checked out", async () => {
    const folder = withToday();
    folder.git("checkout", "--quiet", "--detach");
    expect(await refused(folder)).toEqual({ reason: "detached" });
  });

  it("there is no repository", async () => {
    const folder = withToday();
    rmSync(folder.at(".git"), { recursive: true });
    expect(await commit(folder)).toEqual({ reason: "no-repository" });
  });

  it("nothing was written today", async () => {
    expect(await refused(withPast())).toEqual({ reason: "nothing" });
  });

  it("git does not know who writes", async () => {
    const folder = withToday();
    folder.git("config", "--unset", "user.name");
    folder.git("config", "--unset", "user.email");
    expect(await refused(folder)).toEqual({ reason: "no-user" });
  });

  it("another program is at work in the repository", async () => {
    const folder = withToday();
    folder.write(".git/index.lock", "");
    expect(await refused(folder)).toEqual({ reason: "locked" });
  });

  it("the repository is somebody else's", async () => {
    const folder = withToday();
    const trusting = gitOnDisk("git", { ...gitEnvironment, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" });
    const result = await trusting(["rev-parse", "--show-toplevel"], { cwd: folder.root });
    expect(result.code).not.toBe(0);
    const [found] = await surveyToday({
      ...{ run: trusting, today: parseDay(TODAY) ?? expect.fail(), folders: [], unsaved: new Set<string>() },
      notebook: { settings: settingsWith(), engines, readText: async () => "" },
      isExcluded: () => false,
      readNotes: () => [],
      absolute: () => folder.root,
      modified: async () => undefined,
    });
    expect(problemOf([found])).toEqual({ reason: "unsafe" });
  });
});

describe.skipIf(!hasGit)("where the repository is", () => {
  it("around the notebook: files above it stay out", async () => {
    const folder = withPast();
    folder.write("notes/2025/2025-05-01-글.md", til("글"), NOW);
    folder.write("2025-05-01-밖.md", til("밖"), NOW);
    expect(shown(await look(folder, { notebook: "notes" }))).toEqual(["+ 2025/2025-05-01-글.md"]);
    expect(await commit(folder, { notebook: "notes" })).toBeUndefined();
    expect(folder.lastCommit()).toEqual(["A notes/2025/2025-05-01-글.md"]);
  });

  it("inside of the notebook: each of several is one to choose", async () => {
    const notebook = new GitFolder(path.dirname(GitFolder.fresh("일").root));
    const work = new GitFolder(notebook.at("일"));
    mkdirSync(notebook.at("집"));
    const home = new GitFolder(notebook.at("집"));
    home.git("init", "--quiet", "--initial-branch=main");
    home.introduce();
    work.write("til/2025-05-01-일.md", til("일"), NOW);
    home.write("2025-05-01-집.md", til("집"), NOW);
    const found = await look(notebook, { folders: ["일/til", "집"] });
    expect(found.map((one) => one.repository?.root)).toEqual([work.root, home.root]);
    expect(shown(found.slice(0, 1))).toEqual(["+ 일/til/2025-05-01-일.md"]);
    expect(shown(found.slice(1))).toEqual(["+ 집/2025-05-01-집.md"]);
    expect(await commitFiles(run, home.root, new Set(["2025-05-01-집.md"]), "집", WAYS)).toBeUndefined();
    expect(home.lastCommit()).toEqual(["A 2025-05-01-집.md"]);
  });

  it("a submodule, which is on a branch", async () => {
    const inner = withPast();
    const outer = GitFolder.fresh("바깥");
    outer.write("README.md", "# 바깥\n", LONG_AGO);
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root, "노트");
    outer.commitAll();
    const module = new GitFolder(outer.at("노트"));
    module.introduce();
    module.write("토막글/2025-05-01-토막글-95.md", tomak(95), NOW);
    const found = await look(outer, { folders: ["노트/토막글"] });
    expect(found.map((one) => one.repository?.root)).toEqual([module.root]);
    expect(shown(found)).toEqual(["+ 노트/토막글/2025-05-01-토막글-95.md"]);
    module.git("checkout", "--quiet", "--detach");
    expect(problemOf(await look(outer, { folders: ["노트/토막글"] }))).toEqual({ reason: "detached" });
  });
});
