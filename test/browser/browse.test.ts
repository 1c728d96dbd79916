import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

describe("훑기, as a person does it", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write(
      "토막글/2024/05/2024-05-30-토막글-1.md",
      note("오늘의 토막글 1", "2024-05-30", ["산책"], "- 늦은 봄 산책"),
    );
    folder.write("토막글/2024/06/2024-06-02-토막글-2.md", note("오늘의 토막글 2", "2024-06-02", [], "- 유월 첫 토막"));
    folder.write(
      "TIL/2024/06/2024-06-03-빈.md",
      note("스프링 빈의 수명", "2024-06-03", ["자바/스프링", "수명"], "- 싱글턴이 기본"),
    );
    folder.write("TIL/2024/06/2024-06-04-큐.md", note("자바 큐", "2024-06-04", ["자바"], "- ArrayDeque가 빠름"));
    folder.write("메모.md", "언젠가 읽을 것\n");
    folder.write("깨진.md", "---\ntitle: [닫지 않은\n---\n\n- 그래도 보인다\n");
    folder.write("node_modules/x/README.md", "# 노트가 아님\n");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2024년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  afterEach(async () => {
    await workbench.press("Escape");
  });

  const rows = async (): Promise<string[]> =>
    (await workbench.treeRows()).map(({ label, description, level }) =>
      `${"  ".repeat(level - 1)}${label} ${description}`.trimEnd(),
    );

  it("groups by year and month, newest first, with counts, undated notes last", async () => {
    await workbench.expandRow("2024년");
    await workbench.expandRow("6월");
    await workbench.expandRow("5월");
    await workbench.expandRow("날짜 없음");
    await workbench.treeRow("메모");
    expect(await rows()).toEqual([
      "2024년 토막글 2 · TIL 2",
      "  6월 토막글 1 · TIL 2",
      "    자바 큐 4일 화",
      "    스프링 빈의 수명 3일 월",
      "    오늘의 토막글 2 2일 일",
      "  5월 토막글 1",
      "    오늘의 토막글 1 30일 목",
      "날짜 없음 노트 2",
      expect.stringMatching(/^ {2}.*$/),
      "  메모",
    ]);
    await workbench.screenshot("browse-months");
  });

  it("shows the first lines, the tags and where the date came from when the pointer rests on a note", async () => {
    const hover = await workbench.hover(await workbench.treeRow("스프링 빈의 수명"), "싱글턴이 기본");
    const text = await hover.textContent();
    expect(text).toContain("자바/스프링, 수명");
    expect(text).toContain("2024-06-03 (파일 이름에서)");
    await workbench.screenshot("browse-tooltip");
  });

  it("follows the disk and keeps what is open and selected", async () => {
    await workbench.clickRow("자바 큐");
    const before = await rows();
    const timed = async (what: string, seen: () => Promise<boolean>): Promise<void> => {
      const start = performance.now();
      await waitFor(what, seen);
      console.log(`${what} seen after ${Math.round(performance.now() - start)} ms`);
    };
    folder.write("토막글/2024/06/2024-06-05-토막글-3.md", note("오늘의 토막글 3", "2024-06-05", [], "- 새 글"));
    await timed("a new note", async () => (await rows()).includes("    오늘의 토막글 3 5일 수"));
    folder.write("토막글/2024/06/2024-06-05-토막글-3.md", note("오늘의 토막글 33", "2024-06-05", [], "- 고친 글"));
    await timed("a changed note", async () => (await rows()).includes("    오늘의 토막글 33 5일 수"));
    folder.write("토막글/2024/06/2024-06-06-토막글-4.md", note("오늘의 토막글 4", "2024-06-06", [], "- 또 새 글"));
    await timed("another new note", async () => (await rows()).includes("    오늘의 토막글 4 6일 목"));
    rmSync(folder.at("토막글/2024/06/2024-06-06-토막글-4.md"));
    await timed("a note gone", async () => !(await rows()).includes("    오늘의 토막글 4 6일 목"));
    renameSync(folder.at("토막글/2024/06"), folder.at("토막글/2024/유월"));
    await timed(
      "a renamed folder",
      async () => (await rows()).includes("    오늘의 토막글 33 5일 수") && !existsSync(folder.at("토막글/2024/06")),
    );
    rmSync(folder.at("토막글/2024/유월/2024-06-05-토막글-3.md"));
    await timed("a note gone", async () => !(await rows()).includes("    오늘의 토막글 33 5일 수"));
    renameSync(folder.at("토막글/2024/유월"), folder.at("토막글/2024/06"));
    expect(await rows()).toEqual(before);
    const selected = workbench.sideBar.locator('.monaco-list-row[role="treeitem"].selected');
    expect(await selected.textContent()).toContain("자바 큐");
  });

  it("does not look at what is left out", async () => {
    mkdirSync(folder.at("node_modules/y"), { recursive: true });
    folder.write("node_modules/y/2024-06-09-새.md", note("보이면 안 되는 글", "2024-06-09", [], "- 설치됨"));
    folder.write(".git/2024-06-09-새.md", note("보이면 안 되는 글", "2024-06-09", [], "- 깃"));
    folder.write("2024-06-10-뒤.md", note("나중 글", "2024-06-10", [], "- 뒤"));
    await workbench.treeRow("나중 글");
    expect((await rows()).join("\n")).not.toContain("보이면 안 되는");
    rmSync(folder.at("2024-06-10-뒤.md"));
    await waitFor("gone", async () => !(await rows()).join().includes("나중 글"));
  });

  it("narrows by title, tag and 초성 while it is typed, and Escape puts all back", async () => {
    await workbench.runCommand("노트 거르기");
    await workbench.fillQuickInput("ㅌㅁㄱ");
    await waitFor("only 토막글", async () => (await rows()).length === 5);
    expect(await rows()).toEqual([
      "2024년 토막글 2",
      "  6월 토막글 1",
      "    오늘의 토막글 2 2일 일",
      "  5월 토막글 1",
      "    오늘의 토막글 1 30일 목",
    ]);
    await workbench.screenshot("browse-filter");
    await workbench.fillQuickInput("#스프");
    await waitFor(
      "only the tag",
      async () => (await rows()).join().includes("스프링 빈의 수명") && (await rows()).length === 3,
    );
    await workbench.press("Escape");
    await workbench.treeRow("메모");
    await workbench.treeRow("자바 큐");
  });

  it("groups by tag, nested", async () => {
    await workbench.clickViewAction("태그로 묶어 보기");
    await workbench.treeRow("산책");
    await workbench.expandRow("자바");
    await workbench.expandRow("스프링");
    await workbench.treeRow("스프링 빈의 수명");
    expect(await rows()).toEqual([
      "산책 토막글 1",
      "수명 TIL 1",
      "자바 TIL 2",
      "  스프링 TIL 1",
      "    스프링 빈의 수명 2024-06-03",
      "  자바 큐 2024-06-04",
      "태그 없음 토막글 1 · 노트 2",
    ]);
    await workbench.screenshot("browse-tags");
    await workbench.clickViewAction("달로 묶어 보기");
    await workbench.treeRow("2024년");
  });

  it("adds and removes a tag by the smallest edit", async () => {
    const file = folder.at("TIL/2024/06/2024-06-04-큐.md");
    const before = readFileSync(file, "utf8");
    await workbench.chooseRowMenu("자바 큐", "태그 붙이기");
    await workbench.fillQuickInput("자료구조");
    await workbench.quickPickRow("새 태그");
    await workbench.press("Enter");
    await waitFor("the tag on disk", () => readFileSync(file, "utf8") === before.replace("[자바]", "[자바, 자료구조]"));
    await workbench.chooseRowMenu("자바 큐", "태그 떼기");
    await workbench.tickQuickPick("자료구조");
    await workbench.press("Enter");
    await waitFor("the tag gone", () => readFileSync(file, "utf8") === before);
  });

  it("does not write into a note it cannot read, and says why", async () => {
    const before = readFileSync(folder.at("깨진.md"), "utf8");
    const broken = (await workbench.treeRows()).find(({ label }) => /깨진|닫지/.test(label))?.label ?? "";
    await (await workbench.treeRow(broken)).click({ button: "right" });
    await workbench.page.locator(".monaco-menu .action-item", { hasText: "지우기" }).waitFor();
    expect(await workbench.page.locator(".monaco-menu .action-item", { hasText: "태그 붙이기" }).count()).toBe(0);
    await workbench.press("Escape");
    await workbench.hover(await workbench.treeRow(broken), "읽을 수 없어요");
    await workbench.screenshot("browse-broken");
    expect(readFileSync(folder.at("깨진.md"), "utf8")).toBe(before);
  });

  it("reveals the note in the editor", async () => {
    await workbench.clickRow("스프링 빈의 수명");
    await workbench.activeTab("빈.md");
    await (await workbench.treeRow("2024년")).locator(".monaco-tl-twistie").click();
    await waitFor("folded", async () => !(await rows()).join().includes("스프링 빈의 수명"));
    await workbench.focusEditor();
    await workbench.runCommand("지금 노트를 트리에서 보기");
    await workbench.treeRow("스프링 빈의 수명");
    const selected = workbench.sideBar.locator('.monaco-list-row[role="treeitem"].selected');
    expect(await selected.textContent()).toContain("스프링 빈의 수명");
  });

  it("deletes a note after asking", async () => {
    const file = folder.at("TIL/2024/06/2024-06-04-큐.md");
    await workbench.chooseRowMenu("자바 큐", "지우기");
    await workbench.page.locator(".monaco-dialog-box", { hasText: "'자바 큐'를 지울까요?" }).waitFor();
    await workbench.screenshot("browse-delete");
    await workbench.clickDialogButton("Cancel");
    expect(existsSync(file)).toBe(true);
    await workbench.chooseRowMenu("자바 큐", "지우기");
    await workbench.clickDialogButton("휴지통으로 옮기기");
    const sure = workbench.page.locator(".monaco-dialog-box", { hasText: "휴지통이 없어요" });
    await waitFor("gone or asked again", async () => !existsSync(file) || (await sure.isVisible()));
    if (existsSync(file)) {
      await workbench.screenshot("browse-delete-no-trash");
      await workbench.clickDialogButton("완전히 지우기");
    }
    await waitFor("the file gone", () => !existsSync(file));
    await waitFor("the row gone", async () => !(await rows()).join().includes("자바 큐"));
  });

  it("writes into a month from its row", async () => {
    await workbench.chooseRowMenu("5월", "이 달의 TIL 쓰기");
    await waitFor(
      "the last day of the month suggested",
      async () => (await workbench.quickInputValue()) === "2024-05-31",
    );
    await workbench.acceptQuickInput();
    await waitFor("the question for a title", async () =>
      (await workbench.quickInput.textContent())?.includes("배운 것의 제목"),
    );
    await workbench.fillQuickInput("오월의 배움");
    await workbench.acceptQuickInput();
    await waitFor("the question for tags", async () =>
      (await workbench.quickInput.textContent())?.includes("TIL의 태그"),
    );
    await workbench.press("Enter");
    await workbench.activeTab("2024-05-31-오월의-배움.md");
    expect(existsSync(folder.at("TIL/2024/05/2024-05-31-오월의-배움.md"))).toBe(true);
  });
});
