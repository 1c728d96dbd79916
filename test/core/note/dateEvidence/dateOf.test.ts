import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateEvidence, dateOf } from "../../../../src/core/note/dateEvidence/dateOf.ts";
import type { NoteDate } from "../../../../src/core/note/dateEvidence/noteDate.ts";

interface Told {
  readonly fields?: Readonly<Record<string, string>>;
  readonly head?: string;
  readonly dayStartsAt?: number;
}

function evidence(path: string, { fields = {}, head = "", dayStartsAt = 0 }: Told): DateEvidence {
  const known = new Map(Object.entries(fields));
  return { path, head, field: (key) => known.get(key), rule: { timeZone: "Asia/Seoul", dayStartsAt } };
}

function read(path: string, told: Told = {}): NoteDate | undefined {
  return dateOf(evidence(path, told));
}

describe("name and folders together", () => {
  it.each([
    ["토막글/2025/05/2025-05-01-토막글-95.md", "2025-05-01", "name"],
    ["2021/01/20210104.md", "2021-01-04", "name"],
    ["2023/4월/2023-04-26.md", "2023-04-26", "name"],
    ["2023/4월/2023-04-26.md".normalize("NFD"), "2023-04-26", "name"],
    ["2023/TIL/4월/redis.md", "2023-04", "folder"],
    ["2021/08.md", "2021-08", "name"],
    ["2021/8월.md", "2021-08", "name"],
    ["2021/5월 3일 회고.md", "2021-05-03", "name"],
    ["2021/05-03.md", "2021-05-03", "name"],
    ["2021/0503.md", "2021-05-03", "name"],
    ["2020-year/05-May/README.md", "2020-05", "folder"],
    ["2020/May/README.md", "2020-05", "folder"],
    ["2025/05/03.md", "2025-05-03", "name"],
    ["2025/05/03 토.md", "2025-05-03", "name"],
    ["2025-05/3일.md", "2025-05-03", "name"],
    ["2025/05/03/redis.md", "2025-05-03", "folder"],
    ["2025/05/05-03.md", "2025-05-03", "name"],
    ["2021년/redis.md", "2021", "folder"],
    ["TIL-2021/redis.md", "2021", "folder"],
    ["2021-05-03/redis.md", "2021-05-03", "folder"],
    ["content/posts/2019/11/createBlog.md", "2019-11", "folder"],
    ["2025/05/2025/redis.md", "2025-05", "folder"],
    ["2024/W26.md", "2024-06", "name"],
    // Days without a year, where the folders tell it.
    ["23년/7월15일.md", "2023-07-15", "name"],
    ["23년/7월/15일.md", "2023-07-15", "name"],
    ["22년도_TIL/0717.md", "2022-07-17", "name"],
    ["2023년 7월/7-15.md", "2023-07-15", "name"],
    ["2022/10월/10.1_자습.md", "2022-10-01", "name"],
    ["2022/10월/10.10_자습.md", "2022-10-10", "name"],
    ["2023/TIL/0717.md", "2023-07-17", "name"],
    ["2023/일기/12-25 성탄.md", "2023-12-25", "name"],
    ["TIL/2023/1012.md", "2023-10-12", "name"],
    ["2023_TIL/1225.md", "2023-12-25", "name"],
    ["diary/2023/7-15.md", "2023-07-15", "name"],
    ["2022.07 1주차/TIL 07.07.md", "2022-07-07", "name"],
    ["2022/TIL1018 캐시.md", "2022-10-18", "name"],
    ["2022/09/[4일차] 16.md", "2022-09-16", "name"],
    ["2022/09/4일차 0916.md", "2022-09-16", "name"],
    // A title joined to its day, and another note of the day.
    ["2021-10/10-09Create.md", "2021-10-09", "name"],
    ["2021-10/10-19댓글.md", "2021-10-19", "name"],
    ["2021-10/10.13nohup.md", "2021-10-13", "name"],
    ["2021-11/12#2.md", "2021-11-12", "name"],
    ["2021-12/05-2.md", "2021-12-05", "name"],
    ["2021-12/05(2).md", "2021-12-05", "name"],
    ["Day1-25.01.20/README.md", "2025-01-20", "folder"],
    ["3일차_250122/README.md", "2025-01-22", "folder"],
    // A week reaches into the month before or after.
    ["2022.08 5주차/09.01.md", "2022-09-01", "name"],
    ["2022.12 5주차/01.01.md", "2023-01-01", "name"],
    ["2023/01월 1주차/12.31.md", "2022-12-31", "name"],
    ["2022.08 5주차/10.01.md", "2022-08", "folder"],
    ["2022.08 5주차/09.20.md", "2022-08", "folder"],
    // A number of four digits with a title, below nothing that has problems.
    ["iOS/2021/1012_enum 프로토콜.md", "2021-10-12", "name"],
    ["iOS/2021/1210_Decoding.md", "2021-12-10", "name"],
    ["2021/1117_1120_고차함수.md", "2021-11-17", "name"],
    ["2021/1231-회고.md", "2021-12-31", "name"],
    ["2021/1012. 유기농 배추.md", "2021", "folder"],
    ["2021/1012번_유기농 배추.md", "2021", "folder"],
    ["2021/1260_DFS와 BFS.md", "2021", "folder"],
    ["알고리즘/2021/1012_유기농 배추.md", "2021", "folder"],
    ["2021/1012_백준.md", "2021", "folder"],
    ["PS/2021/1012_유기농 배추.md", "2021", "folder"],
    // A folder of several days is of none of them.
    ["팀 프로젝트(2020.06.11~2020.06.18)/README.md", "2020-06", "folder"],
    ["프로젝트(2020.07.08~2020.08.21)/기획.md", "2020", "folder"],
    ["1주차(2023.01.02 ~ 06)/0103.md", "2023-01-03", "name"],
    ["2020.12.28~2021.01.03/til.md", "2020-12-28", "folder"],
    // A number with a title is a chapter as often as a day, and so is a month below no year.
    ["2025/05/03-변수.md", "2025-05", "folder"],
    ["2021/til/08.md", "2021", "folder"],
    ["2021/1012.md", "2021", "folder"],
    ["2021/7-15.md", "2021", "folder"],
    ["2021/백준/1012.md", "2021", "folder"],
    ["2023/2학기/0905.md", "2023", "folder"],
    ["2023/03/3-1 변수.md", "2023-03", "folder"],
    ["2022/10월/11.1_자습.md", "2022-10", "folder"],
    ["2021-10/10-12강.md", "2021-10", "folder"],
    ["2021-10/11-09Create.md", "2021-10", "folder"],
    ["2021-10/5-2.md", "2021-10", "folder"],
    ["2021-10/05-21.md", "2021-10", "folder"],
    ["2021-10/자바/10-24generic.md", "2021-10", "folder"],
    ["2021/05-2.md", "2021", "folder"],
    ["2021/10-09Create.md", "2021", "folder"],
    ["2022/09/Day4-2.md", "2022-09", "folder"],
    ["2022/09/[백준] 10.md", "2022-09", "folder"],
    ["10년/2025/redis.md", "2025", "folder"],
    ["2021/13.md", "2021", "folder"],
    ["2021/marketing.md", "2021", "folder"],
    ["2021/12월/5월.md", "2021-12", "folder"],
    ["2025/02/30.md", "2025-02", "folder"],
    ["2025/05/06-03.md", "2025-05", "folder"],
  ])("%s", (path, text, source) => {
    expect(read(path)).toMatchObject({ text, source });
  });

  it.each([
    "05/03.md",
    "redis.md",
    "2048-game/README.md",
    "windows-2019/설치.md",
    "백준/10430_나머지.md",
    "프로그래머스/1/340202. ［PCCE 기출문제］ 6번 ／ 물 부족/README.md",
    "프로그래머스/250125. 데이터 분석.md",
    "SWEA/D3/210101. 문제/README.md",
    "1234/05/03.md",
    "v1.2.3-릴리스.md",
  ])("%s says none", (path) => {
    expect(read(path)).toBeUndefined();
  });
});

