import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionBody } from "../../../../src/core/note/diary/sectionIn.ts";
import { readNotes } from "../../../../src/core/note/readNote.ts";
import { defaultRules } from "../../../support/notebook.ts";

function read(path: string, lines: readonly string[]) {
  return readNotes(path, lines.join("\n"), defaultRules);
}

const days = (path: string, lines: readonly string[]) =>
  read(path, lines)
    .filter(({ range }) => range !== undefined)
    .map(({ date, title, range }) => `${(range?.line ?? 0) + 1} ${date?.text} ${title}`);

const folded = (day: string, ...lines: readonly string[]) => [
  "<details>",
  `<summary>${day}</summary>`,
  "",
  ...lines,
  "",
  "</details>",
  "",
];

describe("a diary whose days are folded", () => {
  it("is a note for each day", () => {
    const lines = [
      "# TIL",
      "",
      ...folded("2022-09-21", "### 셸", "- `pwd`"),
      ...folded("2022-09-22", "- 병합을 배웠다"),
    ];
    expect(days("README.md", lines)).toEqual(["3 2022-09-21 셸", "11 2022-09-22 병합을 배웠다"]);
  });

  it("keeps what is folded within a day on that day, and a table of contents apart", () => {
    const lines = [
      ...folded("목차", "- [하루](#a)"),
      ...folded("22.01.02", "**질문**", ...folded("대답", "# 긴 대답", "- 하나"), "끝"),
      ...folded("22.01.03", "**복습**"),
      ...folded("22.01.04", "**정리한 것**"),
    ];
    expect(days("TIL.md", lines)).toEqual(["8 2022-01-02 질문", "24 2022-01-03 복습", "31 2022-01-04 정리한 것"]);
  });

  it("goes on behind a day that was never closed, and below the titles of months", () => {
    const lines = [
      "# 22.12",
      "<details markdown='1'><summary><b>22.12.02 (금)</b></summary>",
      "- 가",
      "# 22.11",
      ...folded(" 22.11.30 ", "- 나"),
      ...folded("22.11.29", "- 다"),
    ];
    expect(days("TIL.md", lines)).toEqual(["2 2022-12-02 가", "5 2022-11-30 나", "12 2022-11-29 다"]);
  });

  it("is read without the tags around each day", () => {
    const lines = [
      "# TIL",
      ...folded("2022-09-21", '<div markdown="1">', "", "- 하나", "</div>"),
      ...folded("2022-09-22", "- 둘"),
    ];
    const text = lines.join("\n");
    expect(read("TIL.md", lines).map((note) => sectionBody(text, note).trim())).toEqual(["- 하나", "- 둘"]);
  });

  it.each([
    ["releases", ["# 도구", ...folded("2023-07-12 v0.3.1", "- 가"), ...folded("2023-06-01 v0.3.0", "- 나")]],
    ["one day", ["# 글", ...folded("2023-07-12", "- 가")]],
    ["other things", ["# 글", ...folded("답 1", "- 2023-07-12"), ...folded("답 2", "- 2023-07-13")]],
    ["code", ["# 글", "```html", ...folded("2023-07-12", "가"), ...folded("2023-07-13", "나"), "```"]],
  ])("is none where %s are folded", (_, lines) => {
    expect(days("모음.md", lines)).toEqual([]);
  });
});

