import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { type TestFolder, testFolder } from "./support.ts";

const DIARY =
  "# 2024년\n\n## 2024-06-01 잠금\n\n- 락\n\n## 2024-06-02 줄서기\n\n- 큐\n\n## 2024-06-03 산책\n\n- 늦은 봄\n";

describe("a repository as it is", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("블로그");
    folder.write("일기/2024.md", DIARY.replace("2024-06-03", "2024-06-03"));
    folder.write("_config.yml", "title: 블로그\n");
    for (let day = 1; day <= 6; day++)
      folder.write(
        `_posts/2024-04-0${day}-글-${day}.md`,
        `---\nlayout: post\ntitle: "글 ${day}"\ntag: [a${day}]\n---\n\n본문\n`,
      );
    folder.write("README.md", "# 블로그\n\n글을 모아 둔 곳입니다.\n");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2024년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  it("is understood, and new notes follow it when the person says so", async () => {
    await workbench.notification("이 폴더는 Jekyll 블로그 같아요: 글 10편, 날짜는 파일 이름에서");
    const [offer] = await workbench.notifications();
    expect(offer).toContain("머리말(YAML)을 layout, title, tag 순서로 적을까요?");
    await workbench.screenshot("layout-offer");
    await workbench.clickNotificationButton("이렇게 하기");
    const settings = (): string => {
      const file = folder.at(".vscode", "settings.json");
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    };
    await waitFor("the settings written", () => settings().includes("tomaknote.til.path"));
    expect(JSON.parse(settings())).toMatchObject({
      "tomaknote.tomak.path": "_posts/{{ date }}-{{ slug }}.md",
      "tomaknote.til.path": "_posts/{{ date }}-{{ slug }}.md",
    });
    const template = folder.at(".tomaknote", "templates", "til.md");
    await waitFor("the template written", () => existsSync(template));
    expect(readFileSync(template, "utf8")).toMatch(/^---\nlayout: post\ntitle: \{\{ title \| quoted \}\}\ntag: /);
  });

  it("shows the days of a diary, and why a README is in no month", async () => {
    await workbench.expandRow("2024년");
    await workbench.expandRow("6월");
    await workbench.treeRow("잠금");
    const rows = (await workbench.treeRows()).map(({ label }) => label);
    expect(rows).toEqual(expect.arrayContaining(["산책", "줄서기", "잠금"]));
    await workbench.expandRow("날짜 없음");
    await workbench.hover(await workbench.treeRow("블로그"), "저장소를 소개하는 문서예요");
    await workbench.screenshot("diary-tree");
  });

  it("takes one day out of a diary, which undo puts back", async () => {
    await workbench.clickRow("줄서기");
    await waitFor("the day's line", async () => (await workbench.cursor())?.line === 7);
    await workbench.chooseRowMenu("줄서기", "지우기");
    await workbench.page.locator(".monaco-dialog-box", { hasText: "파일은 남고 이 부분만 지웁니다" }).waitFor();
    await workbench.screenshot("diary-delete");
    await workbench.clickDialogButton("이 부분 지우기");
    const onDisk = (): string => readFileSync(folder.at("일기", "2024.md"), "utf8");
    await waitFor("the day gone", () => !onDisk().includes("줄서기"));
    expect(onDisk()).toBe(DIARY.replace("2024-06-03", "2024-06-03").replace("## 2024-06-02 줄서기\n\n- 큐\n\n", ""));
    await workbench.focusEditor();
    await workbench.press("ControlOrMeta+Z");
    await workbench.save();
    await waitFor("the day back", () => onDisk() === DIARY.replace("2024-06-03", "2024-06-03"));
  });
});
