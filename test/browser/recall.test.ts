import { existsSync, readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";
import { THEMES, webviewFrame } from "./webview.ts";

const BODY = `## 지우는 두 가지 방법

- **수동 삭제**는 키에 접근할 때 만료를 확인하고 지운다
- \`activeExpireCycle\`이 1초에 열 번, 만료된 키를 골라 지운다
- 자세한 것은 [문서](https://redis.io/docs)에 있다

## 확인하는 법

\`\`\`sh
redis-cli debug sleep 0
redis-cli info keyspace
\`\`\`

1. 키의 수를 본다
2. <b>태그</b>는 글자 그대로 보인다

> 만료는 지연될 수 있다

| 명령 | 뜻 |
| --- | --- |
| TTL | 남은 시간 |
`;

describe("되묻기", () => {
  let folder: TestFolder;
  let workbench: Workbench;
  let page: Frame;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write("TIL/2025-03-07-만료.md", note("Redis 만료 키가 지워지는 때", "2025-03-07", ["redis"], BODY));
    for (const day of [6, 5, 4, 3, 2, 1]) {
      const title = `${day}일에 배운 잠금의 차이`;
      folder.write(`TIL/2025-03-0${day}-잠금.md`, note(title, `2025-03-0${day}`, [], "- 잠금은 하나만 들어가게 한다"));
    }
    workbench = await openWorkbench({ workspace: folder.path, viewport: { width: 1280, height: 900 } });
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  const open = async (): Promise<void> => {
    await workbench.runCommand("아는지 물어보기");
    page = await webviewFrame(workbench, "되묻기");
  };
  const events = (): Record<string, unknown>[] =>
    existsSync(folder.at(".tomaknote/recall.jsonl"))
      ? readFileSync(folder.at(".tomaknote/recall.jsonl"), "utf8")
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line))
      : [];
  const place = (): Promise<string | null> => page.locator(".bar > .quiet").textContent();
  const focused = (): Promise<unknown> => page.evaluate("document.activeElement?.tagName");
  const asking = (position: string) =>
    waitFor(`question ${position}`, async () => (await place()) === position && (await focused()) === "TEXTAREA");
  const reading = () => waitFor("the note", async () => (await focused()) === "H2");
  const answer = (): Promise<string> => page.locator("textarea").inputValue();

  it("says on the icon how many TIL are due", async () => {
    await workbench.openView("토막노트");
    const icon = workbench.page.locator('.activitybar .action-item:has([aria-label*="물어볼 TIL 7개"])');
    await icon.first().waitFor();
  });

  it("asks and shows the note beside the answer, with the keyboard alone", async () => {
    await open();
    await asking("1 / 7");
    await workbench.compose(["ㅅ", "수", "수도"]);
    await workbench.pressEnterWhileComposing();
    await workbench.commitComposition("수동");
    expect(await page.locator(".judging").count()).toBe(0);
    await workbench.type(" 삭제 1");
    await workbench.press("Enter");
    expect(await answer()).toContain("삭제 1\n");
    await workbench.screenshot("recall-question");
    await workbench.press("Control+Enter");
    await reading();
    expect(await page.locator(".note h2").textContent()).toBe("Redis 만료 키가 지워지는 때");
    expect(await page.locator(".written").first().textContent()).toContain("수동");
    expect(await page.locator(".note pre").textContent()).toBe("redis-cli debug sleep 0\nredis-cli info keyspace");
    expect(await page.locator(".note ol li").nth(1).textContent()).toBe("<b>태그</b>는 글자 그대로 보인다");
    expect(await page.locator(".note .link").textContent()).toBe("문서");
    expect(await page.locator("a, main [style], main style, main script").count()).toBe(0);
  });

  it.each(THEMES)("looks right in %s", async (name, theme, kind) => {
    folder.write(".vscode/settings.json", JSON.stringify({ "workbench.colorTheme": theme }));
    await waitFor(theme, async () => (await page.evaluate("document.body.dataset.vscodeThemeKind")) === kind);
    await page.locator(".note h2").focus();
    await workbench.press("Tab", "Tab", "Tab");
    await workbench.screenshot(`recall-${name}`);
  });

  it("stands below one another where the panel is narrow", async () => {
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    await waitFor("one column", async () =>
      page.evaluate(
        "getComputedStyle(document.querySelector('.beside')).gridTemplateColumns.split(' ').length === 1 && document.documentElement.scrollWidth <= innerWidth",
      ),
    );
    await workbench.screenshot("recall-narrow");
    await workbench.page.setViewportSize({ width: 1280, height: 900 });
  });

  it("keeps how well each was known when it is said, and ends when asked to", async () => {
    await page.locator(".note h2").focus();
    await workbench.press("2");
    await asking("2 / 7");
    expect(events()).toMatchObject([{ note: "TIL/2025-03-07-만료.md", event: "review", recalled: "hazy" }]);
    await workbench.press("Control+Enter");
    await reading();
    expect(await page.locator(".written").count()).toBe(0);
    await workbench.press("3");
    await asking("3 / 7");
    await workbench.type("적다 만 답");
    await workbench.press("Escape");
    await page.getByRole("heading", { name: "오늘은 여기까지" }).waitFor();
    expect(await page.getByRole("status").textContent()).toBe(
      "오늘은 여기까지. 알아요 0개, 가물가물해요 1개, 모르겠어요 1개. 물어볼 TIL이 5개 남아 있어요.",
    );
    expect(await page.locator(".counts dd").allTextContents()).toEqual(["0", "1", "1"]);
    expect(await page.locator(".topics li").allTextContents()).toEqual(["6일에 배운 잠금의 차이"]);
    expect(await page.locator(".page").getByText("물어볼 TIL이 5개 남아 있어요.").count()).toBe(1);
    await page.getByRole("button", { name: "더 하기" }).click();
    await asking("1 / 5");
    expect(await answer()).toBe("적다 만 답");
    await workbench.press("Escape");
    await page.getByRole("heading", { name: "오늘은 여기까지" }).waitFor();
    await workbench.press("Escape");
    await waitFor("the panel closed", async () => !(await workbench.tabs()).includes("되묻기"));
    expect(events().map(({ recalled }) => recalled)).toEqual(["hazy", "unknown"]);
  });

  it("goes on with the rest by mouse, over what is skipped", async () => {
    await open();
    await asking("1 / 5");
    await page.getByRole("button", { name: "노트 보기" }).click();
    await reading();
    await page.getByRole("button", { name: "노트 열기" }).click();
    await workbench.activeTab("2025-03-05-잠금.md");
    await workbench.runCommand("아는지 물어보기");
    await page.getByRole("button", { name: "알아요" }).click();
    await asking("2 / 5");
    await page.getByRole("button", { name: "건너뛰기" }).click();
    await asking("3 / 5");
    expect(events().map(({ recalled }) => recalled)).toEqual(["hazy", "unknown", "known"]);
  });

  it("keeps half an answer while another tab is in front, and when the panel is closed in the middle", async () => {
    await workbench.type("반쯤 적은 답");
    await workbench.runCommand("File: New Untitled Text File");
    await waitFor("the page gone", () => page.isDetached());
    await open();
    await asking("3 / 5");
    expect(await answer()).toBe("반쯤 적은 답");
    await workbench.runCommand("View: Close All Editors");
    await waitFor("the page gone", () => page.isDetached());
    await open();
    await asking("3 / 5");
    expect(await answer()).toBe("반쯤 적은 답");
  });

  it("asks about the rest in another window", async () => {
    await workbench.close();
    workbench = await openWorkbench({ workspace: folder.path, viewport: { width: 1280, height: 900 } });
    await open();
    await asking("1 / 4");
    expect(events()).toHaveLength(3);
  });

  it("has names for all that can be pressed, and one thing that is said aloud", async () => {
    const names = async (): Promise<readonly string[]> => page.getByRole("button").allTextContents();
    expect((await names()).map((name) => name.replace(/Esc|Ctrl\+Enter/, ""))).toEqual([
      ...["건너뛰기", "그만하기", "노트 보기"],
    ]);
    expect(await page.getByRole("status").count()).toBe(1);
    expect(await page.getByRole("status").textContent()).toMatch(/^질문 1\. /);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await page.getByLabel(/기억나는 대로/).count()).toBe(1);
    await workbench.press("Control+Enter");
    await reading();
    expect(await page.getByRole("group", { name: "얼마나 알고 있었나요?" }).getByRole("button").count()).toBe(3);
    expect(await page.locator("[aria-labelledby]").count()).toBe(2);
  });

  it("ends with how it went and when it goes on", async () => {
    await workbench.press("3");
    for (const position of ["2 / 4", "3 / 4", "4 / 4"]) {
      await asking(position);
      await workbench.press("Control+Enter");
      await reading();
      await workbench.press(position.startsWith("2") ? "3" : "1");
    }
    await page.getByRole("heading", { name: "오늘은 여기까지" }).waitFor();
    expect(await page.locator(".counts dd").allTextContents()).toEqual(["2", "0", "2"]);
    expect(
      await page
        .locator(".page")
        .getByText(/다음에 물어볼 날은 \d{4}년 .* \(3일 뒤\)이에요\./)
        .count(),
    ).toBe(1);
    await workbench.screenshot("recall-end");
    await page.getByRole("button", { name: "닫기" }).click();
    await waitFor(
      "no number left",
      async () => (await workbench.page.locator('[aria-label*="물어볼 TIL"]').count()) === 0,
    );
    await open();
    await page.getByRole("heading", { name: "지금 물어볼 TIL이 없어요" }).waitFor();
  });
});
