import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { GitFolder, hasGit } from "../support/gitFolder.ts";
import { expectRows, note, type TestFolder, testFolder, today } from "./support.ts";

describe.skipIf(!hasGit)("오늘 쓴 글 커밋", () => {
  let folder: TestFolder;
  let git: GitFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    git = new GitFolder(folder.path);
    git.git("init", "--quiet", "--initial-branch=main");
    git.introduce();
    git.write(".vscode/settings.json", JSON.stringify({ "tomaknote.git.push": "ask" }));
    git.write("TIL/2025-04-20-만료키.md", note("만료 키", "2025-04-20", [], "- 지움"), "2025-04-20T12:00:00Z");
    git.commitAll();
    git.write("TIL/2025-04-21-락.md", note("락", "2025-04-21", [], "- 어제의 것"), "2025-04-21T12:00:00Z");
    git.write(`토막글/${today()}-토막글-95.md`, note("오늘의 토막글 95", today(), [], "- 하나\n\n![그림](a.png)"));
    git.write("토막글/a.png", "png");
    workbench = await openWorkbench({ workspace: folder.path });
  });

  afterAll(async () => {
    await workbench?.close();
    folder?.remove();
  });

  it("shows what goes in and the message before anything is done, and tells what was done", async () => {
    await workbench.runCommand("오늘 쓴 글 커밋");
    await workbench.quickPickRow("오늘의 토막글 95");
    await expectRows(workbench, (rows) => rows.join("\n")).toMatch(/오늘의 토막글 95[\s\S]*a\.png[\s\S]*락/);
    await workbench.screenshot("commit-files");
    await workbench.press("Enter");
    await expect.poll(() => workbench.quickInputValue(), { timeout: 30_000 }).toBe("토막글 95");
    await workbench.screenshot("commit-message");
    expect(git.git("log", "-1", "--format=%s").trim()).toBe("처음");
    await workbench.fillQuickInput("오늘도 한 편");
    await workbench.press("Enter");
    await workbench.notification("파일 2개를 커밋했어요: 오늘도 한 편");
    await workbench.screenshot("commit-done");
    expect(git.lastCommit()).toEqual(["A 토막글/a.png", `A 토막글/${today()}-토막글-95.md`].sort());
    expect(git.git("status", "--porcelain", "-uall")).toBe("?? TIL/2025-04-21-락.md\n");
  });

  /** Commits one more change and answers the question whether to push it. */
  async function commitAndPush(line: string): Promise<void> {
    git.write(`토막글/${today()}-토막글-95.md`, note("오늘의 토막글 95", today(), [], line));
    await workbench.runCommand("오늘 쓴 글 커밋");
    await workbench.quickPickRow("오늘의 토막글 95");
    await workbench.press("Enter");
    await expect.poll(() => workbench.quickInputValue(), { timeout: 30_000 }).toBe("토막글 95");
    await workbench.fillQuickInput(line);
    await workbench.press("Enter");
    await expect
      .poll(async () => (await workbench.notifications())[0], { timeout: 30_000 })
      .toContain(`파일 1개를 커밋했어요: ${line}`);
    await workbench.clickNotificationButton("올리기");
  }

  const newest = () => workbench.notifications().then(([first]) => first);

  it("asks whether to push where the settings say so, and keeps the commit where it cannot", async () => {
    const bare = new GitFolder(`${folder.path}-remote.git`);
    await commitAndPush("원격 없음");
    await expect.poll(newest, { timeout: 30_000 }).toContain("커밋은 했지만 원격 저장소가 없어요.");
    git.git("init", "--quiet", "--bare", "--initial-branch=main", bare.root);
    git.git("remote", "add", "origin", bare.root);
    await commitAndPush("올릴 곳 없음");
    await expect.poll(newest, { timeout: 30_000 }).toContain("커밋은 했지만 올릴 곳이 정해지지 않은 브랜치예요.");
    await workbench.screenshot("commit-no-upstream");
    expect(bare.git("branch", "--all")).toBe("");
    git.git("push", "--quiet", "--set-upstream", "origin", "main");
    await commitAndPush("올림");
    await expect.poll(newest, { timeout: 30_000 }).toBe("원격 저장소에 올렸어요.");
    await workbench.screenshot("commit-pushed");
    expect(bare.git("log", "-1", "--format=%s", "main")).toBe("올림\n");
  });

  it("says what to do where it cannot be done", async () => {
    git.write(`토막글/${today()}-토막글-95.md`, note("오늘의 토막글 95", today(), [], "- 둘"));
    git.git("checkout", "--quiet", "--detach");
    await workbench.runCommand("오늘 쓴 글 커밋");
    // The message of before may still be shown, so the bell says nothing of this one.
    await expect
      .poll(async () => (await workbench.notifications()).join("\n"), { timeout: 30_000 })
      .toContain("브랜치 위에 있지 않아(detached HEAD) 커밋하지 않았어요");
  });
});

it("오늘 쓴 글 커밋 in the web worker host says where to commit instead", async () => {
  const folder = testFolder("노트");
  folder.write(`TIL/${today()}-락.md`, note("락", today(), [], "- 글"));
  const workbench = await openWorkbench({ workspace: folder.path, extension: "web" });
  try {
    await workbench.runCommand("오늘 쓴 글 커밋");
    await workbench.notification(
      "이 편집기에서는 Git 프로그램을 쓸 수 없어 커밋하지 않았어요. 웹에서는 소스 제어 보기에서",
    );
    await workbench.screenshot("commit-web");
  } finally {
    await workbench.close();
    folder.remove();
  }
});
