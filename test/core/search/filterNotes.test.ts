import { expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import { filterNotes } from "../../../src/core/search/filterNotes.ts";
import { noteOf } from "../../support/notebook.ts";

const TODAY = "2025-06-10" as Day;

const notes = [
  noteOf("1.md", "---\ntitle: 오늘의 토막글 95\ndate: 2025-05-20\ntags: [일상]\n---\n"),
  noteOf("2.md", "---\ntitle: Redis 만료키\ntags: [DB, 자바/스프링]\n---\n"),
  noteOf("3.md", "---\ntitle: C#의 자바스러움\n---\n".normalize("NFD")),
];

it.each([
  ["", "1 2 3"],
  ["  ", "1 2 3"],
  ["#", "1 2 3"],
  ["ㅌㅁㄱ", "1"],
  ["토마", "1"],
  ["redis ㅁㄹㅋ", "2"],
  ["만료 없음", ""],
  ["db", "2"],
  ["자바", "2 3"],
  ["#자바", "2"],
  ["#ㅅㅍㄹ redis", "2"],
  ["c#", "3"],
  ["자바".normalize("NFD"), "2 3"],
  ["종류:토막글", "1"],
  ["종류:노트 자바", "2 3"],
  ["지난달", "1"],
  ["2025-05-20 토막글", "1"],
  ["2025-06", ""],
])("%j finds %s", (query, found) => {
  expect(
    filterNotes(notes, query, TODAY)
      .map(({ path }) => path.replace(".md", ""))
      .join(" "),
  ).toBe(found);
});
