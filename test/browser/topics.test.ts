import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder, today } from "./support.ts";

const SCAN = "TIL/2024-06-03-스캔.md";
const EXPIRED = "TIL/2024-06-04-만료.md";

const event = (path: string, title: string, what: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ at: new Date().toISOString(), note: path, title, gist: "", ...what })}\n`;
const missed = { event: "review", recalled: "unknown", asked: "title" };

describe("글감, as a person does it", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write("_config.yml", "theme: jekyll-theme-chirpy\n");
    folder.write(SCAN, note("KEYS 대신 SCAN", "2024-06-03", ["Redis"], "- 운영에서 KEYS는 TTL과 무관하게 막음"));
    folder.write(EXPIRED, note("만료된 키", "2024-06-04", ["Redis", "캐시"], "- TTL이 지나도 바로 지우지 않음"));
    folder.write("TIL/2024-06-05-루프.md", note("이벤트 루프", "2024-06-05", ["JS"], "- 큐가 둘"));
    folder.write(
      ".tomaknote/recall.jsonl",
      event(SCAN, "KEYS 대신 SCAN", missed) +
        event(SCAN, "KEYS 대신 SCAN", { ...missed, asked: "blank" }) +
        event(EXPIRED, "만료된 키", missed),
    );
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    await workbench.treeRow("2024년");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  const rows = async (): Promise<string[]> =>
    (await workbench.treeRows())
      .filter(({ label }) => !/^\d{4}년$/.test(label))
      .map(({ label, description, level }) => `${"  ".repeat(level - 1)}${label} ${description}`.trimEnd());

  it("shows what could not be recalled, with why, and below it what has to do with it", async () => {
    await workbench.runCommand("Focus on 글감");
    await workbench.treeRow("KEYS 대신 SCAN");
    expect(new Set(await rows())).toEqual(
      new Set(["KEYS 대신 SCAN 두 번 놓쳤어요 · 오늘", "만료된 키 모르겠어요 · 오늘"]),
    );
    await (await workbench.treeRow("KEYS 대신 SCAN")).locator(".monaco-tl-twistie").click();
    await waitFor("the related note", async () =>
      (await rows()).includes("  만료된 키 같은 태그: Redis · 함께 나온 말: TTL"),
    );
    const label = await (await workbench.treeRow("KEYS 대신 SCAN")).getAttribute("aria-label");
    expect(label).toContain("글감, KEYS 대신 SCAN, 두 번 놓쳤어요 · 오늘");
    await workbench.hover(await workbench.treeRow("KEYS 대신 SCAN"), "운영에서 KEYS는");
    await workbench.screenshot("topics-tooltip");
  });

  it.each([
    ["dark", "Default Dark Modern", "vs-dark"],
    ["light", "Default Light Modern", "vs"],
  ])("looks right in %s", async (name, theme, kind) => {
    folder.write(".vscode/settings.json", JSON.stringify({ "workbench.colorTheme": theme }));
    await workbench.page.locator(`.monaco-workbench.${kind}`).waitFor();
    await workbench.page.mouse.move(800, 500);
    await workbench.treeRow("두 번 놓쳤어요");
    await workbench.screenshot(`topics-${name}`);
  });

  it("starts a post by keyboard, with the notes that are ticked", async () => {
    await workbench.runCommand("Focus on 글감");
    await workbench.press("Home", "Enter");
    await workbench.activeTab("스캔.md");
    await workbench.runCommand("글로 쓰기");
    await workbench.quickPickRow("만료된 키");
    expect(await workbench.quickInput.textContent()).toContain("함께 나온 말: TTL");
    await workbench.screenshot("topics-pick");
    await workbench.press("Enter");
    await workbench.activeTab("KEYS-대신-SCAN.md");
    await workbench.editorFocused();
    await workbench.type("운영에서 멈춘 서버 이야기");
    await workbench.screenshot("topics-draft");
    await workbench.save();
    const draft = readFileSync(folder.at("_drafts/KEYS-대신-SCAN.md"), "utf8");
    expect(draft).toMatch(/\ntags: \[Redis, 캐시\]\n---\n\n운영에서 멈춘 서버 이야기\n\n## 어떤 문제였나\n/);
    expect(draft).toContain("**만료된 키**");
  });

  it("shows the draft below its topic, and leaves the list when the post is out", async () => {
    await waitFor("the draft", async () => (await rows()).includes("  KEYS 대신 SCAN 쓰고 있는 글"));
    expect((await rows()).join("\n")).toContain("KEYS 대신 SCAN 두 번 놓쳤어요 · 오늘 · 쓰는 중");
    const draft = readFileSync(folder.at("_drafts/KEYS-대신-SCAN.md"), "utf8");
    folder.write("_posts/2026-01-01-KEYS-대신-SCAN.md", draft);
    const before = readFileSync(folder.at(".tomaknote/recall.jsonl"), "utf8");
    const moved = { event: "post", post: "_posts/2026-01-01-KEYS-대신-SCAN.md" };
    folder.write(".tomaknote/recall.jsonl", before + event(SCAN, "KEYS 대신 SCAN", moved));
    await waitFor("the topic gone", async () => !(await rows()).join().includes("두 번 놓쳤어요"));
    expect((await rows()).join()).toContain("만료된 키 모르겠어요");
    await workbench.runCommand("Focus on 노트");
    await workbench.expandRow("2024년");
    await workbench.expandRow("6월");
    await workbench.hover(await workbench.treeRow("3일 월"), "KEYS 대신 SCAN에 실림");
    await workbench.screenshot("topics-published");
  });

  it("puts a topic away, and says how to come by another when none is left", async () => {
    await workbench.runCommand("Focus on 글감");
    await workbench.chooseRowMenu("모르겠어요", "글감에서 빼기");
    await workbench.sideBar.locator(".welcome-view", { hasText: "글감이 되어 여기에 모여요" }).waitFor();
    await workbench.screenshot("topics-empty");
    expect(readFileSync(folder.at(".tomaknote/recall.jsonl"), "utf8")).toMatch(
      /"event":"topic","state":"removed"\}\n$/,
    );
  });

  it("begins notes of a conference from their template", async () => {
    await workbench.runCommand("새 글 시작하기");
    await workbench.chooseQuickPick("세션 노트");
    await workbench.fillQuickInput("가을 콘퍼런스");
    await workbench.acceptQuickInput();
    await workbench.activeTab("가을-콘퍼런스.md");
    await workbench.editorFocused();
    await workbench.type("14:00");
    await workbench.save();
    const path = `세션/${today()}-가을-콘퍼런스.md`;
    expect(existsSync(folder.at(path))).toBe(true);
    expect(readFileSync(folder.at(path), "utf8")).toContain("\n## [14:00 ~  트랙 ] 제목\n");
  });

  it("goes on with a series at its next number, in the title and in the headings", async () => {
    const last =
      "---\ntitle: 12차시 4:함께읽기\ndate: 2026-01-02\ncategories: [함께읽기]\n---\n\n## 46. 하나\n\n### 46.1 배경\n\n## 60. 끝\n";
    folder.write("_posts/2026-01-02-함께.md", last);
    await waitFor("the series offered", async () => {
      await workbench.runCommand("새 글 시작하기");
      await workbench.chooseQuickPick("시리즈 글");
      await waitFor("an answer", async () =>
        /13차시|첫 글의 제목/.test((await workbench.quickInput.textContent()) ?? ""),
      );
      if ((await workbench.quickInput.textContent())?.includes("13차시 4:함께읽기")) return true;
      await workbench.press("Escape");
      return false;
    });
    await workbench.screenshot("topics-series");
    await workbench.chooseQuickPick("13차시");
    await waitFor("the title", async () => (await workbench.quickInputValue()) === "13차시 4:함께읽기");
    await workbench.acceptQuickInput();
    await workbench.activeTab("13차시-4-함께읽기.md");
    await workbench.editorFocused();
    await workbench.type("첫 꼭지");
    await workbench.save();
    const text = readFileSync(folder.at("_drafts/13차시-4-함께읽기.md"), "utf8");
    expect(text).toContain("categories: [함께읽기]\n");
    expect(text).toContain("\n## 61. 첫 꼭지\n\n- 출처: \n\n### 61.1 \n");
  });
});
