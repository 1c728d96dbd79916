import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteId } from "../../../../src/core/note/note.ts";
import { readNotes } from "../../../../src/core/note/readNote.ts";
import { defaultRules } from "../../../support/notebook.ts";

const YEAR = `---
title: 2023년 일지
date: 2023-01-04 19:32:22 +0900
tags: [일기]
---
* TOC

## 2023-01-01 일

새해 첫날에 읽은 것을 적었다.

### 캐시
- 만료

## 2023-01-02 월 {#_2023-01-02}

### 잠금
- 락

\`\`\`md
## 2023-01-03 화
\`\`\`

## 2023-02-03 금
`;

/** The dates and titles of a file's notes, in the order of the file. */
function read(path: string, text: string): readonly string[] {
  return readNotes(path, text, defaultRules).map(({ date, title }) => `${date?.text ?? "없음"} ${title}`);
}

function days(path: string, text: string): readonly (string | undefined)[] {
  return readNotes(path, text, defaultRules)
    .filter(({ range }) => range !== undefined)
    .map(({ date }) => date?.text);
}

describe("a diary in one file", () => {
  it.each([
    ["points", ["## 07.17", "가", "## 07.18 캐시", "나", "## 07.19", "다"]],
    ["four digits", ["## 0717", "가", "## 0718 캐시", "나", "## 0719", "다"]],
    ["hyphens", ["## 07-17", "가", "## 07-18 캐시", "나", "## 07-19", "다"]],
    ["strokes", ["## 7/17", "가", "## 7/18 캐시", "나", "## 7/19", "다"]],
  ])("takes the year of days with %s from the heading above", (_, lines) => {
    const expected = ["2022-07-17", "2022-07-18", "2022-07-19"];
    expect(days("공부.md", ["# 2022년", ...lines].join("\n"))).toEqual(expected);
    expect(days("공부.md", ["# 공부", ...lines].join("\n"))).toEqual([]);
  });

  it("begins its days at headings in HTML, too", () => {
    const text =
      "<h1>개발일지</h1>\n\n<h2>하는 일</h2>\n\n- 서버\n\n<h2> 2022-03-19 </h2>\n- 팀을 꾸렸다\n\n<h3>역할</h3>\n나눴다\n\n<h2 id='b'>2022.03.20 (일) 설계</h2>\n- 표\n\n<h2>정리</h2>\n끝\n";
    expect(read("개발일지.md", text)).toEqual(["2022-03-19 팀을 꾸렸다", "2022-03-20 설계"]);
  });

  it("knows words in angle brackets from tags", () => {
    const text =
      "# 기록 <br>\n\n## **<2021-10-25>**\n\n### <목표>\n가\n\n## <2021-11-01> <b>설정</b>\n나\n\n## <i class='day'>2021-11-03</i> List<?>\n다\n";
    expect(read("일지.md", text).map((line) => line.slice(0, 16))).toEqual([
      expect.stringMatching(/^2021-10-25 /),
      "2021-11-01 설정",
      "2021-11-03 List",
    ]);
  });

  it("is called by nothing of what sets a day off from the rest", () => {
    const text =
      "## `2021-11-23`\n가\n## `2021-11-24 (수)` 캐시\n## **2021-11-25** `get`을 쓴다\n## 2021-11-26 **잠금**과 _락_\n## _2021-11-27_: 큐\n";
    expect(read("시행착오.md", text)).toEqual([
      "2021-11-23 가",
      "2021-11-24 캐시",
      "2021-11-25 `get`을 쓴다",
      "2021-11-26 **잠금**과 _락_",
      "2021-11-27 큐",
    ]);
  });

  it("is called by what is linked in its first line, not by the address", () => {
    const long = `https://a.kr/${"%EA%B0%80".repeat(60)}`;
    const text = `## 2021-10-19\n- [[데이터베이스] 트랜잭션과 격리성](https://a.kr/117)\n\n## 2021-10-20\n- [타입 선언을 찾는 과정](${long})\n`;
    expect(read("읽은 글/202110.md", text)).toEqual([
      "2021-10-19 [데이터베이스] 트랜잭션과 격리성",
      "2021-10-20 타입 선언을 찾는 과정",
    ]);
  });

  it("says nothing of the time at which a day was written", () => {
    const text =
      "# 2020.01\n\n## Jan 01, 2020 1:11am 옛 인터넷\n가\n\n## 2020-01-02 (목) 23:40:40 KST\n나\n\n## 2020-01-03 14:00 ~ 15:00 모임\n다\n";
    expect(read("글.md", text)).toEqual(
      expect.arrayContaining(["2020-01-01 옛 인터넷", "2020-01-02 나", "2020-01-03 14:00 ~ 15:00 모임"]),
    );
  });

  it("is a note for each day, each with its line and its range", () => {
    const notes = readNotes("memo/2023.md", YEAR, defaultRules);
    expect(notes.map(noteId)).toEqual([
      "memo/2023.md#2023-01-01",
      "memo/2023.md#2023-01-02",
      "memo/2023.md#2023-02-03",
    ]);
    expect(notes.map(({ title }) => title)).toEqual(["새해 첫날에 읽은 것을 적었다.", "잠금", "2023-02-03"]);
    expect(notes.map(({ tags }) => tags)).toEqual([["일기"], ["일기"], ["일기"]]);
    expect(notes[1]).toMatchObject({ date: { text: "2023-01-02", precision: "day", source: "heading" } });
    const pieces = notes.map(({ range }) => YEAR.slice(range?.start, range?.end));
    expect(pieces[1]).toMatch(/^## 2023-01-02 월/);
    expect(YEAR.endsWith(pieces.join(""))).toBe(true);
  });

  it.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["CR alone", (text: string) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["NFD", (text: string) => text.normalize("NFD")],
  ])("reads the same with %s", (_, change) => {
    const changed = readNotes("memo/2023.md", change(YEAR), defaultRules);
    const plain = readNotes("memo/2023.md", YEAR, defaultRules);
    const facts = (notes: typeof plain) => notes.map(({ title, date, range }) => [title, date?.text, range?.line]);
    expect(facts(changed)).toEqual(facts(plain));
  });

  it.each([
    [
      "a month file with bare days",
      "2021/08.md",
      ["# 8월", "## 9", "- 가", "## 10", "- 나"],
      ["2021-08-09", "2021-08-10"],
    ],
    ["days with 일", "2021/08.md", ["## 9일", "가", "## 10일 (화)", "나"], ["2021-08-09", "2021-08-10"]],
    ["newest first", "TIL.md", ["## 2022.04.05", "가", "## 2022.04.04", "나"], ["2022-04-05", "2022-04-04"]],
    ["six digits", "작업/24년 7월.md", ["### 240731", "가", "### 240730", "나"], ["2024-07-31", "2024-07-30"]],
    ["two digits for the year", "log.md", ["## 22.08.19", "가", "## 22.08.22", "나"], ["2022-08-19", "2022-08-22"]],
    [
      "month and day below a month's title",
      "mil-2101.md",
      ["# 2021.01", "## 1/1", "가", "## 1/2", "나"],
      ["2021-01-01", "2021-01-02"],
    ],
    [
      "four digits of that month",
      "mil.md",
      ["# 2020.09", "## 0903", "가", "## 0915", "나"],
      ["2020-09-03", "2020-09-15"],
    ],
    [
      "weekdays",
      "2018/06/2018-06.md",
      ["## 06/20 수", "가", "## 정리", "나", "## 06/21 목", "다"],
      ["2018-06-20", "2018-06-21"],
    ],
    [
      "a weekday behind a dot",
      "기록.md",
      ["# 2020.02.09. Sun", "가", "## 2020.02.10", "나", "## 2020.02.11", "다", "## 2020.02.12. 수", "라"],
      ["2020-02-09", "2020-02-10", "2020-02-11", "2020-02-12"],
    ],
    ["Korean", "2021년 일지.md", ["## 3월 2일 화요일", "가", "## 3월 3일", "나"], ["2021-03-02", "2021-03-03"]],
    [
      "a year above its months",
      "기록.md",
      ["# 2021년", "## 3월", "### 2일", "가", "### 3일", "나"],
      ["2021-03-02", "2021-03-03"],
    ],
    [
      "titles behind the days",
      "개발일지.md",
      ["# 251031 - 인덱스", "가", "# 251030 - 락", "나"],
      ["2025-10-31", "2025-10-30"],
    ],
    [
      "some days",
      "log/2021.md",
      ["## 2021-01-12~2021-01-13", "가", "## 2021-01-14", "나"],
      ["2021-01-12", "2021-01-14"],
    ],
    [
      "underlined",
      "memo.md",
      ["2022-01-01", "==========", "가", "", "2022-01-02", "==========", "나"],
      ["2022-01-01", "2022-01-02"],
    ],
    [
      "a heading of another rank now and then",
      "memo.md",
      ["## 240731", "가", "## 240730", "### 240729", "나", "## 240728"],
      ["2024-07-31", "2024-07-30", "2024-07-29", "2024-07-28"],
    ],
    [
      "one day of another year by mistake",
      "블로그_25년 6월.md",
      ["# 250623", "a", "# 250620", "b", "# 250618", "c", "# 250617", "d", "# 240605", "e"],
      ["2025-06-23", "2025-06-20", "2025-06-18", "2025-06-17", "2024-06-05"],
    ],
    [
      "bullets before the titles",
      "TIL.md",
      ["## 📅 2022-04-04 (월)", "가", "## 📅 2022-04-05 (화)", "나"],
      ["2022-04-04", "2022-04-05"],
    ],
  ])("knows %s", (_, path, lines, expected) => {
    expect(days(path, lines.join("\n"))).toEqual(expected);
  });

  it("takes a README with a table of contents above, and leaves out what says nothing", () => {
    const contents = Array.from({ length: 40 }, (_, day) => `- [2022.04.${day}](#202204${day})`);
    const text = [
      "# TIL",
      "<details>",
      "<summary>2022.04</summary>",
      ...contents,
      "</details>",
      "# DAY",
      "## 2022.04.04",
      "- 테스트",
      "## 2022.04.05",
      "- 목",
    ].join("\n");
    expect(read("README.md", text)).toEqual(["2022-04-04 테스트", "2022-04-05 목"]);
  });

  it("makes a note of what is said above the days, with the file's own date", () => {
    const goals = `이번 달에는 ${"운영체제와 네트워크를 다시 읽고 ".repeat(4)}`;
    const notes = readNotes(
      "2021/08.md",
      `# 8월\n${goals}\n${"\n## 9\n- 가\n## 10\n- 나\n".repeat(1)}${"- 다\n".repeat(80)}`,
      defaultRules,
    );
    expect(notes[0]).toMatchObject({ title: "8월", date: { text: "2021-08", precision: "month" }, range: { line: 0 } });
    expect(notes[0]?.excerpt).toContain("운영체제");
    expect(notes).toHaveLength(3);
  });

  it("ends a section before the title of the next month", () => {
    const text = "# 2021년 3월\n## 3/31\n가\n# 2021년 4월\n## 4/1\n나\n";
    const [march, april] = readNotes("log.md", text, defaultRules);
    expect(text.slice(march?.range?.start, march?.range?.end)).toBe("## 3/31\n가\n");
    expect(april?.date?.text).toBe("2021-04-01");
  });

  it("says when a section's day lies outside what the file is named after", () => {
    const [, second] = readNotes("2021/08.md", "## 2021-08-31\n가\n## 2021-09-01\n나\n", defaultRules);
    expect(second?.date).toMatchObject({ text: "2021-09-01", conflict: { text: "2021-08", source: "name" } });
  });

  it("gives each day its own #tags beside those of the file", () => {
    const text = "---\ntags: [일기]\n---\n## 2025-05-01\n- 락\n\n#자바 #동시성\n\n## 2025-05-02\n- 큐\n";
    expect(readNotes("a.md", text, defaultRules).map(({ tags }) => tags)).toEqual([
      ["일기", "자바", "동시성"],
      ["일기"],
    ]);
  });

  it("numbers a 토막글 that is a section", () => {
    const text = "## 2025-05-01 오늘의 토막글 95\n- 가\n## 2025-05-02 오늘의 토막글 96\n- 나\n";
    expect(readNotes("토막글.md", text, defaultRules)).toMatchObject([
      { kind: "tomak", number: 95 },
      { kind: "tomak", number: 96 },
    ]);
  });
});

