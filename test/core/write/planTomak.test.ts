import { describe, expect, it } from "vitest";
import { dayAt } from "../../../src/core/calendar/zone.ts";
import { findOnDisk, findTomakByName, planTomak } from "../../../src/core/write/planTomak.ts";
import { describeWriteProblem } from "../../../src/core/write/problem.ts";
import { addNote, dayRule, type MemoryNotebook, memoryNotebook, noteOf } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const MAY_1 = day("2025-05-01");
const NIGHT = Date.parse("2025-05-01T23:10:00+09:00");
const PATH = "토막글/2025/05/2025-05-01-토막글-96.md";

async function created(notebook: MemoryNotebook, of = MAY_1, now = NIGHT) {
  const plan = await planTomak(notebook, of, now);
  if (plan.action !== "create") throw new Error(`not created: ${JSON.stringify(plan)}`);
  return plan.note;
}

async function refused(values: Parameters<typeof memoryNotebook>[1], files: Record<string, string> = {}) {
  const plan = await planTomak(await memoryNotebook(files, values), MAY_1, NIGHT);
  if (plan.action !== "refuse") throw new Error(`not refused: ${JSON.stringify(plan)}`);
  return plan.problem;
}

describe("a day without a 토막글", () => {
  it("gets one with the next number, the cursor in its first bullet", async () => {
    const note = await created(await memoryNotebook({ "2025-04-30.md": "# 오늘의 토막글 95\n" }));
    expect(note.path).toBe(PATH);
    expect(note.text).toBe(`---
title: 오늘의 토막글 96
date: 2025-05-01 23:10:00 +0900
categories: [토막글]
tags: []
---

- 
- 
- 
`);
    expect(note.text.slice(0, note.cursor)).toMatch(/---\n\n- $/);
  });

  it("is read back as the note it is", async () => {
    const { path, text } = await created(await memoryNotebook({}));
    expect(noteOf(path, text)).toMatchObject({
      kind: "tomak",
      number: 1,
      date: { text: "2025-05-01", precision: "day" },
      writtenAt: NIGHT,
    });
  });

  it("takes its number from the highest in notes and retro posts", async () => {
    const notebook = await memoryNotebook({
      "a.md": "# 오늘의 토막글 3\n",
      "_posts/2025-04-30-4.md": "---\ntitle: 4월 회고\n---\n**오늘의 토막글 95**\n\n- 글\n",
    });
    expect((await created(notebook)).path).toBe(PATH);
  });

  it("takes its title and its place from the settings", async () => {
    const notebook = await memoryNotebook(
      { "a.md": "# 오늘의 토막글 95\n" },
      {
        "tomak.title": "[{{ number }}] 오늘: 토막",
        "tomak.path": "일기/{{ year }}-{{ month }}/{{ date }} {{ slug }}.md",
      },
    );
    const { path, text } = await created(notebook);
    expect(path).toBe("일기/2025-05/2025-05-01 [96]-오늘-토막.md");
    expect(text).toContain('title: "[96] 오늘: 토막"\n');
    expect(noteOf(path, text, notebook.rules)).toMatchObject({ title: "[96] 오늘: 토막", number: 96 });
  });

  it("is made of the notebook's own template; without a cursor it goes on in the first bullet", async () => {
    const template =
      "# {{ title }}\n\n{{ year }}.{{ month_number }}.{{ day_number }} {{ day }}\n\n- \n- {{ number }}\n";
    const { text, cursor } = await created(await memoryNotebook({ ".tomaknote/templates/tomak.md": template }));
    expect(text).toBe("# 오늘의 토막글 1\n\n2025.5.1 2025-05-01\n\n- \n- 1\n");
    expect(text.slice(cursor)).toBe("\n- 1\n");
  });

  it("is put into the folders there are, as the disk spells them", async () => {
    const folder = "토막글/2025".normalize("NFD");
    const notebook = await memoryNotebook({ [`${folder}/그림.png`]: "" });
    expect((await created(notebook)).path).toBe(`${folder}/05/2025-05-01-토막글-1.md`);
  });
});

