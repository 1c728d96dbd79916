import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { expectRows, note, type TestFolder, testFolder, today } from "./support.ts";
import { THEMES, webviewFrame } from "./webview.ts";

describe("달력", () => {
  let folder: TestFolder;
  let workbench: Workbench;
  let calendar: Frame;

  const now = today();
  const month = now.slice(0, 7);
  const korean = `${Number(now.slice(0, 4))}년 ${Number(now.slice(5, 7))}월`;

  beforeAll(async () => {
    folder = testFolder("노트");
    folder.write("토막글/2024-02-28-토막글-1.md", note("오늘의 토막글 1", "2024-02-28", [], "- 이월"));
    folder.write("토막글/2024-02-29-토막글-2.md", note("오늘의 토막글 2", "2024-02-29", [], "- 윤일"));
    folder.write("TIL/2024-02-29-빈.md", note("스프링 <b>빈</b>의 수명", "2024-02-29", ["자바"], "- 싱글턴이 기본"));
    folder.write("책/2024-02-29-책.md", note("읽은 책", "2024-02-29", [], "- 한 권"));
    folder.write("회고/2024-02-11-회고.md", note("2024년 1월 회고", "2024-02-11", [], "글"));
    folder.write("TIL/2024-02-언젠가.md", "---\ntitle: 이월의 언젠가\nmonth: 2024-02\n---\n\n- 날을 모름\n");
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
    calendar = await webviewFrame(workbench, "달력");
    await calendar.locator("h2", { hasText: korean }).waitFor();
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  const cell = (day: string) => calendar.locator(`td[data-day="${day}"]`);
  const focusedDay = (): Promise<unknown> => calendar.evaluate("document.activeElement?.dataset.day");
  /** A day of another month has the focus once its month is there. */
  const focusOn = (day: string): Promise<boolean> =>
    waitFor(`the focus on ${day}`, async () => (await focusedDay()) === day);
  const title = (): Promise<string | null> => calendar.locator("h2").textContent();

  /** Goes to a month with the keyboard alone. */
  async function goTo(day: string): Promise<void> {
    await calendar.getByRole("button", { name: "오늘", exact: true }).click({ force: true });
    await calendar.locator('td[tabindex="0"]').focus();
    const months =
      (Number(now.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(now.slice(5, 7)) - Number(day.slice(5, 7));
    for (let step = 0; step < months; step++) await workbench.press("PageUp");
    const wanted = `${Number(day.slice(0, 4))}년 ${Number(day.slice(5, 7))}월`;
    await waitFor(`the month ${wanted}`, async () => (await title()) === wanted);
    const there = Number(day.slice(8)) - Number(String(await focusedDay()).slice(8));
    for (let step = 0; step < Math.abs(there); step++) await workbench.press(there > 0 ? "ArrowRight" : "ArrowLeft");
    await focusOn(day);
  }

  /** Moves the right edge of the side bar. */
  async function dragSideBar(x: number): Promise<void> {
    const { mouse } = workbench.page;
    const { x: left = 0, width = 0 } = (await workbench.sideBar.boundingBox()) ?? {};
    await mouse.move(left + width, 300);
    await mouse.down();
    await mouse.move(x, 300, { steps: 5 });
    await mouse.up();
    await mouse.move(800, 500);
    await workbench.page.waitForTimeout(500);
  }

  /** Sets workspace settings; those of the test before go. */
  const set = (settings: Readonly<Record<string, unknown>>): void =>
    folder.write(".vscode/settings.json", JSON.stringify(settings));
  const notices = () => workbench.notifications();

  it("shows the month of today, marked, with nothing inline in its HTML", async () => {
    await waitFor("today", async () => (await cell(now).getAttribute("aria-current")) === "date");
    expect(await calendar.locator("td").count()).toBe(42);
    expect(await calendar.locator("[aria-current=date]").count()).toBe(1);
    expect(await calendar.locator("main [style], main style, main script").count()).toBe(0);
    expect(await calendar.locator("thead th").allTextContents()).toEqual([..."일월화수목금토"]);
  });

  it("goes from day to day and month to month with the keyboard", async () => {
    await goTo("2024-02-29");
    await workbench.press("ArrowRight");
    await waitFor("March", async () => (await title()) === "2024년 3월");
    await focusOn("2024-03-01");
    await workbench.press("Home");
    await focusOn("2024-02-25");
    await waitFor("February", async () => (await title()) === "2024년 2월");
    await workbench.press("End", "ArrowUp");
    await focusOn("2024-02-24");
    await workbench.press("Shift+PageDown");
    await waitFor("the next year", async () => (await title()) === "2025년 2월");
    await workbench.press("t");
    await waitFor("today's month", async () => (await title()) === korean);
    await focusOn(now);
    expect(await calendar.locator('td[tabindex="0"]').count()).toBe(1);
  });

  it("marks days by kind, says so to a screen reader, and shows titles as they are written", async () => {
    await goTo("2024-02-29");
    expect(await cell("2024-02-29").getAttribute("aria-label")).toBe("2월 29일 목요일, 토막글 1, TIL 1, 책 1");
    expect(await cell("2024-02-28").getAttribute("aria-label")).toBe("2월 28일 수요일, 토막글 1");
    expect(await cell("2024-02-27").getAttribute("aria-label")).toBe("2월 27일 화요일, 노트 없음");
    expect(await cell("2024-02-29").getAttribute("title")).toContain("스프링 <b>빈</b>의 수명");
    const marks = cell("2024-02-29").locator(".mark");
    expect(await marks.evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute("class")))).toEqual([
      "mark tomak",
      "mark til",
      "mark other",
    ]);
    expect(await calendar.locator(".legend li").allTextContents()).toEqual(["토막글2", "TIL2", "회고1", "그 밖1"]);
  });

  it("opens the only note of a day with Enter, and asks which one where there are several", async () => {
    await goTo("2024-02-28");
    await workbench.press("Enter");
    await workbench.activeTab("2024-02-28-토막글-1.md");
    await cell("2024-02-29").click();
    await workbench.quickPickRow("읽은 책");
    await expectRows(workbench).toHaveLength(3);
    await workbench.chooseQuickPick("스프링");
    await workbench.activeTab("2024-02-29-빈.md");
    await calendar.getByRole("button", { name: "날을 모르는 노트 1편" }).click();
    await workbench.activeTab("2024-02-언젠가.md");
  });

  it("follows the disk, even after the month was left and come back to at once", async () => {
    await goTo("2024-02-29");
    await calendar.evaluate(`for (const key of ["PageUp", "PageDown"])
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))`);
    folder.write("TIL/2024-02-27-새.md", note("새로 배운 것", "2024-02-27", [], "- 글"));
    await waitFor("a new mark", async () => (await cell("2024-02-27").locator(".mark.til").count()) === 1);
    rmSync(folder.at("TIL/2024-02-27-새.md"));
    await waitFor("no mark", async () => (await cell("2024-02-27").locator(".mark").count()) === 0);
  });

  it("creates the 토막글 of an empty day with a click, once", async () => {
    await goTo("2024-02-26");
    await cell("2024-02-26").click();
    await workbench.activeTab("2024-02-26-토막글-3.md");
    await waitFor("its mark", async () => (await cell("2024-02-26").locator(".mark.tomak").count()) === 1);
    await cell("2024-02-26").click();
    await workbench.activeTab("2024-02-26-토막글-3.md");
    expect(readdirSync(folder.at("토막글/2024/02"))).toEqual(["2024-02-26-토막글-3.md"]);
    const text = readFileSync(folder.at("토막글/2024/02/2024-02-26-토막글-3.md"), "utf8");
    expect(text).toMatch(/^---\ntitle: 오늘의 토막글 3\ndate: 2024-02-26 /);
  });

  it("offers the 토막글 of a day that has other notes only", async () => {
    await cell("2024-02-11").click();
    await workbench.chooseQuickPick("이날의 토막글 쓰기");
    await workbench.activeTab("2024-02-11-토막글-");
  });

  it("asks before it writes for a day to come", async () => {
    await calendar.getByRole("button", { name: "오늘", exact: true }).click();
    await waitFor("today's month", async () => (await title()) === korean);
    await cell(now).focus();
    await workbench.press("Shift+PageDown");
    await waitFor("the next year", async () => (await title()) !== korean);
    const day = String(await focusedDay());
    await workbench.press("Enter");
    await workbench.page.locator(".monaco-dialog-box", { hasText: "아직 오지 않은 날" }).waitFor();
    await workbench.press("Escape");
    await workbench.page.locator(".monaco-dialog-box").waitFor({ state: "hidden" });
    expect(existsSync(folder.at("토막글", day.slice(0, 4)))).toBe(false);
    await calendar.locator('td[tabindex="0"]').focus();
    await workbench.press("Enter");
    await workbench.clickDialogButton("쓰기");
    await workbench.activeTab(`${day}-토막글-`);
  });

  it("shows in the status bar whether today is written, and writes it with a click", async () => {
    const item = workbench.page.locator('.part.statusbar [id="tomaknote.tomaknote.tomaknote.streak"]');
    expect((await item.textContent())?.trim()).toBe("토막글 쓰기");
    await item.locator("a").click();
    await workbench.activeTab(`${now}-토막글-`);
    await waitFor("today written", async () => (await item.textContent())?.trim() === "토막글 1일째");
    expect(await item.locator("a").getAttribute("aria-label")).toContain("오늘의 토막글을 썼어요");
    await waitFor("today's mark", async () => {
      await calendar.getByRole("button", { name: "오늘", exact: true }).click({ force: true });
      return (await cell(now).locator(".mark.tomak").count()) === 1;
    });
    expect(await notices()).toEqual([]);
    expect(month).toBe(now.slice(0, 7));
  });

  it("starts weeks on Monday and hides the status bar when the settings say so", async () => {
    set({
      "tomaknote.weekStartsOn": "monday",
      "tomaknote.statusBar": false,
    });
    await waitFor("Monday first", async () => (await calendar.locator("thead th").first().textContent()) === "월");
    const item = workbench.page.locator('.part.statusbar [id="tomaknote.tomaknote.tomaknote.streak"]');
    await waitFor("no item", async () => (await item.count()) === 0);
    set({});
    await waitFor("Sunday first", async () => (await calendar.locator("thead th").first().textContent()) === "일");
    await item.waitFor();
  });

  it("marks another day as today when the day turns", async () => {
    // The day turns with the next minute but one at the latest; until then it is still the day before.
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul", hour: "2-digit", minute: "2-digit" });
    const turns = clock.format(Date.now() + 70_000);
    set({ "tomaknote.dayStartsAt": turns });
    const isToday = (day: string) => async () => (await cell(day).getAttribute("aria-current")) === "date";
    const marked = (): Promise<string | null> => calendar.locator("[aria-current=date]").getAttribute("data-day");
    await waitFor("the day before", async () => (await marked()) !== now);
    const before = await marked();
    await waitFor("the day turned", isToday(now), 130_000);
    expect(before).not.toBe(now);
    set({});
  }, 180_000);

  it.each(THEMES)("looks right in %s, wide and narrow", async (name, theme, kind) => {
    set({ "workbench.colorTheme": theme });
    await waitFor(theme, async () => (await calendar.evaluate("document.body.dataset.vscodeThemeKind")) === kind);
    await goTo("2024-02-29");
    await dragSideBar(350);
    await workbench.screenshot(`calendar-${name}`);
    await dragSideBar(248);
    expect(await calendar.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await workbench.screenshot(`calendar-${name}-narrow`);
  });
});

describe.each([
  ["the web worker host", { extension: "web" }],
  ["a folder that is not trusted", { workspaceTrust: true }],
] as const)("달력 in %s", (_, options) => {
  it("shows notes, and writes only where it may", async () => {
    const canWrite = !("workspaceTrust" in options);
    const folder = testFolder("노트");
    const day = `${today().slice(0, 7)}-01`;
    folder.write(`TIL/${day}-빈.md`, note("빈의 수명", day, [], "- 글"));
    const workbench = await openWorkbench({ workspace: folder.path, ...options });
    try {
      await workbench.openView("토막노트");
      const calendar = await webviewFrame(workbench, "달력");
      await calendar.locator(`td[data-day="${day}"] .mark.til`).waitFor();
      await workbench.screenshot(canWrite ? "calendar-web" : "calendar-untrusted");
      await calendar.locator(`td[data-day="${day}"]`).click();
      if (canWrite) {
        await workbench.chooseQuickPick("이날의 토막글 쓰기");
        await workbench.activeTab(`${day}-토막글-1.md`);
        await workbench.runCommand("잔디 보기");
        const grass = await webviewFrame(workbench, "잔디");
        await waitFor("two notes", async () =>
          (await grass.locator(`.years [data-day="${day}"]`).getAttribute("aria-label"))?.endsWith("노트 2편"),
        );
      } else {
        await workbench.activeTab(`${day}-빈.md`);
        expect(await calendar.locator(".note").textContent()).toBe("신뢰하지 않는 작업 영역이라 보기만 해요.");
        await calendar.locator("td.outside").first().click();
        await workbench.notification("새로 쓰려면 먼저 작업 영역을 신뢰해 주세요");
        expect(readdirSync(folder.path)).toEqual(["TIL"]);
      }
    } finally {
      await workbench.close();
      folder.remove();
    }
  });
});
