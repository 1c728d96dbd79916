import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

describe("번호 점검", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  const april = "토막글/2025-04-30-토막글-95.md";
  const may = "토막글/2025-05-01-토막글-95.md";
  const later = "토막글/2025-05-02-토막글-96.md";
  const draft = "회고/2025-05-회고.md";
  const texts = {
    [april]: note("오늘의 토막글 95", "2025-04-30", [], "- 사월"),
    [may]: note("오늘의 토막글 95", "2025-05-01", [], "- 오월"),
    [later]: note("오늘의 토막글 96", "2025-05-02", [], "- 오월"),
    [draft]: "# 2025년 5월 회고\n\n**오늘의 토막글 95**\n\n- 오월\n\n**오늘의 토막글 96**\n\n- 오월\n",
  };

  beforeEach(() => {
    folder = testFolder("노트");
    for (const [path, text] of Object.entries(texts)) folder.write(path, text);
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  const contents = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder.path, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .map((file) => [file, readFileSync(folder.at(file), "utf8")]),
    );

  async function undo(): Promise<void> {
    await workbench.focusEditor();
    await workbench.press("Control+z");
  }

  async function saveAll(count: number): Promise<void> {
    const unsaved = workbench.page.locator(".part.editor .tab.dirty");
    await waitFor("unsaved texts", async () => (await unsaved.count()) === count);
    await workbench.runCommand("File: Save All Files");
    await waitFor("saved texts", async () => (await unsaved.count()) === 0);
  }

  it("shows a repeat, renumbers after showing what changes, and one undo brings all back", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.runCommand("번호 점검");
    const problem = workbench.page.locator(".markers-panel .monaco-list-row", { hasText: "토막글 95번이 2편 있어요" });
    await problem.first().waitFor();
    await workbench.screenshot("numbers-problems");
    await workbench.page.locator(".markers-panel .monaco-list-row", { hasText: "95번이 2편" }).last().dblclick();
    await workbench.activeTab("2025-05-01-토막글-95.md");
    await workbench.editorFocused();
    const fix = workbench.page.locator(".action-widget .monaco-list-row", { hasText: "이 글부터 번호 다시 매기기" });
    await waitFor("the quick fixes", async () => {
      await workbench.press("Control+.");
      return fix.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.screenshot("numbers-fixes");
    await workbench.press("Enter");
    await workbench.quickPickRow("95 → 96");
    await workbench.screenshot("numbers-preview");
    await workbench.press("Enter");
    await waitFor("renamed", () => existsSync(folder.at("토막글/2025-05-02-토막글-97.md")));
    await waitFor("saved", () => contents()[draft]?.includes("토막글 97") === true);
    expect(contents()).toEqual({
      [april]: texts[april],
      "토막글/2025-05-01-토막글-96.md": note("오늘의 토막글 96", "2025-05-01", [], "- 오월"),
      "토막글/2025-05-02-토막글-97.md": note("오늘의 토막글 97", "2025-05-02", [], "- 오월"),
      [draft]: "# 2025년 5월 회고\n\n**오늘의 토막글 96**\n\n- 오월\n\n**오늘의 토막글 97**\n\n- 오월\n",
    });
    await workbench.page.locator(".markers-panel", { hasText: "No problems" }).waitFor();
    await workbench.screenshot("numbers-applied");
    await undo();
    await waitFor("the names back", () => existsSync(folder.at(later)));
    // As after every undo in several files, the texts are back in the editors and not saved yet.
    await saveAll(3);
    expect(contents()).toEqual(texts);
  });
});
