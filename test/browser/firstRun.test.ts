import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { chooseInDialog, type TestFolder, testFolder, today } from "./support.ts";

function notesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
}

describe("the first note", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeEach(() => {
    folder = testFolder("처음");
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  const clickWelcome = async (label: string): Promise<void> => {
    await workbench.sideBar.locator(".welcome-view .monaco-button", { hasText: label }).first().click();
  };
  const noteToday = `토막글/${today().slice(0, 4)}/${today().slice(5, 7)}/${today()}-토막글-1.md`;

  it("is one click away in an empty folder", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.sideBar.getByText("아직 노트가 없어요").waitFor();
    await workbench.screenshot("first-empty-folder");
    await clickWelcome("오늘의 토막글 쓰기");
    await workbench.activeTab("토막글-1.md");
    await waitFor("the file", () => existsSync(folder.at(noteToday)));
    expect(notesBelow(folder.path)).toEqual([noteToday]);
    await workbench.treeRow(`${today().slice(0, 4)}년`);
  });

  it("asks once for the folder when none is open, and remembers it", async () => {
    workbench = await openWorkbench();
    await workbench.openView("토막노트");
    await workbench.sideBar.getByText("고르면 바로 첫 토막글을").waitFor();
    await workbench.screenshot("first-no-folder");
    await clickWelcome("오늘의 토막글 쓰기");
    await workbench.screenshot("first-no-folder-dialog");
    await chooseInDialog(workbench, `${folder.path}/`, /OK|쓰기/);
    await workbench.activeTab("토막글-1.md");
    expect(notesBelow(folder.path)).toEqual([noteToday]);
    await workbench.runCommand("오늘의 토막글 쓰기");
    await workbench.activeTab("토막글-1.md");
    expect(notesBelow(folder.path)).toEqual([noteToday]);
  });

  it("asks once which of several folders is the notebook", async () => {
    for (const name of ["코드", "노트"]) mkdirSync(folder.at(name));
    const workspace = folder.at("여럿.code-workspace");
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: "코드" }, { path: "노트" }] }));
    workbench = await openWorkbench({ workspace });
    await workbench.openView("토막노트");
    await workbench.sideBar.getByText("폴더가 여럿 열려 있어요").waitFor();
    await clickWelcome("오늘의 토막글 쓰기");
    await workbench.quickPickRow("노트");
    await workbench.screenshot("first-several-folders");
    await workbench.chooseQuickPick("노트");
    await workbench.activeTab("토막글-1.md");
    expect(notesBelow(folder.path)).toEqual([path.join("노트", noteToday)]);
    await workbench.runCommand("TIL 쓰기");
    await workbench.fillQuickInput("두 번째 글");
    await workbench.acceptQuickInput();
    await waitFor("the question for tags", async () =>
      (await workbench.quickInput.textContent())?.includes("TIL의 태그"),
    );
    await workbench.press("Enter");
    await workbench.activeTab("두-번째-글.md");
    expect(notesBelow(folder.at("코드"))).toEqual([]);
  });
});
