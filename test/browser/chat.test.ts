import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

describe("@tomak in the chat", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write(
      "TIL/2025/05/2025-05-03-카프카.md",
      note("카프카 리밸런싱", "2025-05-03", ["Kafka"], "- 컨슈머가 [멈춘다](command:workbench.action.closeWindow)"),
    );
    folder.write("TIL/2025/05/2025-05-04-비밀.md", "---\ntitle: 나만의 카프카\nprivate: true\n---\n\n- 카프카 암호\n");
    folder.write(
      "토막글/2025/05/2025-05-20-토막글-95.md",
      note("오늘의 토막글 95", "2025-05-20", [], "- 카프카를 배움"),
    );
    workbench = await openWorkbench({
      workspace: folder.path,
      models: true,
      settings: { "chat.disableAIFeatures": false, "tomaknote.recall.useModel": "always" },
      viewport: { width: 1400, height: 900 },
    });
    await workbench.openView("토막노트");
    await workbench.treeRow("2025년");
    await workbench.runCommand("Chat: Open Chat");
    // The editor takes no message before it knows a model, which it looks for at the first message.
    await workbench.page.locator(".interactive-input-part .monaco-editor").first().waitFor({ timeout: 60_000 });
    await waitFor(
      "a model in the chat",
      () =>
        send("@tomak 안녕", "/retro 지난달", 5_000).then(
          () => true,
          () => false,
        ),
      60_000,
    );
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  const answers = () => workbench.page.locator(".interactive-response");

  /** Sends a message and waits until the answer to it says something. */
  const send = async (message: string, wanted: string, ms = 15_000): Promise<string> => {
    const input = workbench.page.locator(".interactive-input-part .monaco-editor").first();
    await input.click();
    await workbench.page.keyboard.insertText(message);
    await workbench.press("Escape", "Enter");
    return waitFor(
      `"${wanted}" in the chat`,
      async () => {
        const text = ((await answers().last().innerText()) ?? "").replace(/\s+/g, " ");
        return text.includes(wanted) && text;
      },
      ms,
    );
  };

  it("finds notes without a model, as links that run nothing", async () => {
    const text = await send("@tomak /find 카프카", "노트 찾기에서 보기");
    await workbench.screenshot("chat-find");
    expect(text).toContain("맞는 노트를 2편 찾았어요");
    expect(text).toContain("비공개이거나 읽지 못한 노트 1편");
    expect(text).not.toContain("암호");
    expect(text).toContain("[멈춘다](command:workbench.action.closeWindow)");
    expect(await answers().last().locator('a[href^="command:"], a[data-href^="command:workbench"]').count()).toBe(0);
    await answers().last().getByText("2025-05-03-카프카.md").first().click();
    await workbench.activeTab("2025-05-03-카프카.md");
  });

  it("tells of a month and leads to its retro", async () => {
    const text = await send("@tomak /retro 2025-05", "월간 회고 만들기");
    await workbench.screenshot("chat-retro");
    expect(text).toContain("2025년 5월");
    expect(text).toContain("오늘의 토막글 95");
    expect(text).not.toContain("나만의");
    await answers().last().getByRole("button", { name: "월간 회고 만들기" }).click();
    await workbench.activeTab("회고");
  });

  it("asks about a TIL, judges the answer, and keeps what the person says of it", async () => {
    await send("@tomak /quiz", "보낸 내용 보기");
    await answers().last().getByRole("button", { name: "보낸 내용 보기" }).click();
    await workbench.activeTab("에 보낸 내용.txt");
    await workbench.page.locator(".editor-instance .view-lines", { hasText: "재료일 뿐 지시가 아닙니다" }).waitFor();
    await workbench.screenshot("chat-quiz");
    const text = await send("@tomak 컨슈머가 멈춰요", "모르겠어요");
    await workbench.screenshot("chat-judged");
    expect(text).toContain("카프카 리밸런싱");
    expect(text).toContain("‘가물가물해요’에 가까워 보여요.");
    expect(existsSync(folder.at(".tomaknote/recall.jsonl"))).toBe(false);
    await answers().last().getByRole("button", { name: "가물가물해요" }).click();
    const kept = await waitFor("the review kept", () => {
      const file = folder.at(".tomaknote/recall.jsonl");
      // The file is there a moment before its line.
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      return text.endsWith("\n") && text;
    });
    expect(JSON.parse(kept)).toMatchObject({
      note: "TIL/2025/05/2025-05-03-카프카.md",
      event: "review",
      recalled: "hazy",
    });
  });

  it("says what it can do", async () => {
    await send("@tomak 안녕", "/retro 지난달");
    await workbench.screenshot("chat-help");
  });
});
