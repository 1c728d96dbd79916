import { describe, expect, it } from "vitest";
import { parseYearMonth } from "../../../src/core/calendar/month.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { checkNumbers, daysWithoutTomak } from "../../../src/core/notebook/numberCheck.ts";
import { describeNumberFinding } from "../../../src/core/notebook/numberFinding.ts";
import { noteOf } from "../../support/notebook.ts";

/** `5/3 12`: an entry of 3 May 2025 numbered 12; `5 12` one of May, `- 12` one without a date. */
function entry(text: string): Note {
  const [date = "", number = ""] = text.split(" ");
  const [month = "", day] = date.split("/").map((part) => part.padStart(2, "0"));
  const title = `# 오늘의 토막글 ${number}\n`;
  if (date === "-") return noteOf(`토막글/${number}번.md`, title);
  if (day === undefined) return noteOf(`토막글/${number}번.md`, `---\nmonth: 2025-${month}\n---\n${title}`);
  return noteOf(`토막글/2025-${month}-${day}-토막글-${number}.md`, title);
}

const retro = (title: string, ...numbers: number[]): Note =>
  noteOf("회고/글.md", `# ${title}\n\n${numbers.map((number) => `**오늘의 토막글 ${number}**\n\n- 글\n`).join("\n")}`);

const found = (...notes: readonly Note[]): readonly string[] => checkNumbers(notes).map(describeNumberFinding);

describe("checkNumbers", () => {
  it.each([
    [[], []],
    [["5/1 95"], []],
    [["5/1 95", "5/2 96", "5/9 97", "6/1 98"], []],
    [["5/1 95", "5/2 97"], ["97번 앞의 토막글 96번이 없어요"]],
    [
      ["5/1 95", "5/2 99", "5/3 101"],
      ["99번 앞의 토막글 96번부터 98번까지 3편이 없어요", "101번 앞의 토막글 100번이 없어요"],
    ],
    [["4/30 95", "5/1 95", "5/2 96"], ["토막글 95번이 2편 있어요"]],
    [["5/1 1", "5/2 3", "5/3 2"], ["날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 3번, 이 글이 2번이에요"]],
    // One place where the numbers fall is one finding, however many entries follow.
    [
      ["5/1 1", "5/2 5", "5/3 2", "5/4 3", "5/5 4"],
      ["날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 5번, 이 글이 2번이에요"],
    ],
    [["4/30 9", "6/1 8"], ["날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 9번, 이 글이 8번이에요"]],
    // Entries of one day, and of a month whose day is not known, have no order but that of their numbers.
    [["5/1 2", "5/1 1", "5/2 3"], []],
    [["5/1 1", "5 3", "5/2 2", "5/3 4", "6 5"], []],
    [["5 3", "6 2", "6/1 4"], ["날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 3번, 이 글이 2번이에요"]],
    [["5/1 1", "5 3", "6/1 2"], ["날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 3번, 이 글이 2번이에요"]],
    [["- 2", "5/1 1", "5/2 3"], []],
  ])("%j: %j", (entries, findings) => {
    expect(found(...entries.map(entry))).toEqual(findings);
  });

  it("names the notes of a finding", () => {
    const [april, may, june] = ["4/30 95", "5/1 95", "6/1 94"].map(entry);
    expect(checkNumbers([april, may, june].flatMap((note) => note ?? []))).toEqual([
      { kind: "repeat", severity: "warning", number: 95, notes: [april, may] },
      { kind: "order", severity: "warning", note: june, earlier: may },
    ]);
  });

  it("leaves notes that are no 토막글 out, and a file's date in no format matters to numbers", () => {
    expect(found(entry("5/1 1"), noteOf("TIL/2025-05-02-5.md", "# 5\n"), noteOf("책/7.md"))).toEqual([]);
  });

  it("finds numbers in a retro that no note has", () => {
    const notes = ["5/1 1", "5/2 2"].map(entry);
    expect(found(...notes, retro("2025년 5월 회고", 1, 2))).toEqual([]);
    expect(found(...notes, retro("2025년 5월 회고", 1, 2, 5, 7, 8))).toEqual([
      "회고에 실린 토막글 5번, 7~8번은 노트에 없어요",
    ]);
    expect(found(...notes, retro("2025년 회고", 2, 3))).toEqual(["회고에 실린 토막글 3번은 노트에 없어요"]);
  });

  it("says nothing of a post that was never taken apart into notes", () => {
    const notes = ["5/1 95", "5/2 96"].map(entry);
    expect(found(...notes, retro("2025년 4월 회고", 93, 94, 95))).toEqual([]);
    expect(found(...notes, retro("2024년 회고", 1, 2))).toEqual([]);
  });
});

describe("daysWithoutTomak", () => {
  const may = parseYearMonth("2025-05") ?? expect.fail();

  it("lists the days between the first and the last entry of the month", () => {
    const notes = ["4/30 1", "5/2 2", "5/5 3", "5/5 4", "5/7 5", "5 6", "6/9 7"].map(entry);
    expect(daysWithoutTomak(notes, may)).toEqual(["2025-05-03", "2025-05-04", "2025-05-06"]);
  });

  it("is empty for a month of one entry or none", () => {
    expect(daysWithoutTomak([], may)).toEqual([]);
    expect(daysWithoutTomak([entry("5/31 1"), entry("6/2 2")], may)).toEqual([]);
  });
});
