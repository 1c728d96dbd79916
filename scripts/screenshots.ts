/**
 * Photographs the packaged product at work on a copy of the sample notebook, for README.md, into docs/images/.
 * The pictures are made smaller where ImageMagick (`magick` or `convert`) is installed.
 *
 * Usage: npm run screenshots
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { webviewFrame } from "../test/browser/webview.ts";
import { installExtension } from "../test/harness/installExtension.ts";
import { outFolder, root } from "../test/harness/paths.ts";
import { waitFor } from "../test/harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../test/harness/workbench.ts";

const images = path.join(root, "docs", "images");
const serverEditor = path.join(root, "test", "harness", "serverEditor.mjs");

/** A retro post as one writes it by hand, to be taken apart. */
const oldPost = `---
title: 2025년 11월 회고
date: 2025-12-01 22:00:00 +0900
categories: [회고]
---

난로를 꺼내려다 선풍기부터 치운 한 달이었습니다.

## 11월 동안 쓴 토막글들

**오늘의 토막글 87**

- 토막글을 쓰느라 메모 앱을 세 개 쓰고 있었습니다. 오늘부터는 폴더 하나에만 씁니다.
- 배포 직전에 환경 변수 이름의 오타를 찾았습니다. 리뷰어가 셋이었는데 아무도 못 봤네요.

**오늘의 토막글 88**

- 느린 쿼리의 범인은 \`LIKE '%검색어'\`였습니다. 앞이 열린 검색에는 인덱스가 힘을 못 씁니다.
- 점심에 간 국숫집은 번호표부터 뽑아야 하는 곳이었습니다.

**오늘의 토막글 89**

- 회의 두 개를 문서 한 장으로 바꿨습니다. 아무도 아쉬워하지 않았습니다.

## 11월 동안 쓴 TIL

**[인덱스 전용 스캔과 가시성 맵](https://www.postgresql.org/docs/current/indexes-index-only-scans.html)**

- 가시성 맵이 낡으면 인덱스만 읽으려던 계획이 테이블까지 들춰 본다.

**git worktree로 브랜치 두 개 나란히 펴 놓기**

- 급한 수정이 들어와도 하던 일을 치우지 않아도 된다.

**HTTP 409와 422의 쓰임**

- 409는 지금 상태와 부딪힐 때, 422는 내용이 말이 되지 않을 때.
`;

/** What one may still know of the sample's TIL that is asked about first. */
const ANSWER = "도메인 이름. 점이 모자라면 클러스터의 도메인부터 하나씩 붙여 보느라 DNS를 헛걸음한다.";

/** Photographs the window once it has come to rest: no pointer over a row, no blinking cursor, no tooltip. */
async function take({ page }: Workbench, name: string): Promise<void> {
  await page.mouse.move(760, 790);
  await page.waitForTimeout(700);
  const file = path.join(images, `${name}.png`);
  await page.screenshot({ path: file, caret: "hide" });
  shrink(file);
  console.log(`${path.relative(root, file)}: ${Math.round(statSync(file).size / 1000)} KB`);
}

/** A picture of an editor has few colours; where no tool is at hand it stays as it is. */
function shrink(file: string): void {
  for (const tool of ["magick", "convert"]) {
    const arguments_ = [
      file,
      "+dither",
      "-colors",
      "48",
      "-strip",
      "-define",
      "png:compression-level=9",
      `PNG8:${file}`,
    ];
    if (spawnSync(tool, arguments_).status === 0) return;
  }
}