describe("a day that has one", () => {
  it.each([
    ["in its place", PATH],
    ["elsewhere", "diary/2025-05-01.md"],
    ["in NFD", PATH.normalize("NFD")],
  ])("%s opens it", async (_, path) => {
    const notebook = await memoryNotebook({ [path]: "---\ntitle: 오늘의 토막글 96\n---\n- 글\n" });
    expect(await planTomak(notebook, MAY_1, NIGHT)).toEqual({ action: "open", path });
  });

  it("but whose number does not tell its day opens it", async () => {
    const notebook = await memoryNotebook({}, { "tomak.path": "토막글/{{ number }}.md" });
    const note = await created(notebook);
    addNote(notebook, note.path, note.text);
    expect(await planTomak(notebook, MAY_1, NIGHT)).toEqual({ action: "open", path: "토막글/1.md" });
    expect((await created(notebook, day("2025-05-02"))).path).toBe("토막글/2.md");
  });

  it("does not take a TIL, another day's or a month's 토막글 for it", async () => {
    const notebook = await memoryNotebook({
      "TIL/2025-05-01-a.md": "",
      "토막글/2025-05-02.md": "",
      "토막글/2025-05.md": "---\nmonth: 2025-05\n---\n",
    });
    await created(notebook);
  });

  it.each([
    ["the name", PATH, {}],
    ["another number", PATH.replace("96", "3"), {}],
    ["NFD", PATH.normalize("NFD"), {}],
    ["another letter case", "토막글/2025/05/2025-05-01-토막글-96.MD", {}],
    [
      "a pattern with the title in it",
      "d/2025-05-01-오늘의-토막글-96.md",
      { "tomak.path": "d/{{ date }}-{{ slug }}.md" },
    ],
  ])("is found on the disk where the index is behind: %s", async (_, path, values) => {
    const notebook = await memoryNotebook({}, values);
    notebook.files.put(path, "---\ntitle: 오늘의 토막글 96\n---\n");
    expect(await planTomak(notebook, MAY_1, NIGHT)).toEqual({ action: "open", path });
    expect(await findTomakByName(notebook, MAY_1)).toBe(path);
    expect(await findTomakByName(notebook, day("2025-05-02"))).toBeUndefined();
  });

  it("is found by no name that tells too little", async () => {
    for (const pattern of ["{{ number }}.md", "{{ number }}/{{ date }}-{{ number }}.md", "{{ broken"]) {
      const notebook = await memoryNotebook({ "2025-05-01.md": "" }, { "tomak.path": pattern });
      expect(await findTomakByName(notebook, MAY_1)).toBeUndefined();
    }
  });
});

describe("what cannot be made", () => {
  it("names the template and its line", async () => {
    const problem = await refused({}, { ".tomaknote/templates/tomak.md": "---\ntitle: {{ titel }}\n---\n" });
    expect(problem).toMatchObject({ reason: "template", template: "tomak", line: 2 });
    expect(describeWriteProblem(problem)).toMatch(/^템플릿 \.tomaknote\/templates\/tomak\.md 2번째 줄에 문제가 있어/);
  });

  it.each([
    ["tomak.path", "../{{ date }}.md", "outside"],
    ["tomak.path", "/tmp/{{ date }}.md", "outside"],
    ["tomak.path", "C:/{{ date }}.md", "outside"],
    ["tomak.path", "{{ date }}", "not-markdown"],
    ["tomak.path", "{{ dat }}.md", "template"],
    ["tomak.title", "{{ number }} {% if %}", "template"],
  ] as const)("names the setting %s when it is %s", async (setting, value, reason) => {
    const problem = await refused({ [setting]: value });
    expect(problem).toMatchObject({ reason: "path", setting, problem: { reason } });
    expect(describeWriteProblem(problem)).toMatch(
      new RegExp(`^설정 tomaknote\\.${setting}의 .*아무것도 만들지 않았어요\\. .*주세요\\.$`),
    );
  });
});

