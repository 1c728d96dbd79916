import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { chooseInDialog, note, type TestFolder, testFolder } from "./support.ts";
import { THEMES, webviewFrame } from "./webview.ts";

/** `YYYY-MM-DD`, some days after 1 January of a year. */
const dayIn = (year: number, days: number): string => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);

describe("잔디", () => {
  let folder: TestFolder;
  let workbench: Workbench;
  let grass: Frame;

  beforeAll(async () => {
    folder = testFolder("노트");
    let number = 1;
    for (const year of [2023, 2024]) {
      for (let days = 0; days < 366; days++) {
        const day = dayIn(year, days);
        // Busier towards the end of a year, with gaps: each pattern is its own.
        const count =
          (days * 7 + year) % 11 < 3 ? 0 : Math.min(5, Math.floor(((days * 13) % 29) / 7) + (days > 240 ? 1 : 0));
        for (let index = 0; index < count && day.startsWith(String(year)); index++) {
          const title = index === 0 ? `오늘의 토막글 ${number++}` : `배운 것 ${day}-${index}`;
          const place = index === 0 ? `토막글/${day}-토막글` : `TIL/${day}-${index}`;
          folder.write(
            `${place}.md`,
            note(title, day, index === 1 ? ["자바/스프링"] : [], `- ${"가나다라 ".repeat(days % 90)}`),
          );
        }
      }
    }
    folder.write("TIL/2024-13-언젠가.md", "- 날을 모름\n");
    workbench = await openWorkbench({ workspace: folder.path, viewport: { width: 1280, height: 900 } });
    await workbench.runCommand("잔디 보기");
    grass = await webviewFrame(workbench, "잔디");
    await grass.locator("h2", { hasText: "2024년" }).waitFor();
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  const square = (day: string) => grass.locator(`.years [data-day="${day}"]`);
  const focusedDay = (): Promise<unknown> => grass.evaluate("document.activeElement?.dataset.day");
  const summary = (): Promise<string | null> => grass.locator(".summary").textContent();
  const choose = (label: string, option: string) => grass.getByLabel(label).selectOption({ label: option });
  const years = (): Promise<string[]> => grass.locator("h2").allTextContents();
  const labelOf = (day: string): Promise<string | null> => square(day).getAttribute("aria-label");

  it("begins with the last year written in, a square for each day, nothing inline in its HTML", async () => {
    expect(await summary()).toBe("2024년 모든 노트");
    expect(await grass.locator(".years [data-day]").count()).toBe(366);
    expect(await labelOf("2024-02-29")).toMatch(/^2024년 2월 29일 목요일, (?:노트 \d+편|노트 없음)$/);
    expect(await grass.locator("main [style], main style, main script").count()).toBe(0);
    expect(await grass.locator(".note").first().textContent()).toContain("날을 모르는 노트 1편");
    expect(await grass.locator('.years [tabindex="0"]').count()).toBe(1);
  });

  it("goes from day to day with the keyboard", async () => {
    await grass.locator('.years [tabindex="0"]').focus();
    expect(await focusedDay()).toBe("2024-12-31");
    await workbench.press("ArrowUp", "ArrowLeft");
    expect(await focusedDay()).toBe("2024-12-23");
    await workbench.press("Home", "ArrowRight", "ArrowDown");
    expect(await focusedDay()).toBe("2024-01-09");
    await workbench.press("Home", "ArrowLeft");
    expect(await focusedDay()).toBe("2024-01-01");
  });

  it("shows all years, newest first, and one kind or tag", async () => {
    await choose("해", "모든 해");
    await waitFor("two years", async () => (await years()).length === 2);
    expect((await years()).map((text) => text.slice(0, 5))).toEqual(["2024년", "2023년"]);
    await grass.getByLabel("종류").selectOption("til");
    await waitFor("TIL alone", async () => (await summary()) === "TIL");
    await grass.getByLabel("태그").selectOption("자바/스프링");
    await waitFor("one tag", async () => (await summary()) === "TIL #자바/스프링");
    await grass.getByLabel("종류").selectOption("");
    await grass.getByLabel("태그").selectOption("");
    await choose("해", "2024년");
    await waitFor("all of 2024", async () => (await summary()) === "2024년 모든 노트");
  });

  it("counts characters when asked to, and says so of each day and month", async () => {
    await choose("기준", "글자 수");
    await waitFor("characters", async () => /자$/.test((await labelOf("2024-12-30")) ?? "") || undefined);
    const [, notes = 0, characters = 0] = /노트 (\d+)편, ([\d,]+)자$/.exec((await labelOf("2024-12-30")) ?? "") ?? [];
    // Day 364 of the year: each of its notes has 364 % 90 = 4 words of four syllables.
    expect(Number(characters)).toBe(Number(notes) * 16);
    await grass.getByText("2024년을 표로 보기").click();
    expect(await grass.locator("details thead th").allTextContents()).toEqual(["달", "쓴 날", "노트", "글자 수"]);
    expect(await grass.locator("details tbody tr").count()).toBe(12);
  });

  it("follows the disk and keeps the table open", async () => {
    folder.write("TIL/2024-12-30-새.md", note("새로 배운 것", "2024-12-30", [], "- 열 글자를 여기에 적었어요"));
    const before = Number(/노트 (\d+)편/.exec((await labelOf("2024-12-30")) ?? "")?.[1]);
    await waitFor("one more", async () => (await labelOf("2024-12-30"))?.includes(`노트 ${before + 1}편`));
    expect(await grass.locator("details[open]").count()).toBe(1);
    rmSync(folder.at("TIL/2024-12-30-새.md"));
    await waitFor("one less", async () => (await labelOf("2024-12-30"))?.includes(`노트 ${before}편`));
    await grass.getByText("2024년을 표로 보기").click();
  });

  it("comes back as it was after another tab was in front", async () => {
    await workbench.runCommand("File: New Untitled Text File");
    await workbench.runCommand("잔디 보기");
    grass = await webviewFrame(workbench, "잔디");
    await waitFor("the same choice", async () => (await grass.getByLabel("기준").inputValue()) === "characters");
    await choose("기준", "노트 수");
    await waitFor("notes", async () => /편$/.test((await labelOf("2024-12-30")) ?? "") || undefined);
  });

  it("saves a picture that stands alone, and copies it", async () => {
    await grass.getByRole("button", { name: "SVG로 저장" }).click();
    await chooseInDialog(workbench, folder.at("잔디.svg"), /저장|OK|Save/);
    await waitFor("the picture", () => existsSync(folder.at("잔디.svg")));
    const svg = readFileSync(folder.at("잔디.svg"), "utf8");
    expect(svg.match(/<rect class="tomak-\d"/g)?.length).toBe(366 + 5);
    expect(svg).toContain("prefers-color-scheme:dark");
    await grass.getByRole("button", { name: "SVG 복사" }).click();
    await workbench.notification("클립보드에 복사했어요");
    expect(await workbench.page.evaluate("navigator.clipboard.readText()")).toBe(svg);
    const page = await workbench.page.context().newPage();
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const background = scheme === "dark" ? "#0d1117" : "#ffffff";
      await page.setContent(`<body style="margin:0;background:${background}">${svg}</body>`);
      await page.locator("svg").screenshot({ path: `out/screenshots/grass-export-${scheme}.png` });
    }
    await page.close();
    await workbench.runCommand("Notifications: Clear All Notifications");
  });

  it.each(THEMES)("looks right in %s", async (name, theme, kind) => {
    folder.write(".vscode/settings.json", JSON.stringify({ "workbench.colorTheme": theme }));
    await waitFor(theme, async () => (await grass.evaluate("document.body.dataset.vscodeThemeKind")) === kind);
    await choose("해", name === "light" ? "모든 해" : "2024년");
    await square("2024-09-11").focus();
    await workbench.page.waitForTimeout(700);
    await workbench.screenshot(`grass-${name}`);
  });

  it("opens the note of a square", async () => {
    await square("2024-12-30").click();
    await workbench.activeTab("2024-12-30-토막글.md");
  });
});
