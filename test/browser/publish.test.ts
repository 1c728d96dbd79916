import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { expectRows, type TestFolder, testFolder, today } from "./support.ts";

describe("펴내기", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  const draft = "_drafts/redis-만료키.md";
  const text =
    "---\ntitle: Redis의 만료된 키\ncategories: [개발]\ntags: [redis]\n---\n\nRedis는 키를 두 가지 방법으로 지웁니다.\n\n- 읽을 때 `{{ ttl }}`을 보고 지웁니다.\n- 틈틈이 골라 지웁니다.\n\n## 더 알아볼 것\n";
  const post = () => `_posts/${today()}-redis-만료키.md`;

  beforeEach(() => {
    folder = testFolder("블로그");
    folder.write("_config.yml", "theme: jekyll-theme-chirpy\n");
    folder.write("_posts/2026-01-01-첫-글.md", "---\ntitle: 첫 글\ndate: 2026-01-01 09:00:00 +0900\n---\n\n글\n");
    folder.write(draft, text);
    folder.write("TIL/2026-01-02-키.md", `# 키\n\n[쓰는 글](../${draft})\n`);
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  async function openFile(name: string): Promise<void> {
    await workbench.openPalette(name);
    await workbench.fillQuickInput(name);
    await workbench.quickPickRow(name);
    await workbench.acceptQuickInput();
    await workbench.activeTab(name);
  }

  it("a person mends one problem by the light bulb, lets the other be, and has a post; one undo brings the draft back", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await openFile("redis-만료키.md");
    const squiggles = workbench.page.locator(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning");
    await waitFor("both problems in the text", async () => (await squiggles.count()) >= 2);
    const button = workbench.page.locator(".editor-actions .action-label[aria-label*='펴내기']");
    await button.first().waitFor();
    await workbench.screenshot("publish-problems");

    await button.first().click();
    await workbench.quickPickRow("그래도 펴내기");
    await expectRows(workbench, (rows) => rows.slice(0, 2)).toEqual([
      expect.stringContaining("그만두고 고치기"),
      expect.stringContaining("그래도 펴내기"),
    ]);
    await workbench.screenshot("publish-stopped");
    await workbench.press("Enter");
    await workbench.quickInputGone();
    expect(existsSync(folder.at(draft))).toBe(true);

    // The cursor is where the error is.
    await workbench.editorFocused();
    const fix = workbench.page.locator(".action-widget .monaco-list-row", { hasText: "raw로 감싸기" });
    await waitFor("the quick fixes", async () => {
      await workbench.press("Control+.");
      return fix.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.screenshot("publish-fixes");
    await workbench.press("Enter");
    await waitFor("the fix", async () => (await workbench.editorText()).includes("{% raw %}"));
    const errors = workbench.page.locator(".monaco-editor .squiggly-error");
    await waitFor("no error", async () => (await errors.count()) === 0);

    await workbench.runCommand("펴내기 (Publish Draft)");
    await workbench.quickPickRow("제목 아래가 비어 있어요");
    await workbench.screenshot("publish-warnings");
    await workbench.press("Enter");
    await workbench.activeTab(`${today()}-redis-만료키.md`);
    await workbench.notification(`글을 펴냈어요: ${post()}. 이 글로 오는 링크를 노트 1편에서 고쳤어요.`);
    expect(readFileSync(folder.at("TIL/2026-01-02-키.md"), "utf8")).toContain(`(../${post()})`);
    await waitFor("the post", () => existsSync(folder.at(post())) && !existsSync(folder.at(draft)));
    await workbench.screenshot("publish-published");
    const published = readFileSync(folder.at(post()), "utf8");
    const mended = text.replace("`{{ ttl }}`", "{% raw %}`{{ ttl }}`{% endraw %}");
    expect(published.replace(/^date: .*\n/m, "")).toBe(mended);
    expect(published).toMatch(new RegExp(`^date: ${today()} \\d\\d:\\d\\d:\\d\\d \\+0900$`, "m"));
    await waitFor("a post is no draft", async () => (await button.count()) === 0);

    await workbench.focusEditor();
    await workbench.press("Control+z");
    await waitFor("the draft back", () => existsSync(folder.at(draft)) && !existsSync(folder.at(post())));
    await workbench.activeTab("redis-만료키.md");
    // The lines are drawn anew under our eyes.
    const shown = () => workbench.editorText().catch(() => undefined);
    await waitFor("its text back", async () => (await shown())?.includes("date:") === false);
  });

  it("a post that is pasted into a blog is marked as out by a button, and undo takes that back", async () => {
    const path = "글/큐.md";
    const queue = "---\ntitle: 큐\ndraft: true # 아직\n---\n\n먼저 든 것이 먼저 나옵니다. ![줄](줄.png)\n";
    const pasted = testFolder("글쓰기");
    try {
      pasted.write(path, queue);
      workbench = await openWorkbench({ workspace: pasted.path });
      await openFile("큐.md");
      await workbench.runCommand("붙여넣을 글로 복사 (Copy for Pasting)");
      await workbench.chooseQuickPick("velog");
      await workbench.notification("블로그에 올리고 나면 초안이라는 표시를 떼어 주세요.");
      await workbench.screenshot("paste-mark");
      await workbench.clickNotificationButton("펴낸 글로 표시");
      await waitFor("the mark gone", () => readFileSync(pasted.at(path), "utf8").includes("draft: false # 아직\n"));
      const marked = readFileSync(pasted.at(path), "utf8");
      expect(marked.replace(/^date: 20.* \+0900\n/m, "")).toBe(queue.replace("true", "false"));
      await workbench.screenshot("paste-marked");
      await workbench.focusEditor();
      await workbench.press("Control+z");
      await waitFor("the mark back", async () => (await workbench.editorText()).includes("draft: true # 아직"));
    } finally {
      pasted.remove();
    }
  });

  it("a folder that is not trusted shows what is wrong in a draft, and has neither a fix nor a way to publish or commit it", async () => {
    workbench = await openWorkbench({ workspace: folder.path, workspaceTrust: true });
    await workbench.openView("토막노트");
    await openFile("redis-만료키.md");
    const error = workbench.page.locator(".monaco-editor .squiggly-error");
    await waitFor("the problem in the text", async () => (await error.count()) > 0);
    // What only looks is there in the same list.
    for (const [typed, there, missing] of [
      ["펴내기", "펴내기 전 점검 (Check Draft)", "펴내기 (Publish Draft)"],
      ["글", "붙여넣을 글로 복사 (Copy for Pasting)", "오늘 쓴 글 커밋 (Commit Today)"],
    ] as const) {
      await workbench.findCommand(there, typed);
      expect((await workbench.quickPickRows()).filter((row) => row.includes(missing))).toEqual([]);
      await workbench.press("Escape");
    }
    const button = workbench.page.locator(".editor-actions .action-label[aria-label*='펴내기']");
    expect(await button.first().getAttribute("aria-disabled")).toBe("true");
    await workbench.screenshot("publish-untrusted");
    expect(readFileSync(folder.at(draft), "utf8")).toBe(text);
  });
});
