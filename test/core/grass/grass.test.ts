import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import { parsePeriod } from "../../../src/core/calendar/period.ts";
import { daysOfYear, WEEK_STARTS } from "../../../src/core/calendar/week.ts";
import { countNote } from "../../../src/core/grass/countNote.ts";
import { firstYear, type GrassPage, grassPage } from "../../../src/core/grass/grassPage.ts";
import { grassSvg } from "../../../src/core/grass/grassSvg.ts";
import { describeChoice, describeStreak, describeYear, monthTotals } from "../../../src/core/grass/grassText.ts";
import { describeValue, LEVEL_STEPS, levelOf, MEASURES } from "../../../src/core/grass/measure.ts";
import { squareLayout } from "../../../src/core/grass/squareLayout.ts";
import { writingOf } from "../../../src/core/grass/writing.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { parseMarkdown } from "../../../src/markdown.ts";
import { noteOf } from "../../support/notebook.ts";
import { anyDay, day } from "../calendar/days.ts";

const til = (date: string, name: string, tags: readonly string[] = []): Note =>
  noteOf(`TIL/${date}-${name}.md`, `---\ntags: [${tags.join(", ")}]\n---\n`);

const notes = [
  til("2024-02-29", "a", ["자바"]),
  til("2024-02-29", "b", ["자바/스프링"]),
  til("2024-03-01", "c", ["자바스크립트"]),
  til("2023-12-31", "d"),
  noteOf("토막글/2024-03-02-토막글-1.md", "---\ntitle: 오늘의 토막글 1\n---\n"),
  noteOf("TIL/2024-02-언젠가.md", "---\nmonth: 2024-02\n---\n"),
];
const today = day("2024-03-02");
const page = (choice: Partial<GrassPage["choice"]>, charactersOf?: (note: Note) => number): GrassPage =>
  grassPage(notes, {
    choice: { measure: "count", ...choice },
    today,
    weekStartsOn: "sunday",
    ...(charactersOf && { charactersOf }),
  });

describe("what was written", () => {
  it("is summed day by day, with its years newest first", () => {
    const writing = writingOf(notes, {}, () => 7);
    expect([...writing.days]).toEqual([
      ["2024-02-29", { notes: 2, characters: 14 }],
      ["2024-03-01", { notes: 1, characters: 7 }],
      ["2023-12-31", { notes: 1, characters: 7 }],
      ["2024-03-02", { notes: 1, characters: 7 }],
    ]);
    expect(writing.years).toEqual([2024, 2023]);
    expect(writing.withoutDay).toBe(1);
  });

  it("is of one kind or one tag with those below it, when asked for", () => {
    expect([...writingOf(notes, { kind: "tomak" }).days.keys()]).toEqual(["2024-03-02"]);
    expect([...writingOf(notes, { tag: "자바" }).days]).toEqual([["2024-02-29", { notes: 2, characters: 0 }]]);
    expect(writingOf(notes, { kind: "tomak", tag: "자바" })).toMatchObject({ years: [], withoutDay: 0 });
  });

  it("looks at each note once", () => {
    let looks = 0;
    writingOf(notes, {}, () => ++looks);
    expect(looks).toBe(5);
  });
});

describe("a level", () => {
  it.each(MEASURES)("by %s grows with the value, from nothing to the most", (measure) => {
    const steps = LEVEL_STEPS[measure];
    expect(levelOf(0, measure)).toBe(0);
    for (const [index, step] of steps.entries()) {
      expect(levelOf(step, measure)).toBe(index + 1);
      expect(levelOf(step - 1, measure)).toBe(index);
    }
    expect(levelOf(1_000_000, measure)).toBe(4);
  });

  it("has its value in words", () => {
    expect([describeValue(3, "count"), describeValue(12_345, "characters")]).toEqual(["3편", "12,345자"]);
  });
});

