import { describe, expect, it } from "vitest";
import { type Period, parsePeriod } from "../../../src/core/calendar/period.ts";
import { notesForRetro } from "../../../src/core/retro/notesForRetro.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { expectGolden } from "../../support/golden.ts";
import { addNote, memoryNotebook, type SettingValues } from "../../support/notebook.ts";

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

const tomak = (number: number, date: string): Record<string, string> => ({
  [`토막글/${date}-토막글-${number}.md`]: `---\ntitle: 오늘의 토막글 ${number}\ndate: ${date} 23:00:00 +0900\n---\n\n- ${number}번째 토막\n`,
});

/** 2025-W18 is 28 April to 4 May. */
const notes = {
  ...tomak(1, "2025-04-27"),
  ...tomak(2, "2025-04-28"),
  ...tomak(3, "2025-05-04"),
  ...tomak(4, "2025-05-05"),
  "TIL/2025-05-월만-아는-것.md": "---\ntitle: 월만 아는 것\nmonth: 2025-05\n---\n\n- 글\n",
  "TIL/2025-05-01-락.md": "---\ntitle: 락\n---\n\n- 락\n",
};

async function draftOfPeriod(
  text: string,
  files: Readonly<Record<string, string>> = notes,
  values: SettingValues = {},
): Promise<{ readonly path: string; readonly text: string }> {
  const plan = await planRetro(await memoryNotebook(files, values), period(text));
  if (plan.action !== "create") throw new Error(`not created: ${JSON.stringify(plan)}`);
  return plan.draft;
}

describe("a week's draft", () => {
  it("lists the notes whose day is in the week", async () => {
    const { path, text } = await draftOfPeriod("2025-W18");
    expect(path).toBe("회고/2025-W18-정리.md");
    expectGolden(text, new URL("golden/week.md", import.meta.url));
  });

  it("is made of the template for weeks, not of that for months", async () => {
    const files = {
      ...notes,
      ".tomaknote/templates/retro.md": "{{ month_number }}월",
      ".tomaknote/templates/retro-week.md": "{{ period }} {{ period_name }} [{{ month }}{{ month_number }}]",
    };
    expect((await draftOfPeriod("2025-W18", files)).text).toBe("2025-W18 18주 []");
    expect((await draftOfPeriod("2025-05", files)).text).toBe("5월");
  });

  it("names its own template when that cannot be used", async () => {
    const files = { ...notes, ".tomaknote/templates/retro-week.md": "\n{{ nope }}" };
    const plan = await planRetro(await memoryNotebook(files), period("2025-W18"));
    expect(plan).toMatchObject({ action: "refuse", problem: { template: "retro-week", line: 2 } });
  });
});

describe("the place of a draft", () => {
  it.each([
    ["2025-05", "회고/2025-05-회고.md", "2025년 5월 회고", "2025-06-01"],
    ["2025-W18", "회고/2025-W18-정리.md", "2025년 18주 정리", "2025-05-05"],
    ["2025-Q2", "회고/2025-Q2-회고.md", "2025년 2분기 회고", "2025-07-01"],
    ["2025-H1", "회고/2025-H1-회고.md", "2025년 상반기 회고", "2025-07-01"],
    ["2025", "회고/2025-회고.md", "2025년 회고", "2026-01-01"],
  ])("of %s is %s, with its title and date", async (of, expected, title, date) => {
    const { path, text } = await draftOfPeriod(of);
    expect(path).toBe(expected);
    expect(text).toContain(`title: ${title}\ndate: ${date} 00:00:00 +0900\n`);
  });

  it.each([
    ["2025-W18", "글/2025/W18.md"],
    ["2025-Q2", "글/2025/Q2.md"],
    ["2025", "글/2025/연간.md"],
  ])("of %s follows a pattern made for months: %s", async (of, expected) => {
    const values = { "retro.path": "글/{{ year }}/{{ month }}.md" };
    expect((await draftOfPeriod(of, notes, values)).path).toBe(expected);
  });
});

describe("the notes of a period", () => {
  it.each([
    ["2025-W18", 3],
    ["2025-05", 4],
    ["2025-Q2", 6],
    ["2025-H1", 6],
    ["2025-H2", 0],
    ["2025", 7],
    ["2024", 0],
  ])("of %s are %i", async (of, count) => {
    const { index } = await memoryNotebook({
      ...notes,
      "책/2025/읽은 책.md": "- 글\n",
      "회고/2025-04-회고.md": "---\ntitle: 2025년 4월 회고\n---\n",
    });
    expect(notesForRetro(index, period(of))).toHaveLength(count);
  });
});

describe("the draft that is there", () => {
  it.each([
    ["2025-W18", "글/a.md", "2025년 18주 정리"],
    ["2025-W18", "글/a.md", "2025년 18주차 회고"],
    ["2025-Q2", "글/a.md", "2025년 2분기 회고"],
    ["2025-H1", "글/a.md", "2025년 상반기 회고"],
    ["2025", "글/a.md", "2025 회고"],
    ["2025", "회고/2025-회고.md", "아무 제목"],
    ["2025-W18", "회고/2025-W18-정리.md", "아무 제목"],
  ])("of %s is found at %s by %s", async (of, path, title) => {
    const notebook = await memoryNotebook({ ...notes, [path]: `---\ntitle: ${title}\n---\n` });
    expect(await planRetro(notebook, period(of))).toMatchObject({ action: "update", path });
  });

  it.each([
    ["2025", "2025년 5월 회고"],
    ["2025-Q2", "2025년 5월 회고"],
    ["2025-05", "2025년 회고"],
    ["2025-H1", "2025년 하반기 회고"],
    ["2025-W18", "2025년 19주 정리"],
  ])("of %s is not %s", async (of, title) => {
    const notebook = await memoryNotebook({ ...notes, "글/a.md": `---\ntitle: ${title}\n---\n` });
    expect(await planRetro(notebook, period(of))).toMatchObject({ action: "create" });
  });

  it("of a week takes a new note in and keeps what was written by hand", async () => {
    const notebook = await memoryNotebook(notes);
    const first = await planRetro(notebook, period("2025-W18"));
    if (first.action !== "create") throw new Error(first.action);
    expect(first.base.path).toBe(".tomaknote/retro/2025-W18.md");
    notebook.files.put(first.base.path, first.base.text);
    addNote(notebook, first.draft.path, first.draft.text.replace("해낸 것들\n", "해낸 것들\n\n- 손으로\n"));
    addNote(notebook, "TIL/2025-05-02-새.md", "- 새 글\n");
    const again = await planRetro(notebook, period("2025-W18"));
    if (again.action !== "update") throw new Error(again.action);
    const post = await notebook.readText(again.path);
    const merge = again.merge(post);
    expect(merge.added).toEqual(["TIL/2025-05-02-새.md"]);
    const after = applyEdits(post, merge.edits);
    expect(after).toContain("- 손으로\n");
    expect(after).toContain("**새**\n\n- 새 글\n");
    expect(again.merge(after).edits).toEqual([]);
  });
});