describe("a diary whose days stand alone on their lines", () => {
  it.each([
    ["bold", ["**2023-01-02**", "가", "", "**2023-01-03 (화)**", "나", "", "**2023.01.04**", "다"]],
    ["bold items", ["- **2023-01-02**", "  - 가", "- **2023-01-03**", "  - 나", "- **2023-01-04**", "  - 다"]],
    ["items", ["- 2023.01.02", "  - 가", "- 2023.01.03 화", "  - 나", "- 2023.01.04", "  - 다"]],
    ["quotations", ["> 2023-01-02", "- 가", "", "> 2023-01-03", "- 나", "> 2023-01-04", "- 다"]],
    ["without any mark", ["개발일지", "", "2023.01.02", "가", "", "23.01.03", "나", "", "2023-01-04 (수)", "다"]],
    [
      "emphasised by underlines",
      ["__📅 2023-01-02__<br>", "가", "__📅 2023-01-03__", "나", "__2023-01-04 Wed__:", "다"],
    ],
  ])("is a note for each: %s", (_, lines) => {
    const found = days("기록.md", lines);
    expect(found.map((line) => line.replace(/^\d+ /, ""))).toEqual(["2023-01-02 가", "2023-01-03 나", "2023-01-04 다"]);
  });

  it("takes the year from the file's name", () => {
    expect(days("2023.md", ["**1월 2일**", "가", "**1월 3일 (화)**", "나"])).toEqual([
      "1 2023-01-02 가",
      "3 2023-01-03 나",
    ]);
  });

  it.each([
    ["two days in a file like any other", "글.md", ["**2023-01-02**", "가", "**2023-01-03**", "나"]],
    [
      "days in no order",
      "기록.md",
      ["**2023-01-04**", "가", "**2023-01-02**", "나", "**2023-01-09**", "다", "**2023-01-03**", "라"],
    ],
    ["days without any mark", "글.md", ["2023-01-02", "가", "2023-01-03", "나", "2023-01-04", "다"]],
    ["two days without any mark", "기록.md", ["2023-01-02", "가", "2023-01-03", "나"]],
    [
      "days without any mark among headings",
      "기록.md",
      ["2023-01-02", "## 가", "나", "2023-01-03", "## 다", "라", "2023-01-04", "마"],
    ],
    ["days with words behind", "글.md", ["- 2023-01-02 가입", "- 2023-01-03 승인", "- 2023-01-04 배포"]],
    [
      "days among headings",
      "글.md",
      ["**2023-01-02**", "가", "## 설계", "나", "**2023-01-03**", "## 구현", "다", "**2023-01-04**", "라"],
    ],
    ["numbers", "2023.md", ["- 1", "- 2", "- 3", "**4**", "**5**"]],
    ["versions", "글.md", ["- 3.1.2", "- 3.1.3", "- 3.1.4"]],
    ["a table", "글.md", ["| 2023-01-02 |", "| 2023-01-03 |", "| 2023-01-04 |"]],
    [
      "a list of notes by their days",
      "log/2023.md",
      ["> 2023-01-02", "- [가](a.md)", "> 2023-01-03", "- 함께: [나](b.md)", "> 2023-01-04", "- [[다]]"],
    ],
    [
      "days that lead to their folders",
      "README.md",
      ["- [230102](/230102)", "  - 가상 기계", "- [230103](/230103)", "  - 파일", "- [230104](/230104)", "  - 락"],
    ],
    [
      "headings that lead to other files",
      "README.md",
      ["### [20230102.md](20230102.md) - 락", "", "### [20230103.md](20230103.md) - 뷰", "### [20230104.md](a.md)"],
    ],
    ["the same under headings", "log/2023.md", ["## 2023-01-02", "- [가](a.md)", "## 2023-01-03", "- [나](b.md)"]],
  ])("is none with %s", (_, path, lines) => {
    expect(days(path, lines)).toEqual([]);
  });

  it("is cut into sections that lie in order and leave nothing out, or left whole", () => {
    const line = fc.constantFrom(
      ..."**2023-01-02**|**2023-01-03**|- **2023-01-04**|<details>|<summary>2023-01-05</summary>|</details>|<details><summary>23.01.06</summary>|# 제목|## 2023-01-07|가|```|<!--|-->|> 2023-01-08".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, eol) => {
        const text = lines.join(eol);
        const found = readNotes("log/2023.md", text, defaultRules).filter(({ date }) => date?.source === "heading");
        let end = 0;
        for (const { range } of found) {
          if (range === undefined) continue;
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(0, range.start).split(eol).length - 1).toBe(range.line);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
