import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { chooseInDialog, note, type TestFolder, testFolder, today } from "./support.ts";

describe("the editor around a note", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeEach(() => {
    folder = testFolder("노트");
    folder.write("TIL/2024-01-01-카프카.md", note("카프카", "2024-01-01", ["카프카"], "- 순서"));
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  const tomaksToday = (): string[] =>
    readdirSync(folder.path, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.includes(`${today()}-토막글`),
    );

  it("expands a snippet by its Hangul prefix", async () => {
    folder.write("빈.md", "");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.page.locator(".explorer-folders-view").waitFor();
    await workbench.clickRow("빈.md");
    await workbench.activeTab("빈.md");
    await workbench.focusEditor();
    await workbench.type("출처");
    const offered = workbench.page.locator(".suggest-widget .monaco-list-row", { hasText: "출처" }).first();
    await waitFor("the snippet offered", async () => {
      // An editor that has just been opened has not read its snippets yet and says there are none.
      await workbench.press("Escape", "Control+Space");
      return offered.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.screenshot("snippet");
    await workbench.press("Enter");
    await waitFor("the snippet", async () => (await workbench.editorText()).startsWith("- 출처: ["));
  });

  it("takes imported notes back with the editor's undo", async () => {
    const post = "글/삼월.md";
    folder.write(
      post,
      "---\ntitle: 2024년 3월 회고\n---\n\n## 3월 동안 쓴 TIL\n\n**스택**\n\n- 나중 것이 먼저\n\n**큐**\n\n- 먼저 것이 먼저\n",
    );
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.runCommand("회고 글에서 노트 가져오기");
    await chooseInDialog(workbench, folder.at(post), /가져오기/);
    await workbench.quickPickRow("큐");
    await workbench.press("Enter");
    await workbench.activeTab("2024-03-스택.md");
    expect(existsSync(folder.at("TIL/2024/03/2024-03-큐.md"))).toBe(true);
    await workbench.focusEditor();
    await workbench.press("Control+z");
    const question = workbench.page.locator(".monaco-dialog-box");
    await waitFor(
      "gone or asked",
      async () => !existsSync(folder.at("TIL/2024/03/2024-03-큐.md")) || (await question.isVisible()),
    );
    if (await question.isVisible()) {
      await workbench.screenshot("import-undo");
      await workbench.page.locator(".monaco-dialog-box .monaco-button").first().click();
    }
    await waitFor(
      "both gone",
      () =>
        !existsSync(folder.at("TIL/2024/03/2024-03-큐.md")) && !existsSync(folder.at("TIL/2024/03/2024-03-스택.md")),
    );
    expect(readFileSync(folder.at(post), "utf8")).toContain("**스택**");
  });

  it("only shows notes in a folder that is not trusted", async () => {
    workbench = await openWorkbench({ workspace: folder.path, workspaceTrust: true });
    await workbench.openView("토막노트");
    await workbench.treeRow("2024년");
    await workbench.openPalette("토막글 쓰기");
    await workbench.page.waitForTimeout(1500);
    expect((await workbench.quickPickRows()).filter((row) => row.includes("토막글 쓰기"))).toEqual([]);
    await workbench.press("Escape", "Control+Alt+j");
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot("untrusted");
    expect(tomaksToday()).toEqual([]);
  });
});
