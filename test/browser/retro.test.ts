import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { chooseInDialog, expectRows, note, type TestFolder, testFolder } from "./support.ts";

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
    await expectRows(workbench, (rows) => rows.map((row) => row.slice(0, 30))).toEqual([
      expect.stringMatching(/2026년 9월\s?토막글 16 · TIL 10/),
      expect.stringMatching(/2026년 8월\s?토막글 15 · TIL 11/),
      expect.stringMatching(/2026년 7월\s?토막글 15 · TIL 10/),
    ]);
    await workbench.screenshot("retro-months");
    await workbench.chooseQuickPick("2026년 8월");
    await workbench.activeTab("2026-08-회고.md");
    await workbench.notification("노트 27편으로 회고 초안을 만들었어요");
    await workbench.treeRow("회고 2");
    await workbench.screenshot("retro-draft");
    const draft = readFileSync(folder.at("회고/2026-08-회고.md"), "utf8");
    expect(draft.match(/^\*\*.+\*\*$/gm)).toHaveLength(27);
  });

  const draftFile = "회고/2026-08-회고.md";
  const lateNote = "TIL/2026/08/2026-08-31-늦은-글.md";

  it("changes nothing when there is nothing new, and says so", async () => {
    const before = [
      readFileSync(folder.at(draftFile), "utf8"),
      readFileSync(folder.at(".tomaknote/retro/2026-08.md"), "utf8"),
    ];
    await workbench.expandRow("2026년");
    await workbench.clickRowAction("8월", "이 달의 회고 만들기");
    await workbench.notification("이미 최신이라 바꾼 것이 없어요");
    expect([
      readFileSync(folder.at(draftFile), "utf8"),
      readFileSync(folder.at(".tomaknote/retro/2026-08.md"), "utf8"),
    ]).toEqual(before);
  });

  it("shows what making a draft again would change, keeps what was written by hand, and is undone in one step", async () => {
    await workbench.editorFocused();
    await workbench.type("손으로 쓴 여는 글");
    await workbench.save();
    const before = readFileSync(folder.at(draftFile), "utf8");
    expect(before).toContain("\n손으로 쓴 여는 글\n");
    folder.write(lateNote, note("늦게 적은 글", "2026-08-31", [], "- 하나 더"));
    await workbench.expandRow("8월");
    await workbench.treeRow("늦게 적은 글");
    await workbench.clickRowAction("8월", "이 달의 회고 만들기");
    await workbench.quickPickRow("이대로 바꾸기");
    await workbench.screenshot("retro-again-diff");
    expect(readFileSync(folder.at(draftFile), "utf8")).toBe(before);
    await workbench.chooseQuickPick("이대로 바꾸기");
    await waitFor("the new entry", () =>
      readFileSync(folder.at(draftFile), "utf8").includes("**늦게 적은 글**\n\n- 하나 더\n"),
    );
    const after = readFileSync(folder.at(draftFile), "utf8");
    expect(after).toContain("\n손으로 쓴 여는 글\n");
    await workbench.notification("새 노트 1편을 넣었어요");
    await waitFor("the base", () => readFileSync(folder.at(".tomaknote/retro/2026-08.md"), "utf8").includes("늦은-글"));
    await workbench.activeTab("2026-08-회고.md");
    await workbench.focusEditor();
    await workbench.press("Control+z");
    await workbench.save();
    expect(readFileSync(folder.at(draftFile), "utf8")).toBe(before);
    await waitFor(
      "the base of before",
      () => !readFileSync(folder.at(".tomaknote/retro/2026-08.md"), "utf8").includes("늦은-글"),
    );
    await workbench.press("Control+y");
    await workbench.save();
    expect(readFileSync(folder.at(draftFile), "utf8")).toBe(after);
    await waitFor("the base of after", () =>
      readFileSync(folder.at(".tomaknote/retro/2026-08.md"), "utf8").includes("늦은-글"),
    );
  });

  it("shows an entry changed on both sides side by side and lets the person choose", async () => {
    await workbench.activeTab("2026-08-회고.md");
    const before = readFileSync(folder.at(draftFile), "utf8").replace("- 하나 더", "- 하나 더 (글에서 고침)");
    folder.write(draftFile, before);
    await workbench.runCommand("File: Revert File");
    folder.write(lateNote, note("늦게 적은 글", "2026-08-31", [], "- 하나 더 (노트에서 고침)"));
    await workbench.page.waitForTimeout(1500);
    await workbench.clickRowAction("8월", "이 달의 회고 만들기");
    await workbench.quickPickRow("노트의 것으로");
    await workbench.page.waitForTimeout(800);
    await workbench.screenshot("retro-again-conflict");
    expect(readFileSync(folder.at(draftFile), "utf8")).toBe(before);
    await workbench.chooseQuickPick("둘 다 두기");
    await waitFor("both", () => readFileSync(folder.at(draftFile), "utf8").includes("(노트에서 고침)"));
    expect(readFileSync(folder.at(draftFile), "utf8")).toContain("- 하나 더 (글에서 고침)\n");
  });

  it("offers what was deleted by hand, and only brings it back when asked", async () => {
    const entry = /\*\*오늘의 토막글 17\*\*\n[\s\S]*?(?=\*\*오늘의 토막글 18\*\*)/;
    const before = readFileSync(folder.at(draftFile), "utf8").replace(entry, "");
    folder.write(draftFile, before);
    await workbench.runCommand("File: Revert File");
    await workbench.clickRowAction("8월", "이 달의 회고 만들기");
    await workbench.notification("뺀 노트 1편은 다시 넣지 않았어요");
    expect(readFileSync(folder.at(draftFile), "utf8")).toBe(before);
    await workbench.clickNotificationButton("다시 넣기");
    await workbench.tickQuickPick("오늘의 토막글 17");
    await workbench.press("Enter");
    await waitFor("the entry back", () => readFileSync(folder.at(draftFile), "utf8").includes("**오늘의 토막글 17**"));
    const lines = readFileSync(folder.at(draftFile), "utf8").split("\n");
    expect(lines.indexOf("**오늘의 토막글 17**")).toBeGreaterThan(lines.indexOf("**오늘의 토막글 16**"));
    expect(lines.indexOf("**오늘의 토막글 17**")).toBeLessThan(lines.indexOf("**오늘의 토막글 18**"));
  });

  it("makes a retro of the notes that are ticked, and keeps the others out when it is made again", async () => {
    await workbench.runCommand("회고에 넣을 노트 고르기");
    await workbench.chooseQuickPick("2026년 9월");
    await workbench.quickPickRow("오늘의 토막글 31");
    await workbench.screenshot("retro-choose");
    await workbench.tickQuickPick("오늘의 토막글 31");
    await workbench.press("Enter");
    await workbench.activeTab("2026-09-회고.md");
    await workbench.treeRow("회고 3");
    const made = readFileSync(folder.at("회고/2026-09-회고.md"), "utf8");
    expect(made).not.toContain("**오늘의 토막글 31**");
    expect(made).toContain("**오늘의 토막글 32**");
    await workbench.clickRowAction("9월", "이 달의 회고 만들기");
    await workbench.notification("뺀 노트 1편은 다시 넣지 않았어요");
    expect(readFileSync(folder.at("회고/2026-09-회고.md"), "utf8")).toBe(made);
  });

  it("takes a post apart into the notes ticked, in one step that undo removes", async () => {
    const post = "글/2024-04-03-삼월.md";
    folder.write(
      post,
      "---\ntitle: 2024년 3월 회고\n---\n\n## 3월 동안 쓴 토막글들\n\n**오늘의 토막글 801**\n\n- 하나\n\n**오늘의 토막글 802**\n\n- 둘\n\n## 3월 동안 쓴 TIL\n\n**스택**\n\n- 나중 것이 먼저\n",
    );
    await workbench.runCommand("회고 글에서 노트 가져오기");
    await chooseInDialog(workbench, folder.at(post), /가져오기/);
    await workbench.quickPickRow("오늘의 토막글 802");
    await expectRows(workbench).toHaveLength(3);
    await workbench.screenshot("import-summary");
    await workbench.tickQuickPick("오늘의 토막글 802");
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
