import { mkdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";
import { webviewFrame } from "./webview.ts";

const HISTORY = ".tomaknote/recall.jsonl";
const path = (day: number): string => `TIL/2025-03-0${day}-잠금.md`;
const review = (day: number, recalled: string, at = "2025-06-01T10:00:00+09:00"): string =>
  JSON.stringify({
    ...{ at, note: path(day), title: `잠금 ${day}`, gist: "" },
    ...{ event: "review", recalled, asked: "title" },
  });

describe("되묻기 where something is in the way", () => {
  let folder: TestFolder;
  let workbench: Workbench;
  let page: Frame;

  beforeEach(() => {
    folder = testFolder("노트");
    for (const day of [3, 2, 1])
      folder.write(path(day), note(`잠금 ${day}`, `2025-03-0${day}`, [], "- 하나만 들어간다"));
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  const open = async (): Promise<void> => {
    await workbench.runCommand("아는지 물어보기");
    page = await webviewFrame(workbench, "되묻기");
  };
  const says = (words: string): Promise<unknown> =>
    waitFor(words, async () => (await page.locator("main").innerText()).includes(words));

  it("says that what is due is not known, and begins when asked again", async () => {
    mkdirSync(folder.at(HISTORY), { recursive: true });
    workbench = await openWorkbench({ workspace: folder.path });
    await open();
    await says("물어볼 TIL을 찾지 못했어요. 알림을 보고 다시 해 주세요.");
    await workbench.notification(".tomaknote/recall.jsonl을 읽을 수 없어요");
    await workbench.screenshot("recall-failed");
    rmdirSync(folder.at(HISTORY));
    await page.getByRole("button", { name: "다시 하기" }).press("Enter");
    await says("1 / 3");
    mkdirSync(folder.at(HISTORY));
    await page.getByRole("button", { name: "노트 보기" }).click();
    await page.getByRole("button", { name: "알아요" }).click();
    await waitFor("a message", async () =>
      (await workbench.notifications()).some((text) => text.includes("적지 못했어요")),
    );
    await page.getByRole("button", { name: "그만하기" }).click();
    await says("오늘은 여기까지");
  });

  it("counts both sides of a history that git left marks of a conflict in, and passes over a note that is gone", async () => {
    const lines = ["<<<<<<< HEAD", review(3, "known"), "=======", review(2, "unknown"), ">>>>>>> other"];
    folder.write(HISTORY, `${lines.join("\n")}\n`);
    workbench = await openWorkbench({ workspace: folder.path });
    await open();
    await says("1 / 3");
    await workbench.notification("읽을 수 없는 줄이 3개 있어 그 줄만 건너뛰었어요");
    rmSync(folder.at(path(1)));
    rmSync(folder.at(path(3)));
    await page.getByRole("button", { name: "노트 보기" }).click();
    await says("잠금 2");
    await page.getByRole("button", { name: "모르겠어요" }).click();
    await says("오늘은 여기까지");
    const kept = readFileSync(folder.at(HISTORY), "utf8");
    expect(kept.startsWith(`${lines.join("\n")}\n{"at":`)).toBe(true);
    expect(kept.split("\n")).toHaveLength(7);
  });

  it("passes over what another window has asked meanwhile", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    const icon = (label: string) => workbench.page.locator(`.activitybar .action-item:has([aria-label*="${label}"])`);
    await open();
    await says("1 / 3");
    folder.write(HISTORY, `${review(2, "known", new Date(Date.now() + 1000).toISOString())}\n`);
    await icon("물어볼 TIL 2개").first().waitFor();
    await page.getByRole("button", { name: "노트 보기" }).click();
    await page.getByRole("button", { name: "알아요" }).click();
    await says("2 / 2");
    await page.getByRole("button", { name: "노트 보기" }).click();
    await says("잠금 1");
  });

  it("counts and asks by the settings as they are now", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    const icon = (label: string) => workbench.page.locator(`.activitybar .action-item:has([aria-label*="${label}"])`);
    const set = (settings: Readonly<Record<string, unknown>>): void =>
      folder.write(".vscode/settings.json", JSON.stringify(settings));
    await icon("물어볼 TIL 3개").first().waitFor();
    set({ "tomaknote.recall.minAge": "99년" });
    await waitFor("no number", async () => (await icon("물어볼 TIL").count()) === 0);
    await open();
    await says("지금 물어볼 TIL이 없어요");
    await workbench.runCommand("View: Close All Editors");
    set({ "tomaknote.recall.minAge": "2주", "tomaknote.recall.sessionSize": 2 });
    await icon("물어볼 TIL 3개").first().waitFor();
    await open();
    await says("1 / 2");
    await page.locator("textarea").fill("반쯤");
    set({ "tomaknote.recall.badge": false });
    await waitFor("no number", async () => (await icon("물어볼 TIL").count()) === 0);
    // The round in front goes on as it was begun; begun anew it is one of the settings.
    await page.getByRole("button", { name: "노트 보기" }).click();
    await page.getByRole("button", { name: "알아요" }).click();
    await says("2 / 2");
    await workbench.runCommand("View: Close All Editors");
    await open();
    await says("1 / 2");
    await page.getByRole("button", { name: "그만하기" }).click();
    await says("물어볼 TIL이 2개 남아 있어요.");
  });

  it("counts by new settings while no view is open that would have the notes read", async () => {
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    const icon = workbench.page.locator('.activitybar .action-item:has([aria-label*="물어볼 TIL"])');
    const set = (minAge: string): void =>
      folder.write(".vscode/settings.json", JSON.stringify({ "tomaknote.recall.minAge": minAge }));
    await icon.first().waitFor();
    await workbench.runCommand("View: Close Primary Side Bar");
    set("99년");
    await waitFor("no number", async () => (await icon.count()) === 0);
    set("2주");
    await icon.first().waitFor();
  });

  it("asks nothing and writes nothing in a folder that is not trusted, and shows what it may", async () => {
    folder.write(HISTORY, `${review(3, "unknown")}\n`);
    workbench = await openWorkbench({ workspace: folder.path, workspaceTrust: true });
    await workbench.openView("토막노트");
    await workbench.treeRow("2025년");
    await workbench.runCommand("Focus on 글감");
    await (await workbench.treeRow("잠금 3")).click();
    await workbench.activeTab("2025-03-03-잠금.md");
    await workbench.findCommand("노트 찾기");
    await workbench.press("Escape");
    for (const title of ["아는지 물어보기", "글감으로 두기", "글로 쓰기", "새 글 시작하기"]) {
      await waitFor("the palette", () =>
        workbench.openPalette(title).then(
          () => true,
          () => false,
        ),
      );
      await workbench.page.waitForTimeout(1500);
      expect((await workbench.quickPickRows()).filter((row) => row.includes(title))).toEqual([]);
      await workbench.press("Escape");
    }
    await workbench.press("Control+Alt+h");
    await workbench.runCommand("Focus on 글감");
    await workbench.screenshot("recall-untrusted");
    expect(workbench.page.frames().some((frame) => frame.url().includes("tomaknote.recall"))).toBe(false);
    expect(await workbench.tabs()).not.toContain("되묻기");
    expect(readFileSync(folder.at(HISTORY), "utf8")).toBe(`${review(3, "unknown")}\n`);
  });
});
