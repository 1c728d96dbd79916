import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { GitFolder, hasGit } from "../support/gitFolder.ts";
import { note, type TestFolder, testFolder, today } from "./support.ts";

describe.skipIf(!hasGit)("오늘 쓴 글 커밋", () => {
  let folder: TestFolder;
  let git: GitFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    git = new GitFolder(folder.path);
    git.git("init", "--quiet", "--initial-branch=main");
    git.introduce();
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
    const rows = (await workbench.quickPickRows()).join("\n");
    expect(rows).toMatch(/오늘의 토막글 95[\s\S]*a\.png[\s\S]*락/);
    await workbench.screenshot("commit-files");
    await workbench.press("Enter");
    await expect.poll(() => workbench.quickInputValue(), { timeout: 15_000 }).toBe("토막글 95");
    await workbench.screenshot("commit-message");
    expect(git.git("log", "-1", "--format=%s").trim()).toBe("처음");
    await workbench.fillQuickInput("오늘도 한 편");
    await workbench.press("Enter");
    await workbench.notification("파일 2개를 커밋했어요: 오늘도 한 편");
    await workbench.screenshot("commit-done");
    expect(git.lastCommit()).toEqual(["A 토막글/a.png", `A 토막글/${today()}-토막글-95.md`].sort());
    expect(git.git("status", "--porcelain", "-uall")).toBe("?? TIL/2025-04-21-락.md\n");
  });

  it("says what to do where it cannot be done", async () => {
    git.write(`토막글/${today()}-토막글-95.md`, note("오늘의 토막글 95", today(), [], "- 둘"));
    git.git("checkout", "--quiet", "--detach");
    await workbench.runCommand("오늘 쓴 글 커밋");
    // The message of before may still be shown, so the bell says nothing of this one.
    await expect
      .poll(async () => (await workbench.notifications()).join("\n"), { timeout: 15_000 })
      .toContain("브랜치 위에 있지 않아(detached HEAD) 커밋하지 않았어요");
  });
});
