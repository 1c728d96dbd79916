import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  daysInMonth,
  parseDay,
  partsOf,
  weekdayOf,
} from "../../../src/core/calendar/day.ts";
import { anyDay, day } from "./days.ts";

describe("day", () => {
  it("refuses what the calendar does not have", () => {
    expect(dayOf(2019, 9, 31)).toBeUndefined();
    expect(dayOf(2025, 2, 29)).toBeUndefined();
    expect(dayOf(2025, 13, 1)).toBeUndefined();
    expect(dayOf(2025, 0, 1)).toBeUndefined();
    expect(dayOf(999, 1, 1)).toBeUndefined();
    expect(parseDay("2025-5-1")).toBeUndefined();
    expect(parseDay("2025-05-01 ")).toBeUndefined();
  });

  it("knows leap years", () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
  });

  it("counts across months, years and leap days", () => {
    expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
    expect(addDays(day("2025-01-01"), -1)).toBe("2024-12-31");
    expect(daysBetween(day("2024-12-31"), day("2025-03-01"))).toBe(60);
    expect(weekdayOf(day("2025-05-01"))).toBe(4);
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
  });

  it("adds what it counts", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, amount) => {
        const to = addDays(from, amount);
        const { year, month, day: dayOfMonth } = partsOf(to);
        expect(daysBetween(from, to)).toBe(amount);
        expect(dayOf(year, month, dayOfMonth)).toBe(to);
        expect(from < to).toBe(amount > 0);
      }),
    );
  });
});