describe("the page", () => {
  it("has the numbers of a leap year's days from 1 January on", () => {
    const [year] = page({ year: 2024 }).years;
    expect(year?.notes).toHaveLength(366);
    const written = daysOfYear(2024).filter((_, index) => (year?.notes[index] ?? 0) > 0);
    expect(written).toEqual(["2024-02-29", "2024-03-01", "2024-03-02"]);
    expect(year?.characters).toEqual([]);
    expect(page({ year: 2023 }, () => 9).years[0]?.characters).toHaveLength(365);
  });

  it("shows all years, newest first, when none is chosen, and this year when nothing is written", () => {
    expect(page({}).years.map(({ year }) => year)).toEqual([2024, 2023]);
    expect(page({ tag: "없음" }).years.map(({ year }) => year)).toEqual([2024]);
    expect(page({}).allYears).toEqual([2024, 2023]);
  });

  it("says how long days were written in a row, of what is shown", () => {
    expect(page({}).streak).toEqual({ now: 3, longest: 3, isTodayWritten: true });
    expect(page({ kind: "til" }).streak).toEqual({ now: 2, longest: 2, isTodayWritten: false });
    expect(describeStreak(page({ kind: "til" }))).toBe(
      "이어 쓴 날: 지금 2일, 가장 길게 2일. 오늘은 아직 쓰지 않았어요.",
    );
    expect(describeStreak(page({ tag: "없음" }))).toBe("이어 쓴 날: 지금 0일, 가장 길게 0일.");
  });

  it("begins with this year, or the last one written in", () => {
    expect(firstYear(notes, day("2024-12-31"))).toBe(2024);
    expect(firstYear(notes, day("2030-01-01"))).toBe(2024);
    expect(firstYear([til("2031-01-01", "x")], day("2030-01-01"))).toBe(2030);
    expect(firstYear([], day("2030-01-01"))).toBe(2030);
  });

  it("says what it shows, and a year's numbers in all and by month", () => {
    expect(describeChoice({ measure: "count", year: 2024 })).toBe("2024년 모든 노트");
    expect(describeChoice({ measure: "count", kind: "til", tag: "자바" })).toBe("TIL #자바");
    const [year] = page({ year: 2024 }, () => 1_000).years;
    if (year === undefined) throw new Error("no year");
    expect(describeYear(year)).toBe("노트 4편 · 쓴 날 3일 · 4,000자");
    expect(monthTotals(year).slice(0, 3)).toEqual([
      { month: 1, daysWritten: 0, notes: 0, characters: 0 },
      { month: 2, daysWritten: 1, notes: 2, characters: 2_000 },
      { month: 3, daysWritten: 2, notes: 2, characters: 2_000 },
    ]);
  });

  it("loses no note of a day, whichever days there are", () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 40 }), (days) => {
        const some = days.map((one, index) => til(one, String(index)));
        const { years } = grassPage(some, { choice: { measure: "count" }, today, weekStartsOn: "monday" });
        expect(years.flatMap((year) => [...year.notes]).reduce((sum, count) => sum + count, 0)).toBe(days.length);
        for (const { year, notes: counts } of years) expect(counts).toHaveLength(daysOfYear(year).length);
      }),
    );
  });
});

describe("the squares of a year", () => {
  it.each(WEEK_STARTS)("starting on %s have a place each, a column a week and a row a weekday", (start) => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), (year) => {
        const period = parsePeriod(String(year));
        if (period === undefined) throw new RangeError(String(year));
        const { width, height, place, weekdays, months } = squareLayout(period, start);
        const places = daysOfYear(year).map((one: Day) => place(one));
        expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(places.length);
        for (const [index, { x, y, row }] of places.entries()) {
          expect(x + 11 <= width && y + 11 <= height).toBe(true);
          const before = places[index - 1];
          if (before === undefined) continue;
          expect(row).toBe((before.row + 1) % 7);
          expect(x - before.x).toBe(row === 0 ? 13 : 0);
        }
        expect(weekdays.map(({ text }) => text)).toEqual(["월", "수", "금"]);
        expect(months.map(({ text }) => text)).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}월`));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the picture", () => {
  it("has a square for each day of every year shown, and a legend", () => {
    const svg = grassSvg(page({}));
    expect(svg.match(/<rect class="tomak-\d"/g)).toHaveLength(366 + 365 + 5);
    expect(svg).toContain("<title>2월 29일: 2편</title>");
    expect(svg).toContain("2024년 · 노트 4편 · 쓴 날 3일");
    expect(grassSvg(page({ year: 2024, measure: "characters" }, () => 1_234))).toContain(
      "<title>2월 29일: 2,468자</title>",
    );
  });

  it("stands alone and is one block of HTML to Markdown", () => {
    const svg = grassSvg(page({ year: 2024 }));
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|@import|<script|\son[a-z]+=/);
    expect(svg.trimEnd()).not.toMatch(/\n\s*\n/);
    expect(parseMarkdown(`글\n\n${svg}\n글`).filter(({ type }) => type === "html_block")).toHaveLength(1);
  });

  it("holds nothing that a tag could add to it", () => {
    const tag = `<script>alert("1")</script>&\u0000\uD800`;
    const svg = grassSvg(page({ year: 2024, tag }));
    expect(svg).not.toContain("<script");
    expect(svg).toContain("#&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;");
    expect(svg).not.toMatch(/[\u0000\uD800]/);
  });

  it("is the same for the same notes", () => {
    expect(grassSvg(page({}))).toBe(grassSvg(page({})));
  });
});

describe("counting the characters of a note", () => {
  const never = (): Promise<void> => Promise.reject(new Error("paused"));

  it("counts its words alone", async () => {
    const text =
      "---\ntitle: 제목\n---\n\n# 만료된 키\n\n- 가 나다\n\n```js\nconst x = 1;\n```\n\n[라마](https://redis.io)\n";
    expect(await countNote({}, text, never)).toBe("만료된키가나다라마".length);
    expect(await countNote({}, "", never)).toBe(0);
  });

  it("counts a section of a file", async () => {
    const text = "## 1일\n가나\n## 2일\n다라마\n";
    const start = text.indexOf("## 2일");
    expect(await countNote({ range: { start, end: text.length, line: 2 } }, text, never)).toBe("2일다라마".length);
  });

  it.each([
    ["lines", "가나다라마 \n".repeat(40_000), 200_000],
    ["one line", "가".repeat(260_000), 260_000],
  ])("pauses while it counts a long text of %s", async (_, text, count) => {
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses++;
    };
    expect(await countNote({}, text, pause)).toBe(count);
    expect(pauses).toBeGreaterThanOrEqual(3);
  });
});
