import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "../../../src/core/calendar/day.ts";
import {
  civilDayAt,
  type DayRule,
  dayAt,
  formatStamp,
  instantOf,
  isTimeZone,
  nextDayAt,
  parseTimeOfDay,
  stampAtStartOf,
  stampFor,
} from "../../../src/core/calendar/zone.ts";
import { dayRule } from "../../support/notebook.ts";
import { anyDay, day } from "./days.ts";

const SEOUL: DayRule = { timeZone: "Asia/Seoul", dayStartsAt: 0 };
const LATE: DayRule = { timeZone: "Asia/Seoul", dayStartsAt: 240 };
const NEW_YORK: DayRule = { timeZone: "America/New_York", dayStartsAt: 240 };

const ZONES = [
  "Asia/Seoul",
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Asia/Beirut",
  "+05:30",
];

describe("the writer's day", () => {
  it.each([
    ["2025-05-01T14:59:59Z", SEOUL, "2025-05-01"],
    ["2025-05-01T15:00:00Z", SEOUL, "2025-05-02"],
    ["2025-05-01T16:30:00Z", LATE, "2025-05-01"],
    ["2025-05-01T18:59:59Z", LATE, "2025-05-01"],
    ["2025-05-01T19:00:00Z", LATE, "2025-05-02"],
    ["2024-12-31T16:00:00Z", LATE, "2024-12-31"],
    // Clocks go forward at 02:00; the day still begins when they show 04:00.
    ["2024-03-10T07:59:59Z", NEW_YORK, "2024-03-09"],
    ["2024-03-10T08:00:00Z", NEW_YORK, "2024-03-10"],
    // And back.
    ["2024-11-03T08:59:59Z", NEW_YORK, "2024-11-02"],
    ["2024-11-03T09:00:00Z", NEW_YORK, "2024-11-03"],
  ])("at %s is the day that began at its hour", (instant, rule, expected) => {
    expect(dayAt(Date.parse(instant), rule)).toBe(expected);
  });

  it("needs a zone that exists", () => {
    expect(() => civilDayAt(0, "Asia/Pyeongchang")).toThrow(RangeError);
  });
});

describe("stamps", () => {
  it.each([
    ["Asia/Seoul", "2025-05-01 23:10:00 +0900"],
    ["UTC", "2025-05-01 14:10:00 +0000"],
    ["America/St_Johns", "2025-05-01 11:40:00 -0230"],
    ["Asia/Kathmandu", "2025-05-01 19:55:00 +0545"],
    ["+05:30", "2025-05-01 19:40:00 +0530"],
  ])("are written for Jekyll in %s", (timeZone, expected) => {
    expect(formatStamp(Date.parse("2025-05-01T14:10:00.999Z"), timeZone)).toBe(expected);
  });

  it("follow the clock changes Korea had until 1988", () => {
    expect(formatStamp(Date.parse("1988-07-01T00:00:00Z"), "Asia/Seoul")).toBe("1988-07-01 10:00:00 +1000");
  });

  it.each([
    ["the present when it is that day", "2025-05-01T14:10:05Z", "2025-05-01 23:10:05 +0900"],
    ["its last second after midnight", "2025-05-01T16:30:00Z", "2025-05-01 23:59:59 +0900"],
    ["its first second when it is still ahead", "2025-04-20T00:00:00Z", "2025-05-01 00:00:00 +0900"],
  ])("of a note are %s", (_, now, expected) => {
    expect(stampFor(day("2025-05-01"), Date.parse(now), LATE)).toBe(expected);
  });

  it("skip a midnight that the clocks skip", () => {
    const rule = { timeZone: "America/Sao_Paulo", dayStartsAt: 0 };
    expect(stampAtStartOf(day("2018-11-04"), rule)).toBe("2018-11-04 01:00:00 -0200");
    expect(stampAtStartOf(day("2018-11-05"), rule)).toBe("2018-11-05 00:00:00 -0200");
  });

  it("always name the note's own day", () => {
    const instants = fc.integer({ min: Date.parse("1991-01-01"), max: Date.parse("2098-12-31") });
    fc.assert(
      fc.property(
        anyDay,
        instants,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 1439 }),
        (of, now, timeZone, dayStartsAt) => {
          const rule = { timeZone, dayStartsAt };
          expect(stampFor(of, now, rule).slice(0, 10)).toBe(of);
          const today = dayAt(now, rule);
          expect(stampFor(today, now, rule).slice(0, 10)).toBe(today);
          expect([today, addDays(today, 1)]).toContain(civilDayAt(now, timeZone));
        },
      ),
    );
  });
});

