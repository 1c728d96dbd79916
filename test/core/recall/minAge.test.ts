import { describe, expect, it } from "vitest";
import { dayAtAge, parseAge } from "../../../src/core/recall/minAge.ts";
import { settingsWith } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

describe("how old a note is before it is asked about", () => {
  it.each([
    ["30일", "2025-05-01", "2025-05-31"],
    ["2주", "2025-05-01", "2025-05-15"],
    ["1개월", "2025-05-01", "2025-06-01"],
    [" 1 달 ", "2025-01-31", "2025-02-28"],
    ["3개월", "2024-11-30", "2025-02-28"],
    ["1년", "2024-02-29", "2025-02-28"],
    ["0일", "2025-05-01", "2025-05-01"],
  ])("%s after %s is %s", (text, from, to) => {
    const age = parseAge(text);
    expect(age && dayAtAge(day(from), age)).toBe(to);
  });

  it.each(["", "한 달", "1", "1 month", "-1일", "1개월쯤", "9999일"])("%j is none", (text) => {
    expect(parseAge(text)).toBeUndefined();
  });

  it("is a setting that is read in letters taken apart, too", () => {
    expect(settingsWith({ "recall.minAge": "2주".normalize("NFD") }).recall.minAge).toEqual({
      amount: 14,
      unit: "day",
    });
    expect(() => settingsWith({ "recall.minAge": "두 달" })).toThrow("1개월, 2주, 30일");
    expect(() => settingsWith({ "recall.sessionSize": 0 })).toThrow("1부터 100까지의 수");
    expect(() => settingsWith({ "recall.sessionSize": 1.5 })).toThrow("1부터 100까지의 수");
  });
});
