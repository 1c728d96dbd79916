import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder, today } from "./support.ts";

const DRAFT = "회고/2026-08-회고.md";

describe("two windows on one notebook", () => {
  let folder: TestFolder;
  let one: Workbench;
  let other: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    cpSync(path.join(root, "sample"), folder.path, { recursive: true });
    one = await openWorkbench({ workspace: folder.path });
    other = await one.openSecond();
    for (const workbench of [one, other]) {
      await workbench.openView("토막노트");
      await workbench.treeRow("2026년");
    }
  });

  afterAll(async () => {
    await one?.close();
    folder.remove();
  });

  const read = (file: string): string => readFileSync(folder.at(file), "utf8");
  /** Goes to the end of the text that a window shows. */
  async function toEnd(workbench: Workbench): Promise<void> {
    await workbench.page.bringToFront();
    await workbench.press("Escape", "Control+1");
    await workbench.editorFocused();
    await workbench.press("Control+End");
  }

  /** Brings the draft up to date, and agrees to it when asked. */
  async function update(workbench: Workbench): Promise<void> {
    await workbench.page.bringToFront();
    await workbench.press("Escape");
    await workbench.runCommand("월간 회고 만들기");
    await workbench.chooseQuickPick("2026년 8월");
    const isTold = async (): Promise<boolean> =>
      (await workbench.hasMessages()) &&
      (await workbench.notifications()).some((shown) => shown.includes("2026년 8월 회고:"));
    const isAsked = async (): Promise<boolean> =>
      (await workbench.quickPickRows()).some((row) => row.includes("이대로 바꾸기"));
    await waitFor("a question or an answer", async () => (await isAsked()) || (await isTold()));
    if (await isAsked()) await workbench.chooseQuickPick("이대로 바꾸기");
    await waitFor("an answer", isTold);
  }

  const notesOfToday = (): readonly string[] =>
    readdirSync(folder.path, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.includes(`${today()}-토막글`),
    );

  it("make the day's 토막글 at once: there is one, both show it, and nothing written in either is lost", {
    timeout: 180_000,
  }, async () => {
    const rows = await Promise.all([one, other].map((workbench) => workbench.findCommand("오늘의 토막글 쓰기")));
    await Promise.all(rows.map((row) => row.click()));
    for (const workbench of [one, other]) await workbench.activeTab(`${today()}-토막글-`);
    const [file = "", ...more] = notesOfToday();
    expect(more).toEqual([]);
    await toEnd(one);
    await one.type("첫째 창에서");
    await one.save();
    await waitFor("what the first window wrote", async () => (await other.editorText()).includes("첫째 창에서"));
    await toEnd(other);
    await other.type("\n둘째 창에서");
    await other.save();
    expect(read(file)).toContain("첫째 창에서\n");
    expect(read(file)).toContain("둘째 창에서");
    expect(notesOfToday()).toHaveLength(1);
  });

  it("make a retro in one that the other has open with unsaved lines: neither is lost, and the person is asked", {
    timeout: 180_000,
  }, async () => {
    await one.runCommand("월간 회고 만들기");
    await one.chooseQuickPick("2026년 8월");
    await one.activeTab("2026-08-회고.md");
    await waitFor("the base", () => existsSync(folder.at(".tomaknote/retro/2026-08.md")));

    await other.press("Control+p");
    await other.fillQuickInput("2026-08-회고.md");
    await other.quickPickRow("2026-08-회고.md");
    await other.acceptQuickInput();
    await other.activeTab("2026-08-회고.md");
    await toEnd(other);
    await other.type("\n둘째 창의 저장하지 않은 줄");

    folder.write("TIL/2026/08/2026-08-02-늦은-글.md", note("늦은 글", "2026-08-02", [], "- 늦은 내용"));
    await one.treeRow("8월").catch(() => one.expandRow("2026년"));
    await update(one);
    await waitFor("the update", () => read(DRAFT).includes("늦은 내용"));
    const updated = read(DRAFT);

    await other.press("Control+s");
    await other.notification("2026-08-회고.md");
    await other.screenshot("two-windows-conflict");
    expect(read(DRAFT)).toBe(updated);
    await toEnd(other);
    await waitFor("the unsaved line", async () => (await other.editorText()).includes("둘째 창의 저장하지 않은 줄"));

    // Made again in the other window, over what it has: its line is in it still.
    await update(other);
    await other.screenshot("two-windows-again");
    await toEnd(other);
    await waitFor("the unsaved line", async () => (await other.editorText()).includes("둘째 창의 저장하지 않은 줄"));
    expect(read(DRAFT)).toBe(updated);
  });
});
