import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatStamp } from "../../../../src/core/calendar/zone.ts";
import { dateFromStamp } from "../../../../src/core/note/dateEvidence/dateFromStamp.ts";
import { anyDay } from "../../calendar/days.ts";

const SEOUL = "Asia/Seoul";

/** The date and, behind it, the instant in UTC. */
function read(text: string, timeZone = SEOUL): string | undefined {
  const stamp = dateFromStamp(text, timeZone);
  if (stamp === undefined) return undefined;
  return stamp.instant === undefined ? stamp.date.text : `${stamp.date.text} ${new Date(stamp.instant).toISOString()}`;
}

describe("a date in front matter", () => {
  it.each([
    ["2025-05-01 23:10:00 +0900", "2025-05-01 2025-05-01T14:10:00.000Z"],
    ["2022-02-19T02:26:36+09:00", "2022-02-19 2022-02-18T17:26:36.000Z"],
    ["2022-02-19T02:26+09", "2022-02-19 2022-02-18T17:26:00.000Z"],
    ["2020-12-23T15:00:00.000Z", "2020-12-24 2020-12-23T15:00:00.000Z"],
    ["2020-12-23T14:59:59Z", "2020-12-23 2020-12-23T14:59:59.000Z"],
    ["2020-12-23 15:00:00 UTC", "2020-12-24 2020-12-23T15:00:00.000Z"],
    ["2020-12-23T15:00:00+00:00", "2020-12-24 2020-12-23T15:00:00.000Z"],
    ["2025-05-01 01:30:00", "2025-05-01 2025-04-30T16:30:00.000Z"],
    ["2025-05-01T01:30", "2025-05-01 2025-04-30T16:30:00.000Z"],
    ["2025-05-01T23:59:75", "2025-05-01 2025-05-01T14:59:59.000Z"],
    ["2025-05-01 23:59:99 +0900", "2025-05-01 2025-05-01T14:59:59.000Z"],
    // Someone on a journey: the day is the one they wrote.
    ["2025-05-01 23:10:00 -0700", "2025-05-01 2025-05-02T06:10:00.000Z"],
    ["2025-05-01 25:10:00", "2025-05-01"],
    ["2025-05-01 10:61", "2025-05-01"],
    ["2025-05-01 {{time}}", "2025-05-01"],
    ["2025-05-01 23:10:00 KST", "2025-05-01"],
    ["2025-05-01", "2025-05-01"],
    ['"2025-05-01"', "2025-05-01"],
    ["2024-7-23", "2024-07-23"],
    ["2025.05.01", "2025-05-01"],
    ["2025. 5. 1.", "2025-05-01"],
    ["2025/05/01", "2025-05-01"],
    ["20250501", "2025-05-01"],
    ["2025년 5월 1일", "2025-05-01"],
    ["2025년 5월 1일".normalize("NFD"), "2025-05-01"],
    ["2025-05-01 (목)", "2025-05-01"],
    ["24.08.28", "2024-08-28"],
    ["22-10-18", "2022-10-18"],
    ["24년 8월 28일", "2024-08-28"],
    ["Jul 08 2022", "2022-07-08"],
    ["Jan 5, 2022", "2022-01-05"],
    ["5 January 2022", "2022-01-05"],
    ["January 5, 2022 10:00 PM", "2022-01-05"],
    ["Wednesday, January 5th 2022, 10:00:00 am", "2022-01-05"],
    ["Wed Jan 05 2022 01:00:00 GMT+0900 (KST)", "2022-01-05 2022-01-04T16:00:00.000Z"],
    ["Wed, 05 Jan 2022 15:30:00 GMT", "2022-01-06 2022-01-05T15:30:00.000Z"],
    ["1641394800000", "2022-01-06 2022-01-05T15:00:00.000Z"],
    ["1641394799", "2022-01-05 2022-01-05T14:59:59.000Z"],
    ["[[2022-01-05]]", "2022-01-05"],
    ["2025-05", "2025-05"],
    ["2025년 5월", "2025-05"],
    ["2025", "2025"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "",
    "<% tp.date %>",
    "since Jan 5, 2022",
    "9641394800000",
    "16413948000001",
    "[[글]]",
    '<% tp.file.creation_date("YYYY-MM-DD") %>',
    "{{ .Date }}",
    "YYYY-MM-DD",
    "2019-09-31",
    "2025-13-01",
    "2025-05-0112",
    "2025-05-123",
    "0001-01-01T00:00:00Z",
    "9999-99-99",
    "24.13.01",
    "3.11.02",
    "어제",
    "v2025-05-01",
  ])("%j is none", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("takes a stamp in UTC to the notebook's zone", () => {
    expect(read("2025-05-02T03:00:00Z", "America/New_York")).toMatch(/^2025-05-01 /);
  });

  it("reads what we write", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 86_399 }),
        fc.constantFrom(SEOUL, "America/New_York", "+05:45"),
        (day, second, timeZone) => {
          const instant = Date.parse(day) + second * 1000;
          const stamp = formatStamp(instant, timeZone);
          expect(dateFromStamp(stamp, timeZone)).toEqual({
            date: { text: stamp.slice(0, 10), precision: "day" },
            instant,
          });
        },
      ),
    );
  });

  it("never throws", () => {
    const parts = fc.constantFrom(
      "2025",
      "-",
      "05",
      "31",
      "T",
      " ",
      "23:10",
      ":75",
      "Z",
      "+09:00",
      "+",
      "년",
      "월",
      "일",
      ".",
      "99",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((list) => list.join("")),
        ),
        (text) => {
          expect(dateFromStamp(text, SEOUL)?.date.text ?? "1999").toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
