import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween } from "../../../src/core/calendar/day.ts";
import { koreanPeriod, periodName } from "../../../src/core/calendar/koreanPeriod.ts";
import {
  contains,
  dayCountOf,
  daysOf,
  kindOfPeriod,
  monthsOf,
  nextPeriod,
  PERIOD_KINDS,
  type Period,
  parsePeriod,
  periodOf,
  periodOfDay,
  previousPeriod,
  samePeriodLastYear,
} from "../../../src/core/calendar/period.ts";
import { withParticle } from "../../../src/core/text/particle.ts";
import { anyDay, day } from "./days.ts";

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

describe("parsePeriod", () => {
  it.each([
    ["2025-W18", "week"],
    ["2025-05", "month"],
    ["2025-Q2", "quarter"],
    ["2025-H1", "half"],
    ["2025", "year"],
    ["2020-W53", "week"],
    ["2026-W53", "week"],
  ])("reads %s as a %s", (text, kind) => {
    expect(parsePeriod(text)).toBe(text);
    expect(kindOfPeriod(period(text))).toBe(kind);
  });

  it.each([
    ..."2025-13 2025-00 2025-Q0 2025-Q5 2025-H0 2025-H3 2025-W00 2025-W54 2025-W1 2025-w18 0999 25 20250".split(" "),
    ...["2025-", "2025-5", "2025-05-01", " 2025", "2025\n", ""],
    // 2025 has 52 weeks, 2021 and 2024 as well.
    ...["2025-W53", "2021-W53", "2024-W53"],
  ])("refuses %j", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe("the days of a period", () => {
  it.each([
    ["2025-W18", "2025-04-28", "2025-05-04", 7],
    ["2025-W01", "2024-12-30", "2025-01-05", 7],
    ["2020-W53", "2020-12-28", "2021-01-03", 7],
    ["2021-W01", "2021-01-04", "2021-01-10", 7],
    ["2024-02", "2024-02-01", "2024-02-29", 29],
    ["2025-Q1", "2025-01-01", "2025-03-31", 90],
    ["2025-Q4", "2025-10-01", "2025-12-31", 92],
    ["2025-H1", "2025-01-01", "2025-06-30", 181],
    ["2025-H2", "2025-07-01", "2025-12-31", 184],
    ["2024", "2024-01-01", "2024-12-31", 366],
  ])("of %s are %s to %s", (text, first, last, count) => {
    expect(daysOf(period(text))).toEqual({ first, last });
    expect(dayCountOf(period(text))).toBe(count);
  });

  it("belong to it and to no other of its kind", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...PERIOD_KINDS), (some, kind) => {
        const found = periodOfDay(kind, some);
        const { first, last } = daysOf(found);
        expect(parsePeriod(found)).toBe(found);
        expect(first <= some && some <= last).toBe(true);
        expect(daysBetween(last, daysOf(nextPeriod(found)).first)).toBe(1);
        expect(previousPeriod(nextPeriod(found))).toBe(found);
      }),
    );
  });

  it.each([
    ["2025-01-01", "2025-W01"],
    ["2024-12-29", "2024-W52"],
    ["2024-12-30", "2025-W01"],
    ["2021-01-03", "2020-W53"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
  ])("%s lies in %s", (text, week) => {
    expect(periodOfDay("week", day(text))).toBe(week);
  });
});

describe("periods around a period", () => {
  it.each([
    ["2025-W01", "2024-W52", "2025-W02", "2024-W01"],
    ["2020-W53", "2020-W52", "2021-W01", undefined],
    ["2025-01", "2024-12", "2025-02", "2024-01"],
    ["2025-Q1", "2024-Q4", "2025-Q2", "2024-Q1"],
    ["2025-H2", "2025-H1", "2026-H1", "2024-H2"],
    ["2025", "2024", "2026", "2024"],
  ])("of %s", (text, before, after, lastYear) => {
    expect(previousPeriod(period(text))).toBe(before);
    expect(nextPeriod(period(text))).toBe(after);
    expect(samePeriodLastYear(period(text))).toBe(lastYear);
  });
});

describe("a note's date", () => {
  const inAll = (date: Parameters<typeof periodOf>[1]) => PERIOD_KINDS.map((kind) => periodOf(kind, date));

  it("belongs to every period around its day", () => {
    expect(inAll({ text: "2025-05-01", precision: "day" })).toEqual([
      "2025-W18",
      "2025-05",
      "2025-Q2",
      "2025-H1",
      "2025",
    ]);
  });

  it("of which the month is known belongs to no week", () => {
    expect(inAll({ text: "2025-12", precision: "month" })).toEqual([
      undefined,
      "2025-12",
      "2025-Q4",
      "2025-H2",
      "2025",
    ]);
    expect(contains(period("2025-W18"), { text: "2025-05", precision: "month" })).toBe(false);
    expect(contains(period("2025-Q2"), { text: "2025-05", precision: "month" })).toBe(true);
    expect(contains(period("2025-Q3"), { text: "2025-05", precision: "month" })).toBe(false);
  });

  it("of which the year is known belongs to the year", () => {
    const nothing = [undefined, undefined, undefined, undefined];
    expect(inAll({ text: "2025", precision: "year" })).toEqual([...nothing, "2025"]);
  });
});

describe("a period's months", () => {
  it.each([
    ["2025-W18", ""],
    ["2025-05", "2025-05"],
    ["2025-Q3", "2025-07 2025-08 2025-09"],
    ["2025-H2", "2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"],
  ])("of %s", (text, months) => {
    expect(monthsOf(period(text)).join(" ")).toBe(months);
  });
});

describe("a period in Korean", () => {
  it.each([
    ["2025-W18", "2025년 18주", "18주를"],
    ["2025-W01", "2025년 1주", "1주를"],
    ["2025-05", "2025년 5월", "5월을"],
    ["2025-Q2", "2025년 2분기", "2분기를"],
    ["2025-H1", "2025년 상반기", "상반기를"],
    ["2025-H2", "2025년 하반기", "하반기를"],
    ["2025", "2025년", "2025년을"],
  ])("%s is %s", (text, whole, object) => {
    expect(koreanPeriod(period(text))).toBe(whole);
    expect(withParticle(periodName(period(text)), "을/를")).toBe(object);
  });
});
