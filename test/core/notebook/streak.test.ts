import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../../src/core/calendar/day.ts";
import { dayAt } from "../../../src/core/calendar/zone.ts";
import { tomakDays } from "../../../src/core/notebook/dayMarks.ts";
import { currentStreak, longestStreak } from "../../../src/core/notebook/streak.ts";
import { describeTomakStreak } from "../../../src/core/notebook/streakText.ts";
import { dayRule, memoryNotebook } from "../../support/notebook.ts";
import { anyDay, day } from "../calendar/days.ts";

const streakOf = (days: readonly Day[], today: Day) => currentStreak((one) => days.includes(one), today);

describe("the run of days that goes on", () => {
  it.each([
    [["2025-05-01", "2025-05-02", "2025-05-03"], 3, true],
    [["2025-05-01", "2025-05-02"], 2, false],
    [["2025-05-01"], 0, false],
    [["2025-05-03"], 1, true],
    [["2025-05-04"], 0, false],
    [[], 0, false],
  ])("with %j on 3 May is %i days", (days, length, isTodayWritten) => {
    expect(streakOf(days.map(day), day("2025-05-03"))).toEqual({ length, isTodayWritten });
  });

  it("crosses the ends of months and years, and 29 February", () => {
    const days = ["2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01"].map(day);
    expect(streakOf(days, day("2024-01-02")).length).toBe(2);
    expect(streakOf(days, day("2024-03-01")).length).toBe(3);
  });

  it("is never longer than the longest, and as long as was written", () => {
    fc.assert(
      fc.property(anyDay, fc.array(fc.boolean(), { maxLength: 60 }), (today, written) => {
        const days = new Set(written.flatMap((isWritten, back) => (isWritten ? [addDays(today, -back)] : [])));
        const { length, isTodayWritten } = currentStreak((one) => days.has(one), today);
        expect(isTodayWritten).toBe(written[0] === true);
        const from = isTodayWritten ? 0 : 1;
        expect(written.slice(from, from + length).every(Boolean)).toBe(true);
        expect(written[from + length] ?? false).toBe(false);
        expect(length).toBeLessThanOrEqual(longestStreak(days));
      }),
    );
  });

  it("goes on at one in the morning while the day before lasts", async () => {
    const notebook = await memoryNotebook({
      "토막글/2025-04-30-토막글-1.md": "---\ntitle: 오늘의 토막글 1\n---\n",
      "토막글/2025-05-01-토막글-2.md": "---\ntitle: 오늘의 토막글 2\n---\n",
      "TIL/2025-05-02-빈.md": "- 글\n",
    });
    const at = Date.parse("2025-05-02T16:30:00Z"); // 01:30 on 3 May in Seoul
    const streak = (dayStartsAt: string) =>
      currentStreak(tomakDays(notebook.index), dayAt(at, dayRule("Asia/Seoul", dayStartsAt)));
    expect(streak("04:00")).toEqual({ length: 2, isTodayWritten: false });
    expect(streak("00:00")).toEqual({ length: 0, isTodayWritten: false });
  });

  it("is told in words that differ while today is still to be written", () => {
    expect(describeTomakStreak({ length: 12, isTodayWritten: true })).toEqual({
      text: "토막글 12일째",
      detail: "오늘의 토막글을 썼어요. 12일째 이어 쓰고 있어요.",
    });
    expect(describeTomakStreak({ length: 12, isTodayWritten: false })).toEqual({
      text: "토막글 13일째 쓰기",
      detail: "오늘의 토막글을 아직 쓰지 않았어요. 오늘 쓰면 13일째예요.",
    });
    expect(describeTomakStreak({ length: 0, isTodayWritten: false }).text).toBe("토막글 쓰기");
  });
});
