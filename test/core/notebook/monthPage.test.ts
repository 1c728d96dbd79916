import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysInMonth } from "../../../src/core/calendar/day.ts";
import { monthNumberOf, monthOfDay, parseYearMonth, type YearMonth, yearOf } from "../../../src/core/calendar/month.ts";
import { WEEK_STARTS } from "../../../src/core/calendar/week.ts";
import { countsInWords, notesOn } from "../../../src/core/notebook/dayMarks.ts";
import { hasPage, monthPage } from "../../../src/core/notebook/monthPage.ts";
import { NotebookIndex } from "../../../src/core/notebook/notebookIndex.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { anyDay, day } from "../calendar/days.ts";

function month(text: string): YearMonth {
  const result = parseYearMonth(text);
  if (result === undefined) throw new RangeError(`no such month: ${text}`);
  return result;
}

const notebook = await memoryNotebook({
  "토막글/2025-05-03-토막글-1.md": "---\ntitle: 오늘의 토막글 1\n---\n",
  "TIL/2025-05-03-a.md": "# <script>가\n",
  "TIL/2025-05-03-b.md": "# 나\n",
  "책/2025-05-03-c.md": "# 다\n",
  "세션/2025-05-03-d.md": "# 라\n",
  "회고/2025-05-31-회고.md": "---\ntitle: 2025년 5월 회고\n---\n",
  "TIL/2025-05-언젠가.md": "---\nmonth: 2025-05\n---\n",
  "TIL/2025-04-30-e.md": "# 마\n",
  "TIL/2025-06-01-f.md": "# 바\n",
  "TIL/2024-05-03-g.md": "# 사\n",
});

describe("a month of the calendar", () => {
  const page = monthPage(notebook.index, {
    month: month("2025-05"),
    today: day("2025-05-03"),
    weekStartsOn: "sunday",
  });
  const cell = (text: string) => page.days.find((one) => one.day === text);

  it("marks each day once for each kind, in a fixed order", () => {
    expect(cell("2025-05-03")).toEqual({
      day: "2025-05-03",
      isInMonth: true,
      isToday: true,
      isWeekend: true,
      marks: ["tomak", "til", "other"],
      label: "5월 3일 토요일, 오늘, 토막글 1, TIL 2, 세션 1, 책 1",
      titles: expect.arrayContaining(["<script>가"]),
    });
    expect(cell("2025-05-31")?.marks).toEqual(["retro"]);
    expect(cell("2025-05-02")).toMatchObject({ marks: [], label: "5월 2일 금요일, 노트 없음", titles: [] });
  });

  it("shows the days of the months beside it, marked as well", () => {
    expect([page.days[0]?.day, page.days.at(-1)?.day]).toEqual(["2025-04-27", "2025-06-07"]);
    expect(cell("2025-04-30")).toMatchObject({ isInMonth: false, marks: ["til"] });
    expect(cell("2025-06-01")).toMatchObject({ isInMonth: false, marks: ["til"] });
  });

  it("counts the notes of the month, those whose day is not known too", () => {
    expect(page.counts).toEqual({ tomak: 1, til: 3, retro: 1, other: 2 });
    expect(page.withoutDay).toBe(1);
    expect(page.title).toBe("2025년 5월");
  });

  it("names no more than a few titles of a day", () => {
    const index = new NotebookIndex();
    const [note] = notebook.index.notesIn("TIL/2025-05-03-a.md");
    if (note === undefined) throw new Error("no note");
    const paths = Array.from({ length: 9 }, (_, number) => `TIL/2025-05-03-a-${number + 2}.md`);
    index.apply({ read: new Map(paths.map((path) => [path, [{ ...note, path }]])) });
    const busy = monthPage(index, { month: month("2025-05"), today: day("2025-05-04"), weekStartsOn: "sunday" });
    expect(busy.days.find((one) => one.day === "2025-05-03")?.titles.slice(5)).toEqual(["<script>가", "외 3편"]);
  });

  it("asks for three months of notes at most", () => {
    const asked: YearMonth[] = [];
    const notesOf = (one: YearMonth) => {
      asked.push(one);
      return notebook.index.notesOf(one);
    };
    monthPage({ notesOf }, { month: month("2025-05"), today: day("2025-05-03"), weekStartsOn: "monday" });
    expect(new Set(asked)).toEqual(new Set(["2025-04", "2025-05", "2025-06"]));
  });

  it("is six whole weeks with every day of the month once, whatever the month and the first weekday", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEK_STARTS), (today, weekStartsOn) => {
        const any = monthOfDay(today);
        const { days } = monthPage(new NotebookIndex(), { month: any, today, weekStartsOn });
        expect(days).toHaveLength(42);
        for (const [index, one] of days.entries())
          if (index > 0) expect(one.day).toBe(addDays(days[index - 1]?.day ?? today, 1));
        expect(days.filter(({ isInMonth }) => isInMonth)).toHaveLength(daysInMonth(yearOf(any), monthNumberOf(any)));
        expect(days.filter(({ isToday }) => isToday).map((one) => one.day)).toEqual([today]);
        const weekend = weekStartsOn === "sunday" ? [0, 6] : [5, 6];
        expect(days.every(({ isWeekend }, index) => isWeekend === weekend.includes(index % 7))).toBe(true);
      }),
    );
  });

  it("is there for every month but the calendar's first and last", () => {
    for (const [text, is] of [
      ["1000-01", false],
      ["1000-02", true],
      ["9999-11", true],
      ["9999-12", false],
    ] as const) {
      expect(hasPage(month(text))).toBe(is);
      if (is) monthPage(new NotebookIndex(), { month: month(text), today: day("2025-05-03"), weekStartsOn: "monday" });
    }
  });
});

describe("the notes of a day", () => {
  it("are those that state it", () => {
    const notes = notesOn(notebook.index, day("2025-05-03"));
    expect(notes.map(({ path }) => path)).toHaveLength(5);
    expect(countsInWords(notes)).toBe("토막글 1, TIL 2, 세션 1, 책 1");
    expect(notesOn(notebook.index, day("2025-05-04"))).toEqual([]);
    expect(countsInWords([])).toBe("");
  });
});
