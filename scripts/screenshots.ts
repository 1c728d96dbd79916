/**
 * Photographs the product at work on a copy of the sample notebook, for README.md, into docs/images/.
 * The pictures are made smaller where ImageMagick (`magick` or `convert`) is installed.
 *
 * Usage: npm run screenshots [-- --no-build]
 *   --no-build   photographs what stands in dist/
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../test/harness/paths.ts";
import { waitFor } from "../test/harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../test/harness/workbench.ts";
import { build } from "./build.mjs";

const images = path.join(root, "docs", "images");

/** A retro post as one writes it by hand, to be taken apart. */
const oldPost = `---
title: 2026년 6월 회고
date: 2026-07-01 22:00:00 +0900
categories: [회고]
---

장마가 시작됐습니다. 사무실 창가 자리의 장점과 단점을 한 달에 다 겪었습니다.

## 6월 동안 쓴 토막글들

**오늘의 토막글 1**

- 토막글을 쓰기로 했습니다. 세 줄이면 된다고 하니 세 줄만 씁니다.
- 배포 직전에 환경 변수 이름의 오타를 찾았습니다. 리뷰어가 셋이었는데 아무도 못 봤네요.

**오늘의 토막글 2**

- 느린 쿼리의 범인은 \`LIKE '%검색어'\`였습니다. 앞이 열린 검색에는 인덱스가 힘을 못 씁니다.
- 점심에 간 국숫집은 번호표부터 뽑아야 하는 곳이었습니다.

**오늘의 토막글 3**

- 회의 두 개를 문서 한 장으로 바꿨습니다. 아무도 아쉬워하지 않았습니다.

## 6월 동안 쓴 TIL

**[PostgreSQL의 인덱스 전용 스캔](https://www.postgresql.org/docs/current/indexes-index-only-scans.html)**

- 가시성 맵이 낡으면 인덱스만 읽으려던 계획이 테이블까지 들춰 본다.

**\`git worktree\`로 브랜치 두 개를 나란히 펴 놓기**

- 급한 수정이 들어와도 하던 일을 치우지 않아도 된다.

**HTTP 409와 422의 쓰임**

- 409는 지금 상태와 부딪힐 때, 422는 내용이 말이 되지 않을 때.
`;

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
    const arguments_ = [file, "+dither", "-colors", "96", "-strip", "-define", "png:compression-level=9", `PNG8:${file}`];
    if (spawnSync(tool, arguments_).status === 0) return;
  }
}

async function openNote(workbench: Workbench, row: string, tab: string): Promise<void> {
  await workbench.clickRow(row);
  await workbench.activeTab(tab);
}

async function photograph(workbench: Workbench, folder: string): Promise<void> {
  await workbench.openView("토막노트");
  await workbench.expandRow("2026년");
  await workbench.expandRow("9월");
  await openNote(workbench, "오늘의 토막글 46", "토막글-46.md");
  await take(workbench, "tree-by-month");

  await workbench.findCommand("오늘의 토막글 쓰기", "토막노트");
  await take(workbench, "palette");
  await workbench.press("Escape");
  await workbench.quickInputGone();

  await workbench.runCommand("노트 거르기");
  await workbench.fillQuickInput("ㅋㅍㅋ");
  await workbench.treeRow("카프카");
  await waitFor("a narrowed tree", async () => (await workbench.treeRows()).length < 12);
  await take(workbench, "filter");
  await workbench.press("Escape");
  await workbench.quickInputGone();

  await workbench.clickViewAction("태그로 묶어 보기");
  await workbench.treeRow("데이터베이스");
  await take(workbench, "tree-by-tag");
  await workbench.clickViewAction("달로 묶어 보기");
  await workbench.treeRow("2026년");

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
  await workbench.fillQuickInput(path.join(folder, "글", "2026년-6월-회고.md"));
  await workbench.page.locator(".quick-input-widget .monaco-button", { hasText: "가져오기" }).first().click();
  await workbench.quickPickRow("오늘의 토막글 3");
  await take(workbench, "import");
}

async function run(): Promise<void> {
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-screenshots-"));
  const folder = path.join(temporary, "노트");
  cpSync(path.join(root, "sample"), folder, { recursive: true });
  mkdirSync(path.join(folder, "글"));
  writeFileSync(path.join(folder, "글", "2026년-6월-회고.md"), oldPost);
  mkdirSync(images, { recursive: true });
  const settings = {
    "editor.wordWrap": "on",
    "editor.minimap.enabled": false,
    "editor.cursorBlinking": "solid",
    "editor.fontSize": 15,
    "workbench.sideBar.location": "left",
  };
  let workbench: Workbench | undefined;
  try {
    workbench = await openWorkbench({ workspace: folder, deviceScaleFactor: 2, settings });
    await photograph(workbench, folder);
  } finally {
    await workbench?.close();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

const { values } = parseArgs({ options: { "no-build": { type: "boolean" } } });
try {
  if (!values["no-build"]) await build();
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