describe("no diary", () => {
  const body = "본문을 적었다.\n".repeat(3);
  it.each([
    ["one dated heading", "a.md", `## 2023-01-01\n${body}`],
    ["one day told twice", "a.md", `## 2023-01-01 가\n${body}## 2023-01-01 나\n${body}`],
    ["a note whose name says its day", "2023-05-10-여정.md", `## 2023-05-01\n${body}## 2023-05-02\n${body}`],
    ["a note in a folder that says its day", "2023-05-10/README.md", `## 2023-05-01\n${body}## 2023-05-02\n${body}`],
    [
      "a post written after the days it tells of",
      "posts/jeju.md",
      `---\ndate: 2023-05-10\n---\n## 2023-05-01 공항\n${body}## 2023-05-02 바다\n${body}## 2023-05-03 집\n${body}`,
    ],
    [
      "a travel post",
      "posts/제주 여행.md",
      `## 2023-05-01 공항\n${body}## 2023-05-02 바다\n${body}## 2023-05-03 집\n${body}`,
    ],
    ["a changelog", "CHANGELOG.md", `## 2021-04-15\n${body}## 2021-04-14\n${body}`],
    [
      "release notes",
      "docs/notes.md",
      `## 2021-04-15 v0.1.2\n${body}## 2021-04-14 v0.1.1\n${body}## 2021-04-13 v0.1.0\n${body}`,
    ],
    [
      "a timeline inside a post",
      "장애.md",
      `## 배경\n${body}## 2021-06-08 장애\n${body}## 원인\n${body}## 2021-06-09 복구\n${body}## 정리\n${body}`,
    ],
    ["two dated headings behind a long text", "a.md", `${body.repeat(20)}## 2021-06-08\n가\n## 2021-06-09\n나\n`],
    [
      "days in no order",
      "a.md",
      `## 2021-06-08\n${body}## 2021-01-09\n${body}## 2021-08-01\n${body}## 2021-02-01\n${body}`,
    ],
    ["chapters", "2021/spring.md", `## 1\n${body}## 2\n${body}## 3.1 시작\n${body}## 3.2 끝\n${body}`],
    ["numbers below no month", "a.md", `## 9\n${body}## 10\n${body}`],
    ["days of no year", "a.md", `## 3월 2일\n${body}## 3월 3일\n${body}`],
    ["counted days", "2021/03.md", `## 1일차\n${body}## 2일차\n${body}`],
    ["dates in fences", "a.md", `\`\`\`md\n## 2023-01-01\n가\n## 2023-01-02\n나\n\`\`\`\n`],
    ["dates in a comment", "a.md", `<!--\n## 2023-01-01\n가\n## 2023-01-02\n나\n-->\n${body}`],
    ["days that are no days", "a.md", "## 2023-02-30\n가\n## 2023-02-31\n나\n"],
    ["headings in HTML that tell of days", "a.md", `<h2>가 2023-01-01</h2>\n${body}<h2>나 2023-01-02</h2>\n${body}`],
    [
      "addresses with dates",
      "a.md",
      `## [가](https://a.kr/2018/09/18/a)\n${body}## [나](https://a.kr/2018/09/19/a)\n${body}`,
    ],
    ["a retro", "2025년 5월 회고.md", `## 2025-05-01\n${body}## 2025-05-02\n${body}`],
  ])("%s is one note", (_, path, text) => {
    const notes = readNotes(path, text, defaultRules);
    expect(notes).toHaveLength(1);
    expect(notes[0]).not.toHaveProperty("range");
  });
});

describe("any text", () => {
  it("is cut into sections that do not overlap and lie in order, or left whole", () => {
    const piece = fc.constantFrom(
      ..."## 2023-01-01|## 2023-01-02 월|# 2023년|### 3일|## 4|```|~~~|<!--|-->|- 가|본문|===|---|1/5|## 1/6|2023-01-07|<h2>2023-01-08</h2>|## <2023-01-09>".split(
        "|",
      ),
      "",
    );
    const text = fc
      .tuple(fc.array(piece, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
      .map(([lines, eol, hasMark]) => (hasMark ? "\uFEFF" : "") + lines.join(eol));
    fc.assert(
      fc.property(fc.constantFrom("a.md", "2023.md", "2023/01.md", "일지/2023-01.md"), text, (path, content) => {
        const notes = readNotes(path, content, defaultRules);
        const ids = new Set(notes.map(noteId));
        expect(ids.size).toBe(notes.length);
        let end = 0;
        for (const { range } of notes.length > 1 ? notes : []) {
          if (range === undefined) throw new Error("a part without a range");
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          expect(content.slice(0, range.start).split(/\r\n|\n|\r/).length - 1).toBe(range.line);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(content.length);
      }),
      { numRuns: 3000 },
    );
  });
});
