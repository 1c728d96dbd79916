import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOfDay, parseYearMonth, type YearMonth } from "../../../src/core/calendar/month.ts";
import { dateFromName } from "../../../src/core/note/dateEvidence/dateFromName.ts";
import { type PathVariables, renderNotePath } from "../../../src/core/note/notePath.ts";
import { renderTemplate } from "../../../src/templates.ts";
import { noteOf, settingsWith } from "../../support/notebook.ts";
import { anyDay, day } from "../calendar/days.ts";

function month(text: string): YearMonth {
  const result = parseYearMonth(text);
  if (result === undefined) throw new RangeError(`no such month: ${text}`);
  return result;
}

const { tomak, til } = settingsWith();

function render(pattern: string, variables: Partial<PathVariables>): string {
  const given = { kind: "til", date: day("2025-05-03"), title: "제목", ...variables } as const;
  const result = renderNotePath(pattern, given, renderTemplate);
  return result.ok ? result.path : result.problem.reason;
}

describe("a note's path", () => {
  it.each([
    [til.path, {}, "TIL/2025/05/2025-05-03-제목.md"],
    [tomak.path, { kind: "tomak", number: 95 } as const, "토막글/2025/05/2025-05-03-토막글-95.md"],
    [til.path, { date: month("2025-05") }, "TIL/2025/05/2025-05-제목.md"],
    ["{{ kind }}/{{ day }}-{{ title }}.md", { title: "a/b" }, "TIL/03-a-b.md"],
    ["{{ slug }}.md", { title: "../../밖" }, "밖.md"],
    ["../{{ slug }}.md", {}, "outside"],
    ["{{ slug }}", {}, "not-markdown"],
    ["", {}, "empty"],
    ["{{ slag }}.md", {}, "template"],
    ["{{ slug .md", {}, "template"],
  ])("%s with %j: %s", (pattern, variables, expected) => {
    expect(render(pattern, variables)).toBe(expected);
  });

  it("does not render a title as a template", () => {
    expect(render(til.path, { title: "{{ date }} {% raw %}" })).toBe("TIL/2025/05/2025-05-03-{{-date-}}-{%-raw-%}.md");
  });
});

describe("the date a path says", () => {
  it.each([
    [til.path, { date: month("2025-05"), title: "12 factor 앱" }, "TIL/2025/05/2025-05-TIL-12-factor-앱.md"],
    ["{{ slug }}.md", { date: month("2025-05"), title: "2024-01-01 정리" }, "2025-05-TIL-2024-01-01-정리.md"],
    ["{{ year }}/{{ month }}/{{ slug }}.md", { date: month("2025-05"), title: "3일" }, "2025/05/TIL-3일.md"],
    [
      "{{ year }}/{{ month }}/{{ number }}.md",
      { kind: "tomak", date: day("2025-05-20"), number: 3 } as const,
      "2025/05/2025-05-20-토막글-3.md",
    ],
    ["{{ slug }}.md", { date: day("2025-05-20"), title: "2024-01-01 정리" }, "2025-05-20-TIL-2024-01-01-정리.md"],
    // The pattern's own words are left as they are.
    ["_posts/{{ date }}-01-회고.md", { kind: "retro", date: month("2025-05") } as const, "_posts/2025-05-01-회고.md"],
  ])("%s with %j: %s", (pattern, variables, expected) => {
    expect(render(pattern, variables)).toBe(expected);
  });

  const title = fc.oneof(
    fc.string({
      unit: fc.constantFrom("1", "2", "0", "5", "-", ".", " ", "일", "월", "년", "T", "회고", "a"),
      maxLength: 12,
    }),
    anyDay.map((text) => `${text} 정리`),
    fc.integer({ min: 0, max: 31 }).map((number) => `${number}가지 팁`),
    fc.integer({ min: 0, max: 99 }).map((number) => `${String(number).padStart(2, "0")} 변수`),
  );
  const pattern = fc.constantFrom(
    til.path,
    "{{ slug }}.md",
    "{{ date }} {{ title }}.md",
    "{{ year }}/{{ month }}/{{ slug }}.md",
    "{{ year }}/{{ slug }}.md",
    "{{ year }}/{{ month }}/{{ number }}.md",
  );
  const number = fc.integer({ min: 1, max: 40 });

  it("is never another than the note's, when only its month is known", () => {
    fc.assert(
      fc.property(anyDay, title, pattern, number, (of, text, form, count) => {
        const date = monthOfDay(of);
        const path = render(form, { date, title: text, number: count });
        expect(dateFromName(path.slice(path.lastIndexOf("/") + 1))?.text ?? date).toBe(date);
        expect(noteOf(path, `---\nmonth: ${date}\n---\n`).date).toMatchObject({ text: date, precision: "month" });
      }),
      { numRuns: 1000 },
    );
  });

  it("is never another than the note's, when its day is known", () => {
    fc.assert(
      fc.property(anyDay, title, pattern, number, (date, text, form, count) => {
        const path = render(form, { date, title: text, number: count });
        expect(noteOf(path, `---\ndate: ${date} 10:00:00 +0900\n---\n`).date).toMatchObject({ text: date });
      }),
      { numRuns: 1000 },
    );
  });
});
