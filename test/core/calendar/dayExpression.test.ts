import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, partsOf } from "../../../src/core/calendar/day.ts";
import { describeDay, koreanWeekday, parseDayExpression } from "../../../src/core/calendar/dayExpression.ts";
import { anyDay, day } from "./days.ts";

/** A Friday. */
const TODAY = day("2025-05-02");

function understood(input: string, today = TODAY): string {
  const result = parseDayExpression(input, today);
  return result.ok ? result.day : result.reason;
}

describe("days by their distance", () => {
  it.each([
    ["오늘", "2025-05-02"],
    ["어제", "2025-05-01"],
    ["그제", "2025-04-30"],
    ["그저께", "2025-04-30"],
    ["엊그제", "2025-04-30"],
    ["그끄제", "2025-04-29"],
    ["내일", "2025-05-03"],
    ["모레", "2025-05-04"],
    ["하루 전", "2025-05-01"],
    ["이틀 전", "2025-04-30"],
    ["사흘 전", "2025-04-29"],
    ["열흘 전", "2025-04-22"],
    ["보름전", "2025-04-17"],
    ["3일 전", "2025-04-29"],
    ["3일전", "2025-04-29"],
    ["10일 전", "2025-04-22"],
    ["3일 후", "2025-05-05"],
    ["3일 뒤", "2025-05-05"],
    ["일주일 전", "2025-04-25"],
    ["1주일 전", "2025-04-25"],
    ["2주 전", "2025-04-18"],
    ["이주 전", "2025-04-18"],
    ["한 주 전", "2025-04-25"],
    ["한 달 전", "2025-04-02"],
    ["한달전", "2025-04-02"],
    ["석 달 전", "2025-02-02"],
    ["2개월 전", "2025-03-02"],
    ["1년 전", "2024-05-02"],
    ["yesterday", "2025-05-01"],
    ["Today", "2025-05-02"],
    ["tomorrow", "2025-05-03"],
  ])("%s is %s", (input, expected) => {
    expect(understood(input)).toBe(expected);
  });

  it("keep to the last day of a shorter month", () => {
    expect(understood("한 달 전", day("2025-03-31"))).toBe("2025-02-28");
    expect(understood("1년 전", day("2024-02-29"))).toBe("2023-02-28");
  });
});

describe("days of a week, which begins on Monday", () => {
  it.each([
    ["지난주 금요일", "2025-04-25"],
    ["지난 주 금", "2025-04-25"],
    ["지난주 일요일", "2025-04-27"],
    ["저번주 월요일", "2025-04-21"],
    ["저번주", "2025-04-25"],
    ["지지난주 화요일", "2025-04-15"],
    ["이번 주 월요일", "2025-04-28"],
    ["이번주 일요일", "2025-05-04"],
    ["다음 주 수요일", "2025-05-07"],
    ["금요일", "2025-05-02"],
    ["목요일", "2025-05-01"],
    ["토욜", "2025-04-26"],
    ["지난 금요일", "2025-04-25"],
    ["지난 목요일", "2025-05-01"],
    ["이번 금요일", "2025-05-02"],
    ["다음 금요일", "2025-05-09"],
  ])("%s is %s", (input, expected) => {
    expect(understood(input)).toBe(expected);
  });

  it("on a Sunday last week is not the one that ends today", () => {
    expect(understood("지난주 금요일", day("2025-05-04"))).toBe("2025-04-25");
    expect(understood("이번 주 월요일", day("2025-05-04"))).toBe("2025-04-28");
  });
});

