import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { expectRows, type TestFolder, testFolder } from "./support.ts";
import { THEMES } from "./webview.ts";

const DRAFT = `---
title: 2025년 5월 회고
date: 2025-06-01 00:00:00 +0900
categories: [회고]
tags: [회고]
mermaid: false
---

## 5월에 해낸 것들

**만료 키(expired key)**를 지우는 방법을 배웠습니다.

> 도움말: 키마다 TTL을 따로 둡니다.
{: .prompt-tip }

> 알림: 메모리는 바로 줄지 않습니다.
{: .prompt-info }

> 주의: KEYS는 쓰지 않습니다.
{: .prompt-warning }

> 위험: FLUSHALL
{: .prompt-danger }

### 코드

{% raw %}
\`\`\`yaml
name: {{ .Values.name }}
\`\`\`
{% endraw %}

{% include embed/youtube.html id='abc' %}

![블로그의 그림](/assets/img/icon.png){: width="64" .shadow }

## 5월의 숫자

\`\`\`mermaid
pie title 글
  "토막글" : 3
\`\`\`

[지난 글]({% post_url 2025-05-01-지난-글 %})
`;

describe("미리 보기와 붙여넣기, as a person sees them", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  const set = (values: object): void => folder.write(".vscode/settings.json", JSON.stringify(values));

  beforeAll(async () => {
    folder = testFolder("블로그");
    folder.write("_config.yml", "theme: jekyll-theme-chirpy\n");
    folder.write("_drafts/2025-05-회고.md", DRAFT);
    mkdirSync(folder.at("assets/img"), { recursive: true });
    copyFileSync(path.join(root, "media/icon.png"), folder.at("assets/img/icon.png"));
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.press("Control+P");
    await workbench.fillQuickInput("2025-05-회고");
    await workbench.chooseQuickPick("2025-05-회고.md");
    await workbench.activeTab("2025-05-회고.md");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  /** The frame with the preview, once it shows the site's look. */
  const preview = (): Promise<Frame> =>
    waitFor("the preview as the site", async () => {
      for (const frame of workbench.page.frames()) {
        if (frame.isDetached()) continue;
        const prompts = await frame
          .evaluate("document.querySelectorAll('.markdown-body .tomaknote-prompt-tip').length")
          .catch(() => 0);
        if (prompts === 1) return frame;
      }
      return undefined;
    });

  it("shows a draft of Chirpy as the blog will", async () => {
    await workbench.runCommand("Markdown: Open Preview to the Side");
    const frame = await preview();
    const text = await frame.locator(".markdown-body").innerText();
    expect(text).not.toMatch(/\{[:%]|endraw|\*\*/);
    expect(text).toContain("name: {{ .Values.name }}");
    expect(await frame.locator("strong", { hasText: "만료 키(expired key)" }).count()).toBe(1);
    expect(await frame.locator(".tomaknote-toc a").allInnerTexts()).toEqual(["5월에 해낸 것들", "코드", "5월의 숫자"]);
    expect(await frame.locator(".tomaknote-label").allInnerTexts()).toEqual(["include embed/youtube.html id='abc'"]);
    expect(await frame.locator(".tomaknote-note").innerText()).toContain("블로그에는 코드로 보여요");
    const isLoaded = "document.querySelector('img[alt=\"블로그의 그림\"]').naturalWidth > 0";
    await waitFor("the image of the site's folder", () => frame.evaluate(isLoaded));
    const borders = ["tip", "info", "warning", "danger"].map((kind) =>
      frame.evaluate(`getComputedStyle(document.querySelector(".tomaknote-prompt-${kind}")).borderLeftColor`),
    );
    expect(new Set(await Promise.all(borders)).size).toBe(4);
  });

  /** What the page answers; it is made anew with every change of settings and text, and its frame with it. */
  const asked = async (question: string): Promise<unknown> => {
    const frame = await preview();
    return frame.evaluate(question).catch(() => undefined);
  };

  it.each(THEMES)("looks right in %s", async (name, theme, kind) => {
    set({ "workbench.colorTheme": theme });
    await waitFor(
      `a page in ${theme} that is no wider than its frame`,
      async () =>
        (await asked("document.documentElement.scrollWidth <= innerWidth && document.body.dataset.vscodeThemeKind")) ===
        kind,
    );
    await workbench.screenshot(`preview-${name}`);
  });

  it("follows what is written, and leads from the contents to a heading", async () => {
    await workbench.page.locator(".editor-instance .view-lines").first().click();
    await workbench.press("Control+End");
    await workbench.type("\n### 바뀐 코드");
    await workbench.press("Control+s", "Control+2");
    await waitFor("the new heading and what leads to it", async () => {
      const ids = await asked(
        "[[...document.querySelectorAll('.tomaknote-toc li li a')].at(-1).hash.slice(1), [...document.querySelectorAll('h3')].at(-1).id, [...document.querySelectorAll('h3')].at(-1).innerText]",
      );
      const [linked, id, title] = Array.isArray(ids) ? ids.map(String) : [];
      return title === "바뀐 코드" && decodeURIComponent(linked ?? "") === id;
    });
    const saved = `${DRAFT}\n### 바뀐 코드`;
    await waitFor("it saved", () => readFileSync(folder.at("_drafts/2025-05-회고.md"), "utf8") === saved);
  });

  it("copies the draft for Tistory, asking where to, and lists what is to be uploaded", async () => {
    // With the preview in front, the post is the one beside it.
    await workbench.runCommand("붙여넣을 글로 복사");
    await workbench.quickPickRow("velog");
    await expectRows(workbench).toEqual([
      expect.stringContaining("velog (Markdown)"),
      expect.stringContaining("티스토리 (HTML)"),
    ]);
    await workbench.screenshot("pasting-sites");
    await workbench.chooseQuickPick("티스토리");
    await workbench.notification("이미지 1개는 따로 올려 주세요.");
    const copied = String(await workbench.page.evaluate("navigator.clipboard.readText()"));
    expect(copied).toMatch(
      /data-ke-language="yaml" data-ke-type="codeblock"><code><span style="color: #[0-9a-f]{6}">name:/,
    );
    expect(copied.replace(/<[^>]*>/g, "")).toContain("name: {{ .Values.name }}");
    expect(copied).toContain("[이미지 1: 블로그의 그림]");
    expect(copied).not.toMatch(/title: 2025|\{:/);
    await workbench.clickNotificationButton("목록 보기");
    await workbench.quickPickRow("assets/img/icon.png");
    await workbench.screenshot("pasting-list");
    await workbench.press("Escape");
  });

  it("offers what was chosen last first", async () => {
    await workbench.runCommand("붙여넣을 글로 복사");
    await workbench.quickPickRow("지난번");
    await expectRows(workbench, (rows) => rows[0]).toMatch(/티스토리 \(HTML\)\s*지난번/);
    await workbench.press("Escape");
  });
});
