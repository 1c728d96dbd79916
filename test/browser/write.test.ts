import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder, today } from "./support.ts";

describe("쓰기, as a person does it", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write("TIL/2024-01-01-카프카.md", note("카프카", "2024-01-01", ["카프카", "메시지"], "- 순서"));
    folder.write("TIL/2024-01-02-레디스.md", note("레디스", "2024-01-02", ["레디스", "메시지"], "- 만료"));
    workbench = await openWorkbench({ workspace: folder.path });
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  afterEach(async () => {
    await workbench.press("Escape", "Escape");
  });

  const month = `${today().slice(0, 4)}/${today().slice(5, 7)}`;

  it("writes today's 토막글 with one key", async () => {
    await workbench.findCommand("오늘의 토막글 쓰기");
    await workbench.press("Escape", "Control+Alt+j");
    await workbench.activeTab("토막글-1.md");
    await workbench.editorFocused();
    await workbench.type("한 손가락으로 시작한 토막");
    await workbench.save();
    expect(readFileSync(folder.at(`토막글/${month}/${today()}-토막글-1.md`), "utf8")).toContain(
      "\n- 한 손가락으로 시작한 토막\n- \n- \n",
    );
  });

  it("finds the command by its Korean and its English name", async () => {
    await workbench.findCommand("오늘의 토막글 쓰기", "토막글 쓰기");
    await workbench.press("Escape");
    await workbench.findCommand("오늘의 토막글 쓰기", "New 토막글");
    await workbench.press("Escape");
    await workbench.findCommand("TIL 쓰기", "New TIL");
  });

  it("shows the day it understood while a day is typed, and refuses nonsense kindly", async () => {
    await workbench.runCommand("다른 날의 토막글 쓰기");
    const says = (text: string) =>
      waitFor(`"${text}"`, async () => (await workbench.quickInputMessage()).includes(text));
    await workbench.fillQuickInput("어제");
    await says("(어제)");
    await workbench.screenshot("write-day-understood");
    await workbench.fillQuickInput("2024-02-29");
    await says("2024년 2월 29일 목요일");
    await workbench.fillQuickInput("2/30");
    await says("달력에 없는 날이에요");
    await workbench.fillQuickInput("아무 날이나");
    await says("알아듣지 못했어요");
    await workbench.press("Enter");
    await workbench.screenshot("write-day-refused");
    expect(await workbench.quickInputValue()).toBe("아무 날이나");
    await workbench.fillQuickInput("2024년 2월 29일");
    await says("2024년 2월 29일 목요일");
    await workbench.acceptQuickInput();
    await workbench.activeTab("2024-02-29-토막글-2.md");
    expect(readFileSync(folder.at("토막글/2024/02/2024-02-29-토막글-2.md"), "utf8")).toContain(
      "date: 2024-02-29 23:59:59 +0900\n",
    );
  });

  it("makes a TIL of a title, the clipboard's link, and tags in use and new", async () => {
    await workbench.setClipboard("https://redis.io/docs/latest/commands/expire/");
    await workbench.runCommand("TIL 쓰기");
    await workbench.fillQuickInput('만료: "TTL"은 언제 지워질까?');
    await workbench.screenshot("write-til-title");
    await workbench.acceptQuickInput();
    await workbench.quickPickRow("클립보드의 링크를 출처로 넣기");
    await workbench.screenshot("write-til-link");
    await workbench.chooseQuickPick("클립보드의 링크를 출처로 넣기");
    await workbench.tickQuickPick("레디스");
    await workbench.fillQuickInput("캐시");
    await workbench.quickPickRow("새 태그");
    await workbench.screenshot("write-til-tags");
    await workbench.press("Enter");
    await workbench.activeTab("만료-TTL-은-언제-지워질까.md");
    const file = folder.at(`TIL/${month}/${today()}-만료-TTL-은-언제-지워질까.md`);
    expect(readFileSync(file, "utf8")).toContain(`title: '만료: "TTL"은 언제 지워질까?'\n`);
    expect(readFileSync(file, "utf8")).toMatch(
      /\ncategories: \[TIL\]\ntags: \[레디스, 캐시\]\nlink: https:\/\/redis\.io\/docs\/latest\/commands\/expire\/\n---\n\n- \n$/,
    );
  });

  it("gives the same title on the same day a number", async () => {
    await workbench.setClipboard("링크가 아님");
    for (const name of ["같은-제목.md", "같은-제목-2.md"]) {
      await workbench.runCommand("TIL 쓰기");
      await workbench.fillQuickInput("같은 제목");
      await workbench.acceptQuickInput();
      await waitFor("the question for tags", async () =>
        (await workbench.quickInput.textContent())?.includes("TIL의 태그"),
      );
      await workbench.press("Enter");
      await workbench.activeTab(name);
      expect(existsSync(folder.at(`TIL/${month}/${today()}-${name}`))).toBe(true);
    }
  });

  it("does not take Enter within a syllable for an answer", async () => {
    const before = readdirSync(folder.at("TIL"), { recursive: true }).length;
    await workbench.runCommand("TIL 쓰기");
    await workbench.fillQuickInput("한");
    await workbench.press("End");
    await workbench.compose(["ㄱ", "그", "글"]);
    await workbench.pressEnterWhileComposing();
    await workbench.page.waitForTimeout(300);
    expect(await workbench.quickInputValue()).toBe("한글");
    expect(readdirSync(folder.at("TIL"), { recursive: true }).length).toBe(before);
    await workbench.commitComposition("글");
    expect(await workbench.quickInputValue()).toBe("한글");
  });

  it("says the line of a broken template and creates nothing", async () => {
    folder.write(".tomaknote/templates/til.md", "---\ntitle: {{ title | yaml }}\n---\n\n{{ title | 없는필터 }}\n");
    await workbench.runCommand("TIL 쓰기");
    await workbench.fillQuickInput("만들어지지 않을 글");
    await workbench.acceptQuickInput();
    await waitFor("the question for tags", async () =>
      (await workbench.quickInput.textContent())?.includes("TIL의 태그"),
    );
    await workbench.press("Enter");
    await workbench.notification("til.md 5번째 줄에 문제가 있어 아무것도 만들지 않았어요");
    await workbench.screenshot("write-broken-template");
    expect(readdirSync(folder.at("TIL"), { recursive: true }).join()).not.toContain("만들어지지");
    await workbench.clickNotificationButton("템플릿 열기");
    await workbench.activeTab("til.md");
  });
});