describe("the order of evidence", () => {
  const fields = { date: "2025-03-03 10:00:00 +0900", created: "2025-02-02" };
  const head = "# 2025-01-01";

  it.each([
    ["2025-05-05-a.md", { fields, head }, "2025-05-05", "name"],
    ["2025-04-04/a.md", { fields, head }, "2025-04-04", "folder"],
    ["a.md", { fields, head }, "2025-03-03", "front-matter"],
    ["a.md", { fields: { created: "2025-02-02" }, head }, "2025-02-02", "created"],
    ["a.md", { fields: { createdAt: "2025-02-02" }, head }, "2025-02-02", "created"],
    ["a.md", { fields: { created_date: "2025-02-02" }, head }, "2025-02-02", "created"],
    ["a.md", { fields: { publishDate: "2025-02-02" }, head }, "2025-02-02", "created"],
    ["a.md", { fields: { date: "{{ .Date }}", created: "2025-02-02" }, head }, "2025-02-02", "created"],
    ["a.md", { head }, "2025-01-01", "heading"],
  ])("%s %j", (path, told, text, source) => {
    expect(read(path, told)).toMatchObject({ text, source, precision: "day" });
  });

  it("lets a lower source that agrees make a month exact", () => {
    expect(read("2025/05/a.md", { fields: { date: "2025-05-03" } })).toEqual({
      text: "2025-05-03",
      precision: "day",
      source: "front-matter",
    });
    expect(read("2025/a.md", { fields: { created: "2025-05" }, head: "2025-05-03" })).toMatchObject({
      text: "2025-05-03",
      source: "heading",
    });
    expect(read("2025/2025-05-12가지-팁.md", { fields: { date: "2025-05-12" } })).toMatchObject({ text: "2025-05-12" });
  });

  it("lets no day contradict a folder of several", () => {
    expect(read("프로젝트(2020.08.31~2020.10.08)/2020-09-08_회의록.md")).toEqual({
      text: "2020-09-08",
      precision: "day",
      source: "name",
    });
  });

  it("lets none contradict a higher one", () => {
    expect(read("2025/05/a.md", { fields: { date: "2025-06-03 10:00:00 +0900" } })).toEqual({
      text: "2025-05",
      precision: "month",
      source: "folder",
      conflict: { text: "2025-06-03", source: "front-matter" },
    });
    expect(read("2022/01/2021-12-31.md")).toMatchObject({
      text: "2021-12-31",
      conflict: { text: "2022-01", source: "folder" },
    });
    expect(read("2025-05-01.md", { fields: { created: "2025-06-01" }, head: "# 2025-07-01" })).toEqual({
      text: "2025-05-01",
      precision: "day",
      source: "name",
    });
  });

  it("takes a day that words in a name lead to for what is told, where the front matter states one far from it", () => {
    const date = "2025-07-09";
    expect(read("aws/서비스-종료-2025-08-01-안내.md", { fields: { date } })).toMatchObject({
      text: date,
      source: "front-matter",
      conflict: { text: "2025-08-01", source: "name" },
    });
    expect(read("데뷰 2025-07-05 후기.md", { fields: { date } })?.text).toBe("2025-07-05");
    expect(read("2025-08-01-서비스-종료.md", { fields: { date } })?.text).toBe("2025-08-01");
    expect(read("설명회 2025-04-11.md", { fields: { created: date } })?.text).toBe("2025-04-11");
    // A Friday, and no Wednesday.
    expect(read("주간보고 2025-04-11(금) 3회차.md", { fields: { date } })?.text).toBe("2025-04-11");
    expect(read("주간보고 2025-04-11(수).md", { fields: { date } })?.text).toBe(date);
    expect(read("서비스 2025-04-11 금융 안내.md", { fields: { date } })?.text).toBe(date);
  });

  it.each([
    ["프로그래머스/2/340213. ［PCCP］ 재생기/README.md", undefined],
    ["프로그래머스/lv2/250125.md", undefined],
    ["src/posts/lessons-340213.md", undefined],
    ["programmers/level1/240322-1.md", "2024-03-22"],
    ["프로그래머스/2024-03-22/README.md", "2024-03-22"],
    ["백준/240322.md", "2024-03-22"],
    ["TIL/250125.md", "2025-01-25"],
  ])("knows the problems of a judge from days: %s", (path, text) => {
    expect(read(path)?.text).toBe(text);
  });

  it.each([
    "pubDate",
    "pub_date",
    "pubDatetime",
    "publishedDate",
    "published_date",
    "createAt",
    "creation date",
    "posted",
    "published",
  ])("knows the day in `%s`", (key) => {
    expect(read("a.md", { fields: { [key]: "Jan 05 2022" } })).toMatchObject({
      text: "2022-01-05",
      source: "created",
    });
  });

  it("takes the day a file states above the day of its backup, and above no other folder's", () => {
    const fields = { date: "2021-03-07" };
    expect(read("backup/2021-10-28/content/a.md", { fields })).toEqual({
      text: "2021-03-07",
      precision: "day",
      source: "front-matter",
    });
    expect(read("backup/2021-10-28/content/a.md")?.text).toBe("2021-10-28");
    expect(read("backup/2021-10-28/2021-09-01-a.md", { fields })?.text).toBe("2021-09-01");
    expect(read("jenkins-backup/2021-10-28/a.md", { fields })).toMatchObject({ text: "2021-10-28", source: "folder" });
    expect(read("backup/2021-10/a.md", { fields })).toMatchObject({ text: "2021-10", source: "folder" });
  });

  it("takes `published` for a day only where it is one, and after `created`", () => {
    expect(read("a.md", { fields: { published: "true" } })).toBeUndefined();
    expect(read("a.md", { fields: { published: "2020-02-02", created: "2022-01-05" } })?.text).toBe("2022-01-05");
  });

  it("finds nothing against a day in the folder of its week", () => {
    expect(read("2022.08 5주차/09.01.md")).toEqual({ text: "2022-09-01", precision: "day", source: "name" });
    expect(read("2022.08 5주차/2022-10-01.md")).toMatchObject({
      text: "2022-10-01",
      conflict: { text: "2022-08", source: "folder" },
    });
  });

  it("takes a day into a week only when it lies in it", () => {
    expect(read("Y24-W26.md", { fields: { date: "2024-06-30" } })).toMatchObject({ text: "2024-06-30" });
    expect(read("Y24-W26.md", { fields: { date: "2024-06-23" } })).toMatchObject({
      text: "2024-06",
      precision: "month",
      conflict: { text: "2024-06-23" },
    });
    expect(read("Y25-W01.md", { fields: { date: "2024-12-30" } })).toEqual({
      text: "2024-12-30",
      precision: "day",
      source: "front-matter",
    });
  });

  it("leaves a file named after a month whole, though its first section has a day", () => {
    expect(read("2021/08.md", { head: "## 2021-08-09\n- a" })).toMatchObject({ text: "2021-08", source: "name" });
  });
});