describe("days by their number", () => {
  it.each([
    "2025-05-01",
    "2025-5-1",
    "2025.5.1",
    "2025. 5. 1.",
    "2025/5/1",
    "25.5.1",
    "20250501",
    "250501",
    "2025 5 1",
    "2025년 5월 1일",
    "2025년5월1일",
    "25년 5월 1일",
    "올해 5월 1일",
    "5/1",
    "5.1",
    "5-1",
    "05/01",
    "5월 1일",
    "5월1일",
    "5월 1일 목요일",
    "5/1 (목)",
    "2025-05-01 목요일",
    "1일",
    "이번 달 1일",
    "  5 / 1 ",
    "５／１",
    "２０２５－０５－０１",
    "5월\u00A01일",
    "5월 1일".normalize("NFD"),
  ])("%j is 1 May", (input) => {
    expect(understood(input)).toBe("2025-05-01");
  });

  it.each([
    ["작년 5월 1일", "2025-05-02", "2024-05-01"],
    ["작년 12/25", "2025-05-02", "2024-12-25"],
    ["재작년 5월 1일", "2025-05-02", "2023-05-01"],
    ["지난달 3일", "2025-05-02", "2025-04-03"],
    ["지난 달 3일", "2025-01-02", "2024-12-03"],
    ["지지난달 3일", "2025-01-02", "2024-11-03"],
    ["3일", "2025-05-02", "2025-04-03"],
    ["31일", "2025-05-02", "2025-03-31"],
    ["31일", "2025-01-02", "2024-12-31"],
    ["12/31", "2025-01-03", "2024-12-31"],
    ["5/2", "2025-05-02", "2025-05-02"],
    ["2/29", "2025-05-02", "2024-02-29"],
    ["2/29", "2103-01-01", "2096-02-29"],
  ])("%s on %3$s: the latest that was", (input, today, expected) => {
    expect(understood(input, day(today))).toBe(expected);
  });

  it("without a year may lie a week ahead, and no more", () => {
    expect(understood("5/9")).toBe("2025-05-09");
    expect(understood("5/10")).toBe("2024-05-10");
    expect(understood("1/2", day("2024-12-30"))).toBe("2025-01-02");
  });

  it("read back from every absolute form", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (written, today) => {
        const { year, month, day: dayOfMonth } = partsOf(written);
        const long = `${year}년 ${month}월 ${dayOfMonth}일`;
        const forms = [
          written,
          written.replaceAll("-", ""),
          `${year}.${month}.${dayOfMonth}`,
          `${year}. ${month}. ${dayOfMonth}.`,
          `${year}/${month}/${dayOfMonth}`,
          long,
          long.replaceAll(" ", ""),
          `${long} ${koreanWeekday(written)}`,
          long.normalize("NFD"),
          ...(year >= 2000 ? [written.replaceAll("-", "").slice(2)] : []),
        ];
        for (const form of forms) expect(understood(form, today)).toBe(written);
      }),
    );
  });

  it("without a year are never more than a week ahead nor nine years back", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (written, today) => {
        const { month, day: dayOfMonth } = partsOf(written);
        const result = parseDayExpression(`${month}/${dayOfMonth}`, today);
        if (!result.ok) throw new Error(result.reason);
        expect(result.day.slice(5)).toBe(written.slice(5));
        expect(daysBetween(today, result.day)).toBeLessThanOrEqual(7);
        expect(daysBetween(today, result.day)).toBeGreaterThan(dayOfMonth === 29 && month === 2 ? -9 * 366 : -366);
      }),
    );
  });
});

describe("what is no day", () => {
  it.each([
    ["", "empty"],
    [" \t ", "empty"],
    ["2/30", "no-such-day"],
    ["0/1", "no-such-day"],
    ["13월 1일", "no-such-day"],
    ["2025-13-01", "no-such-day"],
    ["20190931", "no-such-day"],
    ["2025-02-29", "no-such-day"],
    ["재작년 2월 29일", "no-such-day"],
    ["지난달 31일", "no-such-day"],
    ["0일", "no-such-day"],
    ["32일", "no-such-day"],
    ["9999년 전", "no-such-day"],
    // The first of May 2025 is a Thursday.
    ["2025-05-01 금요일", "no-such-day"],
    ["언젠가", "not-understood"],
    ["2025", "not-understood"],
    ["2025-05", "not-understood"],
    ["5월", "not-understood"],
    ["금", "not-understood"],
    ["며칠 전", "not-understood"],
    ["5/1/2", "not-understood"],
    ["constructor", "not-understood"],
    ["1".repeat(1000), "not-understood"],
  ])("%j", (input, expected) => {
    expect(understood(input)).toBe(expected);
  });

  it("never throws", () => {
    const words = fc.constantFrom(
      "지난",
      "주",
      "달",
      "금요일",
      "일",
      "전",
      "뒤",
      "5",
      "31",
      "2025",
      "/",
      "-",
      ".",
      "년",
      "월",
      " ",
      "한",
      "작년",
      "(목)",
    );
    const input = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join("")),
    );
    const days = fc.oneof(anyDay, fc.constantFrom(day("1000-01-01"), day("9999-12-31")));
    fc.assert(
      fc.property(input, days, (text, today) => {
        const result = parseDayExpression(text, today);
        expect(result.ok ? day(result.day) : result.reason).toBeTruthy();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("describeDay", () => {
  it.each([
    ["2025-05-02", "2025년 5월 2일 금요일 (오늘)"],
    ["2025-05-01", "2025년 5월 1일 목요일 (어제)"],
    ["2025-05-03", "2025년 5월 3일 토요일 (내일)"],
    ["2025-04-29", "2025년 4월 29일 화요일 (3일 전)"],
    ["2025-05-04", "2025년 5월 4일 일요일 (2일 뒤)"],
  ])("%s", (text, expected) => {
    expect(describeDay(day(text), TODAY)).toBe(expected);
  });
});