async function photograph(workbench: Workbench, post: string): Promise<void> {
  await workbench.openView("토막노트");
  await workbench.expandRow("2026년");
  await workbench.expandRow("9월");
  await workbench.clickRow("오늘의 토막글 46");
  await workbench.activeTab("토막글-46.md");
  await take(workbench, "tree-by-month");

  await workbench.findCommand("오늘의 토막글 쓰기", "토막글");
  await take(workbench, "palette");
  await workbench.press("Escape");
  await workbench.quickInputGone();

  await workbench.runCommand("노트 거르기");
  await workbench.fillQuickInput("ㅌㅅㅌ");
  await waitFor("a narrowed tree", async () => {
    const rows = await workbench.treeRows();
    return rows.length < 20 && rows.some(({ label }) => label.includes("테스트"));
  });
  await take(workbench, "filter");
  await workbench.press("Escape");
  await workbench.quickInputGone();

  await workbench.clickViewAction("태그로 묶어 보기");
  await workbench.expandRow("데이터베이스");
  await workbench.expandRow("postgresql");
  await workbench.clickRow("SKIP LOCKED");
  await workbench.activeTab("SKIP-LOCKED");
  await take(workbench, "tree-by-tag");
  await workbench.clickViewAction("달로 묶어 보기");
  await workbench.treeRow("2026년");

  await photographCalendar(workbench);
  await photographRecall(workbench);

  await workbench.runCommand("월간 회고 만들기");
  await workbench.quickPickRow("2026년 8월");
  await take(workbench, "retro-month");
  await workbench.chooseQuickPick("2026년 8월");
  await workbench.activeTab("2026-08-회고.md");
  await workbench.editorFocused();
  await take(workbench, "retro-draft");

  await workbench.runCommand("회고 글에서 노트 가져오기");
  // The dialog opens on the post in the editor and fills its field itself, a moment after it is shown.
  await waitFor("the file dialog", async () => (await workbench.quickInputValue()).endsWith("회고.md"));
  await workbench.fillQuickInput(post);
  await workbench.page.locator(".quick-input-widget .monaco-button", { hasText: "가져오기" }).first().click();
  await workbench.quickPickRow("오늘의 토막글 89");
  await take(workbench, "import");
}

/** The note beside what could be remembered of it. */
async function photographRecall(workbench: Workbench): Promise<void> {
  await workbench.runCommand("아는지 물어보기");
  const page = await webviewFrame(workbench, "되묻기");
  const answer = page.locator("textarea");
  await answer.waitFor();
  await page.getByText("파드의 ndots가 5라서").first().waitFor();
  await answer.fill(ANSWER);
  await answer.press("Control+Enter");
  await page.locator(".note h2").waitFor();
  await take(workbench, "recall");
  await workbench.runCommand("View: Close Editor");
}

/** The last month of the sample notebook in the side bar, and its year beside it. */
async function photographCalendar(workbench: Workbench): Promise<void> {
  const calendar = await webviewFrame(workbench, "달력");
  await waitFor("September", async () => {
    if ((await calendar.locator("h2").textContent()) === "2026년 9월") return true;
    await calendar.getByRole("button", { name: "지난달" }).click();
    return false;
  });
  await workbench.runCommand("잔디 보기");
  const grass = await webviewFrame(workbench, "잔디");
  await grass.locator("h2", { hasText: "2026년" }).waitFor();
  await take(workbench, "calendar");
  await workbench.runCommand("View: Close Editor");
}

async function run(): Promise<void> {
  const vsix = path.join(outFolder, "tomaknote-screenshots.vsix");
  const packed = spawnSync(process.execPath, [path.join(root, "scripts", "package.mjs"), vsix], { stdio: "inherit" });
  if (packed.status !== 0) throw new Error("확장을 포장하지 못했습니다.");
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-screenshots-"));
  let workbench: Workbench | undefined;
  try {
    const folder = path.join(temporary, "노트");
    cpSync(path.join(root, "sample"), folder, { recursive: true });
    const post = path.join(temporary, "2025년-11월-회고.md");
    writeFileSync(post, oldPost);
    mkdirSync(images, { recursive: true });
    const extensionsDir = path.join(temporary, "extensions");
    // As installed: the window of an extension under development says so in its title.
    installExtension(serverEditor, vsix, extensionsDir, path.join(temporary, "install"));
    const settings = { "editor.wordWrap": "on", "editor.minimap.enabled": false, "editor.cursorBlinking": "solid" };
    const options = {
      workspace: folder,
      extension: "installed",
      extensionsDir,
      deviceScaleFactor: 2,
      settings,
    } as const;
    workbench = await openWorkbench(options);
    await photograph(workbench, post);
  } finally {
    await workbench?.close();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
