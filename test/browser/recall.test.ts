import { existsSync, readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";
import { webviewFrame } from "./webview.ts";

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

  it("asks, shows the note beside the answer and keeps how well it was known, with the keyboard alone", async () => {
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
    await workbench.screenshot("recall-note");
    await workbench.press("2");
    await asking("2 / 7");
    expect(events()).toMatchObject([{ note: "TIL/2025-03-07-만료.md", event: "review", recalled: "hazy" }]);
  });
});
