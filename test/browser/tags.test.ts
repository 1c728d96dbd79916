import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

describe("태그", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeEach(async () => {
    folder = testFolder("노트");
    folder.write("TIL/2025-05-01-빈.md", note("빈의 수명", "2025-05-01", ["스프링", "자바"], "- 컨테이너 #스프링"));
    folder.write("TIL/2025-05-02-부트.md", note("스프링 부트", "2025-05-02", ["스프링/부트"], "- 자동 설정"));
    folder.write("TIL/2025-05-03-큐.md", note("카프카", "2025-05-03", ["카프카", "K8S"], "- 파티션"));
    folder.write("TIL/2025-05-04-팟.md", note("파드", "2025-05-04", ["k8s"], "- 스케줄러"));
    folder.write("글.md", "---\ntitle: 글\ntags: []\n---\n\n- 오늘 \n");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
  });

  afterEach(async () => {
    await workbench?.close();
    folder.remove();
  });

  const read = (path: string): string => readFileSync(folder.at(path), "utf8");
  const suggestion = (text: string) =>
    workbench.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: text }).first();

  async function openNote(name: string): Promise<void> {
    await workbench.press("Control+p");
    await workbench.fillQuickInput(name);
    await (await workbench.quickPickRow(name)).waitFor();
    await workbench.acceptQuickInput();
    await workbench.activeTab(name);
    await workbench.editorFocused();
  }

  it("are completed while Hangul is typed, in front matter and after #", async () => {
    await workbench.treeRow("2025년");
    await openNote("글.md");
    await workbench.press("Control+Home", "ArrowDown", "ArrowDown", "End", "ArrowLeft");
    await workbench.press("Control+Space");
    await suggestion("스프링").waitFor();
    await workbench.compose(["ㅅ"]);
    await workbench.commitComposition("ㅅ");
    await workbench.compose(["ㅍ"]);
    await workbench.commitComposition("ㅍ");
    await waitFor("only what fits", async () => !(await suggestion("카프카").isVisible()));
    await suggestion("스프링/부트").waitFor();
    await workbench.screenshot("tags-front-matter");
    await workbench.press("Enter");
    await waitFor("the tag", async () => (await workbench.editorText()).includes("tags: [스프링]"));
    await workbench.press("Control+End", "ArrowUp", "End");
    await workbench.page.keyboard.type("#");
    await suggestion("스프링").waitFor();
    await workbench.compose(["ㅋ", "카"]);
    await workbench.commitComposition("카");
    await suggestion("카프카").waitFor();
    await waitFor("only what fits", async () => !(await suggestion("스프링").isVisible()));
    await workbench.screenshot("tags-completion");
    await workbench.press("Enter");
    await workbench.save();
    expect(read("글.md")).toBe("---\ntitle: 글\ntags: [스프링]\n---\n\n- 오늘 #카프카\n");
  });

  it("are renamed after showing what changes, from the tree", async () => {
    await workbench.runCommand("태그로 묶어 보기");
    await workbench.treeRow("스프링");
    await workbench.screenshot("tags-tree");
    await workbench.chooseRowMenu("스프링", "이 태그의 이름 바꾸기");
    await workbench.fillQuickInput("framework/spring");
    await workbench.acceptQuickInput();
    await workbench.quickPickRow("빈의 수명");
    await workbench.page.waitForTimeout(500); // the list fades in
    await workbench.screenshot("tags-rename-preview");
    await workbench.acceptQuickInput();
    await waitFor("renamed", () => read("TIL/2025-05-02-부트.md").includes("tags: [framework/spring/부트]"));
    await waitFor("renamed", () => read("TIL/2025-05-01-빈.md").includes("#framework/spring"));
    expect(read("TIL/2025-05-01-빈.md")).toBe(
      note("빈의 수명", "2025-05-01", ["framework/spring", "자바"], "- 컨테이너 #framework/spring"),
    );
    await workbench.treeRow("framework");
    await workbench.notification("노트 2편의 태그를 #framework/spring");
  });

  it("in several spellings are suggested to be one", async () => {
    await workbench.runCommand("태그 정리");
    await workbench.quickPickRow("대소문자만 달라요");
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot("tags-tidy");
    await workbench.acceptQuickInput();
    await workbench.quickPickRow("k8s");
    await workbench.screenshot("tags-tidy-keep");
    await workbench.chooseQuickPick("k8s");
    // The list of tags before it has the tag, only the preview has the note's path.
    await workbench.quickPickRow("2025-05-03-큐.md");
    await workbench.acceptQuickInput();
    await waitFor("merged", () => read("TIL/2025-05-03-큐.md").includes("tags: [카프카, k8s]"));
  });

  it("show their notes when pointed at, and lead to them", async () => {
    await workbench.treeRow("2025년");
    await openNote("2025-05-01-빈.md");
    const tag = workbench.page
      .locator(".view-line", { hasText: "#스프링" })
      .locator("span", { hasText: "스프링" })
      .last();
    const hover = workbench.page.locator(".monaco-hover", { hasText: "모든 노트 보기" }).first();
    await waitFor("the hover", async () => {
      const box = await tag.boundingBox();
      if (box === null) return false;
      await workbench.page.mouse.move(box.x + box.width - 12, box.y + box.height / 2);
      return hover.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.screenshot("tags-hover");
    await hover.locator("a", { hasText: "모든 노트 보기" }).click();
    await workbench.quickPickRow("스프링 부트");
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot("tags-notes");
    await workbench.fillQuickInput("ㅅㅍㄹ");
    await workbench.acceptQuickInput();
    await workbench.activeTab("2025-05-02-부트.md");
  });
});