describe("the writer's day", () => {
  it.each([
    // [now, zone, day starts at, day, stamp]
    ["2025-05-01T00:00:00+09:00", "Asia/Seoul", "00:00", "2025-05-01", "2025-05-01 00:00:00 +0900"],
    ["2025-04-30T23:59:59+09:00", "Asia/Seoul", "00:00", "2025-04-30", "2025-04-30 23:59:59 +0900"],
    ["2025-04-30T15:00:00Z", "Asia/Seoul", "00:00", "2025-05-01", "2025-05-01 00:00:00 +0900"],
    ["2025-05-01T01:30:00+09:00", "Asia/Seoul", "04:00", "2025-04-30", "2025-04-30 23:59:59 +0900"],
    ["2025-05-01T03:59:59+09:00", "Asia/Seoul", "04:00", "2025-04-30", "2025-04-30 23:59:59 +0900"],
    ["2025-05-01T04:00:00+09:00", "Asia/Seoul", "04:00", "2025-05-01", "2025-05-01 04:00:00 +0900"],
    ["2026-01-01T01:00:00+09:00", "Asia/Seoul", "04:00", "2025-12-31", "2025-12-31 23:59:59 +0900"],
    ["2024-03-01T00:30:00+09:00", "Asia/Tokyo", "04:00", "2024-02-29", "2024-02-29 23:59:59 +0900"],
    ["2025-04-30T15:00:00Z", "UTC", "00:00", "2025-04-30", "2025-04-30 15:00:00 +0000"],
    ["2025-05-01T03:59:59Z", "America/New_York", "00:00", "2025-04-30", "2025-04-30 23:59:59 -0400"],
    ["2025-05-01T04:00:00Z", "America/New_York", "00:00", "2025-05-01", "2025-05-01 00:00:00 -0400"],
    ["2025-04-30T18:29:59Z", "Asia/Kolkata", "00:00", "2025-04-30", "2025-04-30 23:59:59 +0530"],
  ])("at %s in %s, with days from %s, is %s", async (now, timeZone, dayStartsAt, expected, stamp) => {
    const notebook = await memoryNotebook({}, { timeZone, dayStartsAt });
    const instant = Date.parse(now);
    const today = dayAt(instant, dayRule(timeZone, dayStartsAt));
    expect(today).toBe(expected);
    const { path, text } = await created(notebook, today, instant);
    expect(path).toContain(`/${expected.slice(0, 4)}/${expected.slice(5, 7)}/${expected}-`);
    expect(text).toContain(`\ndate: ${stamp}\n`);
    expect(noteOf(path, text, notebook.rules).date).toMatchObject({ text: expected });
    expect(noteOf("a.md", text, notebook.rules).date).toMatchObject({ text: expected });
  });

  it("of another day is stamped with a moment of it", async () => {
    const notebook = await memoryNotebook({});
    expect((await created(notebook, day("2025-04-28"))).text).toContain("date: 2025-04-28 23:59:59 +0900");
    expect((await created(notebook, day("2025-05-03"))).text).toContain("date: 2025-05-03 00:00:00 +0900");
  });
});

describe("findOnDisk", () => {
  it("gives the spelling of the disk, in folders too", async () => {
    const path = "Til/토막글/글.md".normalize("NFD");
    const notebook = await memoryNotebook({ [path]: "", "글.md": "" });
    expect(await findOnDisk(notebook, "TIL/토막글/글.MD")).toBe(path);
    expect(await findOnDisk(notebook, "글.md")).toBe("글.md");
    expect(await findOnDisk(notebook, "TIL/토막글/다른.md")).toBeUndefined();
    expect(await findOnDisk(notebook, "없는/글.md")).toBeUndefined();
  });

  it("prefers the very name", async () => {
    const notebook = await memoryNotebook({ "A.md": "", "a.md": "" });
    expect(await findOnDisk(notebook, "a.md")).toBe("a.md");
  });
});
