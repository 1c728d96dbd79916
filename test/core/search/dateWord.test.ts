import { expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import { readDateWord } from "../../../src/core/search/dateWord.ts";
import { noteOf } from "../../support/notebook.ts";

/** A Tuesday. */
const TODAY = "2025-06-10" as Day;

const notes = [
  noteOf("1.md", "---\ntitle: 하루\ndate: 2025-06-10\n---\n"),
  noteOf("2.md", "---\ntitle: 어제 글\ndate: 2025-06-09\n---\n"),
  noteOf("3.md", "---\ntitle: 지난주 글\ndate: 2025-06-08\n---\n"),
  noteOf("4.md", "---\ntitle: 2025년 5월 회고\ndate: 2025-06-01\n---\n"),
  noteOf("5.md", "---\ntitle: 달만 아는 글\nmonth: 2025-05\n---\n"),
  noteOf("6.md", "---\ntitle: 지난해 글\ndate: 2024-05-31\n---\n"),
  noteOf("2023/7.md", "# 해만 아는 글\n"),
  noteOf("8.md", "# 날짜 없는 글\n"),
];

it.each([
  ["오늘", "1"],
  ["어제", "2"],
  ["3일전", ""],
  ["2일전", "3"],
  ["2025-06-09", "2"],
  ["2025년6월9일", "2"],
  ["20250609", "2"],
  ["6/9", "2"],
  ["6월9일", "2"],
  ["이번주", "1 2"],
  ["지난주", "3"],
  ["2025-06", "1 2 3 4"],
  ["2025.6", "1 2 3 4"],
  ["이번달", "1 2 3 4"],
  ["지난달", "4 5"],
  ["2025-05", "4 5"],
  ["2025년5월", "4 5"],
  ["5월", "4 5 6"],
  ["05월", "4 5 6"],
  ["2025-q2", "1 2 3 4 5"],
  ["2025", "1 2 3 4 5"],
  ["올해", "1 2 3 4 5"],
  ["2024년", "6"],
  ["작년", "6"],
  ["2023", "2023/7"],
  ["2023-05", ""],
  ["1999", ""],
])("%s is the time of %s", (word, found) => {
  const filter = readDateWord(word, TODAY);
  expect(
    notes
      .filter((note) => filter?.matches(note))
      .map(({ path }) => path.replace(".md", ""))
      .join(" "),
  ).toBe(found);
  expect(filter).toBeDefined();
});

it.each([
  "",
  "월",
  "13월",
  "0월",
  "5.1",
  "3일",
  "8080",
  "1024년",
  "금요일",
  "2025-13",
  "2025-02-30",
  "오늘의",
  "20259999",
  "1/2/3",
])("%j is a word like any other", (word) => {
  expect(readDateWord(word, TODAY)).toBeUndefined();
});