describe("instantOf", () => {
  it("takes a skipped time behind the jump and of a repeated one the first", () => {
    const at = (text: string, hours: number) =>
      formatStamp(instantOf(day(text), hours * 3600, "America/New_York"), "America/New_York");
    expect(at("2024-03-10", 2.5)).toBe("2024-03-10 03:30:00 -0400");
    expect(at("2024-11-03", 1.5)).toBe("2024-11-03 01:30:00 -0400");
    expect(at("2024-11-03", 2.5)).toBe("2024-11-03 02:30:00 -0500");
  });

  it("is undone by the stamp wherever clocks show that time", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 14_400, max: 86_399 }),
        fc.constantFrom(...ZONES),
        (of, second, timeZone) => {
          const time = new Date(second * 1000).toISOString().slice(11, 19);
          expect(formatStamp(instantOf(of, second, timeZone), timeZone).slice(0, 19)).toBe(`${of} ${time}`);
        },
      ),
    );
  });
});

describe("settings", () => {
  it.each([
    ["04:00", 240],
    ["4:00", 240],
    [" 00:00 ", 0],
    ["23:59", 1439],
    ["24:00", undefined],
    ["12:60", undefined],
    ["4", undefined],
    ["새벽 4시", undefined],
    ["", undefined],
  ])("reads the time of day %j", (text, expected) => {
    expect(parseTimeOfDay(text)).toBe(expected);
  });

  it.each([
    ["Asia/Seoul", true],
    ["UTC", true],
    ["Etc/GMT+9", true],
    ["+09:00", true],
    ["+99:00", false],
    ["Seoul", false],
    ["Asia/Seoul ", false],
    ["서울+09:00", false],
    ["x+09:00", false],
    ["", false],
  ])("knows whether %j is a time zone", (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });

  it("finds days in every zone it accepts", () => {
    for (const timeZone of ZONES) {
      expect(isTimeZone(timeZone)).toBe(true);
      expect(parseDay(civilDayAt(0, timeZone))).toBeDefined();
    }
  });
});

describe("nextDayAt", () => {
  it("is the moment at which the writer's day turns", () => {
    const now = Date.parse("2025-05-01T14:30:00Z"); // 23:30 in Seoul
    expect(nextDayAt(now, dayRule("Asia/Seoul", "00:00"))).toBe(Date.parse("2025-05-01T15:00:00Z"));
    expect(nextDayAt(now, dayRule("Asia/Seoul", "04:00"))).toBe(Date.parse("2025-05-01T19:00:00Z"));
    // At the moment itself the next one is a day later.
    expect(nextDayAt(Date.parse("2025-05-01T19:00:00Z"), dayRule("Asia/Seoul", "04:00"))).toBe(
      Date.parse("2025-05-02T19:00:00Z"),
    );
  });

  it("is where the clocks jump when they leave out the hour at which days begin", () => {
    const before = Date.parse("2024-03-10T06:59:00Z"); // 01:59 in New York, 03:00 a minute later
    expect(nextDayAt(before, dayRule("America/New_York", "02:30"))).toBe(Date.parse("2024-03-10T07:00:00Z"));
  });

  it("is the first moment of a later day, on the days the clocks change too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse("2024-01-01T00:00:00Z"), max: Date.parse("2026-01-01T00:00:00Z") }),
        fc.constantFrom("Asia/Seoul", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "+05:45"),
        fc.constantFrom("00:00", "01:30", "02:00", "02:30", "04:00", "23:59"),
        (now, timeZone, dayStartsAt) => {
          const rule = dayRule(timeZone, dayStartsAt);
          const next = nextDayAt(now, rule);
          expect(next).toBeGreaterThan(now);
          expect(dayAt(next, rule) > dayAt(now, rule)).toBe(true);
          expect(dayAt(next - 1, rule) > dayAt(now, rule)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
