import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { expectRows } from "./support.ts";

describe("the workbench in a browser", () => {
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-browser-"));
  const folder = path.join(temporary, "노트");
  let workbench: Workbench;

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "글.md"), "# 처음 쓰는 글\n");
    workbench = await openWorkbench({ workspace: folder, settings: { "editor.fontSize": 21 } });
  });

  afterAll(async () => {
    await workbench?.close();
    rmSync(temporary, { recursive: true, force: true });
  });

  it("opens the palette and photographs it", async () => {
    await workbench.openPalette("Developer: Show Running Extensions");
    await workbench.quickPickRow("Show Running Extensions");
    await expectRows(workbench).toContainEqual(expect.stringContaining("Show Running Extensions"));
    const file = await workbench.screenshot("smoke-palette");
    expect(statSync(file).size).toBeGreaterThan(10_000);
    await workbench.press("Escape");
    await workbench.quickInputGone();
  });

  it("obeys the user settings given", async () => {
    await workbench.page.locator(".monaco-workbench .explorer-folders-view").waitFor();
    await workbench.clickRow("글.md");
    await workbench.activeTab("글.md");
    await workbench.focusEditor();
    const size = await workbench.page.evaluate(
      "getComputedStyle(document.querySelector('.monaco-editor .view-lines')).fontSize",
    );
    expect(size).toBe("21px");
  });

  it("shows the files of the folder as rows", async () => {
    expect(await workbench.treeRows()).toEqual([{ label: "글.md", description: "", level: 1, expanded: undefined }]);
  });

  it("types Hangul into an editor and saves it", async () => {
    await workbench.press("Control+End");
    await workbench.type("첫째 토막\n둘째 토막");
    await workbench.save();
    expect(await workbench.editorText()).toContain("둘째 토막");
    expect(readFileSync(path.join(folder, "글.md"), "utf8")).toBe("# 처음 쓰는 글\n첫째 토막\n둘째 토막");
    await workbench.screenshot("smoke-editor");
  });

  it("composes a syllable as an input method does", async () => {
    await workbench.press("Control+End", "Enter");
    await workbench.compose(["ㅎ", "하", "한"]);
    expect(await workbench.editorText()).toContain("\n한");
    await workbench.commitComposition("한");
    await workbench.type("글");
    await workbench.save();
    expect(readFileSync(path.join(folder, "글.md"), "utf8")).toMatch(/\n한글$/);
  });
});
