import { describe, expect, it } from "vitest";
import {
  addMonths,
  firstDayOf,
  koreanMonth,
  lastDayOf,
  monthNumberOf,
  monthOfDay,
  parseYearMonth,
  yearMonthOf,
  yearOf,
} from "../../../src/core/calendar/month.ts";
import { day } from "./days.ts";

describe("month", () => {
  const may = monthOfDay(day("2025-05-31"));

  it("is read from exactly YYYY-MM", () => {
    expect(parseYearMonth("2025-05")).toBe("2025-05");
    expect(parseYearMonth("2025-13")).toBeUndefined();
    expect(parseYearMonth("2025-5")).toBeUndefined();
    expect(yearMonthOf(2025, 0)).toBeUndefined();
  });

  it("knows its year, number, days and Korean name", () => {
    expect([yearOf(may), monthNumberOf(may)]).toEqual([2025, 5]);
    expect([firstDayOf(may), lastDayOf(may)]).toEqual(["2025-05-01", "2025-05-31"]);
    expect(lastDayOf(monthOfDay(day("2024-02-01")))).toBe("2024-02-29");
    expect(koreanMonth(may)).toBe("2025년 5월");
  });

  it.each([
    [0, "2025-05"],
    [7, "2025-12"],
    [8, "2026-01"],
    [-4, "2025-01"],
    [-5, "2024-12"],
    [-29, "2022-12"],
  ])("%i months on is %s", (amount, expected) => {
    expect(addMonths(may, amount)).toBe(expected);
  });
});
