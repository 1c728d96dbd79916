import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { expectRows, note, type TestFolder, testFolder } from "./support.ts";

describe("노트 찾기, as a person does it", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write(
      "TIL/2025/05/2025-05-03-카프카-리밸런싱.md",
      note(
        "카프카 리밸런싱",
        "2025-05-03",
        ["Study/Kafka"],
        "- 파티션을 다시 나누는 동안 컨슈머는 멈춘다\n\n## 레디스와 견주기\n\n- 스트림은 그룹이 다르다",
      ),
    );
    folder.write(
      "토막글/2025/05/2025-05-20-토막글-95.md",
      note(
        "오늘의 토막글 95",
        "2025-05-20",
        ["일상"],
        "- 아침에 정규표현식을 배웠습니다\n- 점심에는 카프카 이야기를 오래 나누었습니다\n- 저녁 산책",
      ),
    );
    folder.write(
      "TIL/2025/06/2025-06-01-레디스.md",
      note(
        "레디스 만료키",
        "2025-06-01",
        ["DB", "카프카"],
        "- 만료키는 바로 지워지지 않는다\n- Kafka와 함께 쓸 때 조심할 것",
      ),
    );
    folder.write(
      "토막글/2025/06/2025-06-02-토막글-96.md",
      note("오늘의 토막글 96", "2025-06-02", [], "- 아무 일 없는 하루"),
    );
    folder.write("메모.md", "날짜 없이 적은 카프카 메모\n");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2025년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  afterEach(async () => {
    await workbench.press("Escape", "Escape");
  });

  const openFind = async (): Promise<void> => {
    await workbench.runCommand("노트 찾기 (Find Note)");
    await workbench.quickInput.locator(".quick-input-title", { hasText: "노트 찾기" }).waitFor({ timeout: 30_000 });
  };

  /** Names come first, the others as the texts are looked through. */
  const hits = (expected: readonly unknown[]) => expectRows(workbench).toEqual(expected);

  /** The rows once the first of them has this text. */
  const rows = async (first: string): Promise<readonly string[]> =>
    waitFor(`a first row "${first}"`, async () => {
      const shown = await workbench.quickPickRows();
      return shown[0]?.includes(first) && shown;
    });

  it("ranks titles, tags, headings and bodies, and shows the line", async () => {
    await openFind();
    await workbench.type("카프카");
    await hits([
      expect.stringContaining("카프카 리밸런싱"),
      expect.stringMatching(/레디스 만료키.*#DB #카프카/),
      expect.stringMatching(/오늘의 토막글 95.*점심에는 카프카 이야기를/),
      expect.stringContaining("날짜 없이 적은 카프카 메모"),
    ]);
    await workbench.screenshot("find-word");
  });

  it("finds while a syllable is composed, and Enter during it opens nothing", async () => {
    await openFind();
    await workbench.type("정규");
    await workbench.compose(["ㅍ", "표", "푷"]);
    await workbench.compose(["표"]);
    await rows("오늘의 토막글 95");
    const before = await workbench.tabs();
    await workbench.pressEnterWhileComposing();
    expect(await workbench.tabs()).toEqual(before);
    await workbench.commitComposition("표");
    await workbench.compose(["ㅎ", "혀", "현"]);
    await hits([expect.stringContaining("오늘의 토막글 95")]);
    await workbench.screenshot("find-composing");
    await workbench.commitComposition("현");
    await workbench.acceptQuickInput();
    await workbench.activeTab("2025-05-20-토막글-95.md");
    await workbench.editorFocused();
    expect(await workbench.page.locator(".part.statusbar").textContent()).toMatch(/Ln 7, Col 11 \(4 selected\)/);
  });

  it("finds by initials, by a tag and by a kind and a month", async () => {
    await openFind();
    await workbench.type("레ㄷㅅ");
    await hits([
      expect.stringContaining("레디스 만료키"),
      expect.stringMatching(/카프카 리밸런싱.*## 「레디스」와 견주기/),
    ]);
    await workbench.screenshot("find-initials");
    await workbench.fillQuickInput("#study");
    await hits([expect.stringContaining("카프카 리밸런싱")]);
    await workbench.fillQuickInput("종류:til 2025-06");
    await hits([expect.stringContaining("레디스 만료키")]);
    await workbench.fillQuickInput("없는 낱말");
    await rows("맞는 노트가 없어요");
    await workbench.screenshot("find-nothing");
  });

  it("shows a note on an arrow key and goes back on Escape", async () => {
    await openFind();
    await workbench.type("이야기");
    await rows("오늘의 토막글 95");
    await workbench.acceptQuickInput();
    await workbench.activeTab("2025-05-20-토막글-95.md");
    await workbench.editorFocused();
    await openFind();
    await workbench.type("카프카");
    await waitFor("four hits", async () => (await workbench.quickPickRows()).length === 4);
    await workbench.press("ArrowDown");
    await workbench.activeTab("2025-06-01-레디스.md");
    await workbench.press("ArrowUp");
    await workbench.activeTab("2025-05-03-카프카-리밸런싱.md");
    await workbench.screenshot("find-preview");
    await workbench.press("Escape");
    await workbench.activeTab("2025-05-20-토막글-95.md");
    await waitFor("the shown note closed", async () => (await workbench.tabs()).length === 1);
    await workbench.editorFocused();
  });

  it("finds what was written a moment ago", async () => {
    folder.write("메모-2.md", "방금 적은 은하수\n");
    await workbench.expandRow("날짜 없음");
    await workbench.treeRow("메모-2");
    await openFind();
    await workbench.type("은하수");
    await rows("메모-2");
  });
});
