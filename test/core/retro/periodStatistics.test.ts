import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/core/calendar/period.ts";
import { describeMore, type PeriodStatistics, periodStatistics } from "../../../src/core/retro/periodStatistics.ts";
import { noteOf } from "../../support/notebook.ts";

const tagged = (path: string, tags: string) => ({
  note: noteOf(path, `---\ntags: [${tags}]\n---\n`),
  body: "- 한글 글\n\n```js\ncode();\n```\n",
});

const notes = [
  tagged("TIL/2025-05-01-a.md", "자바, JPA"),
  tagged("TIL/2025-05-02-b.md", "자바, 가, 나, 다, 라"),
  tagged("TIL/2025-05-02-c.md", "자바, JPA"),
  tagged("TIL/2025-05-09-d.md", ""),
];
const earlier = (count: number) => Array.from({ length: count }, (_, index) => noteOf(`TIL/2024-05-01-${index}.md`));

function statsOf(of: string, before = 3, lastYear = 6, more: typeof notes = []): PeriodStatistics {
  const period = parsePeriod(of);
  if (period === undefined) throw new RangeError(of);
  return periodStatistics({
    ...{ period, notes: [...notes, ...more] },
    ...{ notesBefore: earlier(before), notesLastYear: earlier(lastYear) },
  });
}

describe("the numbers of a period", () => {
  it("are those of its notes, of the period before and of a year ago", () => {
    expect(statsOf("2025-05")).toEqual({
      ...{ total: 4, kinds: [{ kind: "til", label: "TIL", count: 4 }] },
      ...{ days_written: 3, days: 31, at_least: false, longest_streak: 2, characters: 12 },
      top_tags: [
        { tag: "자바", count: 3 },
        { tag: "JPA", count: 2 },
        { tag: "가", count: 1 },
        { tag: "나", count: 1 },
        { tag: "다", count: 1 },
      ],
      before: { total: 3, difference: 1, text: "지난달보다 1편 많음" },
      last_year: { total: 6, difference: -2, text: "지난해 같은 달보다 2편 적음" },
    });
  });

  it.each([
    ["2025-W18", "지난주와 같음", "지난해 같은 주 노트 없음"],
    ["2025-Q2", "지난 분기와 같음", "지난해 같은 분기 노트 없음"],
    ["2025-H1", "지난 반기와 같음", "지난해 같은 반기 노트 없음"],
    ["2025", "지난해와 같음", "지난해 노트 없음"],
  ])("of %s are compared in its own words", (of, before, lastYear) => {
    const stats = statsOf(of, 4, 0);
    expect([stats.before.text, stats.last_year.text]).toEqual([before, lastYear]);
  });

  it("are at least so many where a day is not known", () => {
    const more = [{ note: noteOf("TIL/2025-05-x.md", "---\nmonth: 2025-05\n---\n"), body: "" }];
    expect(statsOf("2025-05", 3, 6, more)).toMatchObject({ total: 5, days_written: 3, at_least: true });
  });
});

describe("what a period that gathers months says more", () => {
  const more = (of: string, characters: number): string => {
    const period = parsePeriod(of);
    return period === undefined ? "" : describeMore(period, { ...statsOf(of), characters });
  };

  it.each([
    [0, "0자"],
    [999, "999자"],
    [1000, "1,000자"],
    [1234567, "1,234,567자"],
  ])("has %i characters as %s", (characters, expected) => {
    expect(more("2025-Q2", characters)).toBe(
      `글자 ${expected} · 자주 쓴 태그 자바(3), JPA(2), 가(1), 나(1), 다(1) · 지난해 같은 분기보다 2편 적음`,
    );
  });

  it("does not compare a year twice", () => {
    expect(more("2025", 12)).toBe("글자 12자 · 자주 쓴 태그 자바(3), JPA(2), 가(1), 나(1), 다(1)");
  });
});
