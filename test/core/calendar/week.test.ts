import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf } from "../../../src/core/calendar/day.ts";
import {
  daysOfYear,
  koreanDay,
  placeInWeek,
  WEEK_STARTS,
  weekdaysFrom,
  weekStartOf,
} from "../../../src/core/calendar/week.ts";
import { anyDay, day } from "./days.ts";

describe("a week", () => {
  it("starts on Sunday or Monday", () => {
    expect(weekStartOf(day("2025-05-03"), "sunday")).toBe("2025-04-27");
    expect(weekStartOf(day("2025-05-03"), "monday")).toBe("2025-04-28");
    expect(weekStartOf(day("2025-05-04"), "sunday")).toBe("2025-05-04");
    expect(weekStartOf(day("2025-05-04"), "monday")).toBe("2025-04-28");
  });

  it("has seven days in the order of its letters", () => {
    expect(weekdaysFrom("sunday").map(({ letter }) => letter)).toEqual([..."일월화수목금토"]);
    expect(weekdaysFrom("monday").map(({ name }) => name)).toEqual([
      ...["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
    ]);
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEK_STARTS), (any, start) => {
        const first = weekStartOf(any, start);
        const place = daysBetween(first, any);
        expect(place).toBe(placeInWeek(weekdayOf(any), start));
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(7);
        expect(
          koreanDay(any)
            .slice(0, -2)
            .endsWith(weekdaysFrom(start)[place]?.letter ?? "-"),
        ).toBe(true);
      }),
    );
  });
});

describe("the days of a year", () => {
  it.each([
    [2023, 365],
    [2024, 366],
    [1900, 365],
    [2000, 366],
    [999, 0],
  ])("%i has %i", (year, count) => {
    const days = daysOfYear(year);
    expect(days).toHaveLength(count);
    for (const [index, one] of days.entries()) expect(one).toBe(addDays(day(`${year}-01-01`), index));
  });
});
