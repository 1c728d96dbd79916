import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { chooseInDialog, expectRows, type TestFolder, testFolder } from "./support.ts";

const A = "0123456789abcdef0123456789abcdef";
const B = "fedcba9876543210fedcba9876543210";

/** The form of an export of Notion: a zip in a zip, a page below a page, a picture, a table. */
const NOTION = zipSync({
  "ExportBlock-1-Part-1.zip": zipSync({
    [`개인 페이지/📚 공부 ${A}.md`]: strToU8(
      `# 📚 공부\n\n생성 일시: 2023년 3월 4일 오후 2:11\n태그: 레디스\n\n[아래](%F0%9F%93%9A%20%EA%B3%B5%EB%B6%80%20${A}/%EC%95%84%EB%9E%98%20${B}.md)\n\n![](%F0%9F%93%9A%20%EA%B3%B5%EB%B6%80%20${A}/a.png) ![](없음.png)\n`,
    ),
    [`개인 페이지/📚 공부 ${A}/아래 ${B}.md`]: strToU8("# 아래\n\n날짜: 2023년 3월 5일\n\n글\n"),
    [`개인 페이지/📚 공부 ${A}/a.png`]: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    [`개인 페이지/표 ${B}.csv`]: strToU8("이름\n아래\n"),
  }),
});

describe("다른 곳의 글 가져오기, as a person does it", () => {
  let folder: TestFolder;
  let elsewhere: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write("TIL/2024/01/2024-01-02-있던-글.md", "---\ntitle: 있던 글\ndate: 2024-01-02\n---\n\n- 글\n");
    elsewhere = testFolder("내려받은-것");
    writeFileSync(elsewhere.at("notion.zip"), NOTION);
    writeFileSync(elsewhere.at("나쁜.zip"), zipSync({ "글.md": strToU8("글"), "../밖.md": strToU8("x") }));
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2024년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
    elsewhere.remove();
  });

  afterEach(async () => {
    await workbench.press("Escape");
  });

  const pick = async (target: string): Promise<void> => {
    await workbench.runCommand("다른 곳의 글 가져오기");
    await workbench.chooseQuickPick("파일");
    await chooseInDialog(workbench, target, /가져오기/);
  };
  /** Reading so many takes its time. */
  const asked = (row: string) =>
    waitFor(`"${row}" asked`, async () => (await workbench.quickPickRows()).some((one) => one.includes(row)), 120_000);
  const notesOf = (of: string): readonly string[] => (existsSync(folder.at(of)) ? readdirSync(folder.at(of)) : []);

  it("shows what a zip would become, makes it in one step, and takes it back in one", async () => {
    await pick(elsewhere.at("notion.zip"));
    await workbench.chooseQuickPick("그 밖의 노트");
    await workbench.quickPickRow("📚 공부");
    await workbench.screenshot("bring-in-list");
    await expectRows(workbench).toEqual([
      expect.stringMatching(/📚 공부.*노트 · 노트\/2023\/03\/2023-03-04-📚-공부\.md · 그림 1개/),
      expect.stringMatching(/아래.*노트\/2023\/03\/2023-03-05-아래\.md/),
    ]);
    expect(notesOf("노트")).toEqual([]);
    await workbench.press("Enter");
    await workbench.notification("Notion에서 노트 2편, 그림 1개를 만들었어요");
    await workbench.screenshot("bring-in-summary");
    expect(readFileSync(folder.at("노트/2023/03/2023-03-04-📚-공부.md"), "utf8")).toContain(
      "[아래](2023-03-05-아래.md)",
    );
    // What the bell says of itself stands over the button while the pointer is on it.
    await workbench.page.mouse.move(640, 400);
    await workbench.clickNotificationButton("되돌리기");
    await waitFor("all gone", () => !existsSync(folder.at("노트/2023/03/2023-03-04-📚-공부.md")));
  });

  it("says why a zip that leads outside is refused, and makes nothing", async () => {
    await pick(elsewhere.at("나쁜.zip"));
    await workbench.notification("'../밖.md'이 밖의 폴더를 가리키거나");
    await workbench.screenshot("bring-in-refused");
    expect(notesOf("글")).toEqual([]);
  });

  /** A post a day, from 2015 on. */
  const posts = Array.from({ length: 1_000 }, (_, index) => {
    const day = new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10);
    const text = `---\ntitle: 글 ${index}\ndate: ${day}\ntags: [하나, 둘]\n---\n\n${`문장 ${index}이 여기에 있다.\n\n`.repeat(40)}`;
    return [`post-${index}.md`, text] as const;
  });

  it("brings a thousand posts in", async () => {
    writeFileSync(
      elsewhere.at("블로그.zip"),
      zipSync(Object.fromEntries(posts.map(([name, text]) => [name, strToU8(text)]))),
    );
    await pick(elsewhere.at("블로그.zip"));
    await asked("블로그에 낸 글");
    await workbench.chooseQuickPick("블로그에 낸 글");
    await asked("글 0");
    await workbench.screenshot("bring-in-thousands");
    await workbench.press("Enter");
    await waitFor("all of them", () => notesOf("글/2017").length > 250 && notesOf("글/2015").length === 365, 120_000);
    await workbench.notification("노트 1000편을 만들었어요");
    expect(notesOf("글/2015")).toHaveLength(365);
  });
});
