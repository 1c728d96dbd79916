import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

describe("회고와 가져오기, as a person does them", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    cpSync(path.join(root, "sample"), folder.path, { recursive: true });
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2026년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  afterEach(async () => {
    await workbench.press("Escape");
  });

  it("offers the months that have notes, newest first, with counts", async () => {
    await workbench.runCommand("월간 회고 만들기");
    await workbench.quickPickRow("2026년 9월");
    const offered = (await workbench.quickPickRows()).map((row) => row.slice(0, 30));
    expect(offered).toEqual([
      expect.stringMatching(/2026년 9월\s?토막글 16 · TIL 10/),
      expect.stringMatching(/2026년 8월\s?토막글 15 · TIL 11/),
      expect.stringMatching(/2026년 7월\s?토막글 15 · TIL 10/),
    ]);
    await workbench.screenshot("retro-months");
    await workbench.chooseQuickPick("2026년 8월");
    await workbench.activeTab("2026-08-회고.md");
    await workbench.notification("노트 27편으로 회고 초안을 만들었어요");
    await workbench.screenshot("retro-draft");
    const draft = readFileSync(folder.at("회고/2026-08-회고.md"), "utf8");
    expect(draft.match(/^\*\*.+\*\*$/gm)).toHaveLength(27);
  });

  it("opens a draft that is there and says how many notes are not in it yet", async () => {
    const file = folder.at("회고/2026-08-회고.md");
    const before = readFileSync(file, "utf8");
    folder.write("TIL/2026/08/2026-08-31-늦은-글.md", note("늦게 적은 글", "2026-08-31", [], "- 하나 더"));
    await workbench.expandRow("2026년");
    await workbench.expandRow("8월");
    await workbench.treeRow("늦게 적은 글");
    await workbench.clickRowAction("8월", "이 달의 회고 만들기");
    await workbench.notification("이미 있어서 그대로 열었어요. 아직 들어 있지 않은 노트가 1편 있어요");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("takes a post apart into the notes ticked, in one step that undo removes", async () => {
    const post = "글/2024-04-03-삼월.md";
    folder.write(
      post,
      "---\ntitle: 2024년 3월 회고\n---\n\n## 3월 동안 쓴 토막글들\n\n**오늘의 토막글 801**\n\n- 하나\n\n**오늘의 토막글 802**\n\n- 둘\n\n## 3월 동안 쓴 TIL\n\n**스택**\n\n- 나중 것이 먼저\n",
    );
    await workbench.runCommand("회고 글에서 노트 가져오기");
    // The dialog opens on the post in the editor and fills its field itself, a moment after it is shown.
    await waitFor("the file dialog", async () => (await workbench.quickInputValue()).endsWith("회고.md"));
    await workbench.fillQuickInput(folder.at(post));
    await workbench.page.locator(".quick-input-widget .monaco-button", { hasText: "가져오기" }).first().click();
    await workbench.quickPickRow("오늘의 토막글 802");
    expect(await workbench.quickPickRows()).toHaveLength(3);
    await workbench.screenshot("import-summary");
    await workbench.chooseQuickPick("오늘의 토막글 802");
    await workbench.press("Enter");
    await workbench.notification("노트 2편을 만들었어요");
    const made = ["TIL/2024/03/2024-03-스택.md", "토막글/2024/03/2024-03-토막글-801.md"];
    expect(made.map((file) => existsSync(folder.at(file)))).toEqual([true, true]);
    expect(existsSync(folder.at("토막글/2024/03/2024-03-토막글-802.md"))).toBe(false);
    await workbench.clickNotificationButton("되돌리기");
    await waitFor("the notes gone", () => made.every((file) => !existsSync(folder.at(file))));
    expect(readdirSync(folder.at("글"))).toEqual([path.basename(post)]);
  });
});