describe("a note that states only its month", () => {
  it("claims no day, whatever else is dated", () => {
    const fields = { month: "2025-05", date: "2025-05-31 23:59:59 +0900" };
    expect(read("TIL/2025/05/2025-05-redis.md", { fields, head: "# 2025-05-03" })).toEqual({
      text: "2025-05",
      precision: "month",
      source: "front-matter",
    });
  });

  it("stands above a name that gives another month, and below one that gives a day", () => {
    expect(read("2025-06-a.md", { fields: { month: "2025-05" } })).toEqual({
      text: "2025-05",
      precision: "month",
      source: "front-matter",
      conflict: { text: "2025-06", source: "name" },
    });
    expect(read("2025-05-03-a.md", { fields: { month: "2025-05" } })).toMatchObject({
      text: "2025-05-03",
      source: "name",
    });
  });

  it.each(["5월", "2025-13", "{{ month }}", "2025"])("is not stated by %j", (month) => {
    expect(read("2025/06/a.md", { fields: { month } })).toMatchObject({ text: "2025-06", source: "folder" });
  });
});

describe("the time of a note", () => {
  const date = "2025-05-01 23:10:00 +0900";
  const instant = Date.parse("2025-05-01T23:10:00+09:00");

  it("comes with the day it belongs to", () => {
    expect(read("a.md", { fields: { date } })?.instant).toBe(instant);
    expect(read("2025-05-01-a.md", { fields: { date } })).toEqual({
      text: "2025-05-01",
      precision: "day",
      source: "name",
      instant,
    });
    expect(read("2025-05-01-a.md", { fields: { created: date } })?.instant).toBe(instant);
    expect(read("2025-05-02-a.md", { fields: { date } })).not.toHaveProperty("instant");
    expect(read("a.md", { fields: { date, month: "2025-05" } })).not.toHaveProperty("instant");
  });

  it("moves no day that is written, however late the writer's day begins", () => {
    const fields = { date: "2025-05-02 01:30:00 +0900" };
    expect(read("a.md", { fields, dayStartsAt: 240 })?.text).toBe("2025-05-02");
    expect(read("a.md", { fields: { date: "2025-05-01T16:30:00Z" }, dayStartsAt: 240 })?.text).toBe("2025-05-02");
  });
});

describe("any file", () => {
  it("gets a date that is well formed, or none", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "2025",
        "05",
        "03",
        "2025-05",
        "W26",
        "Y24-W26",
        "5월",
        "회고",
        "/",
        "-",
        " ",
        ".",
        "일",
        "## ",
        "\n",
        "```",
        "date: ",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const shapes = { day: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ };
    fc.assert(
      fc.property(text, text, text, text, (path, date, month, head) => {
        const result = read(path, { fields: { date, month }, head });
        if (result) expect(result.text).toMatch(shapes[result.precision]);
      }),
      { numRuns: 3000 },
    );
  });
});
