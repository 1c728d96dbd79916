import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../src/core/calendar/day.ts";
import { koreanWeekday } from "../../../../src/core/calendar/koreanDay.ts";
import { dateFromName } from "../../../../src/core/note/dateEvidence/dateFromName.ts";
import { anyDay } from "../../calendar/days.ts";

describe("a name that gives a day", () => {
  it.each([
    ["2022-01-05-제목.md", "2022-01-05"],
    ["2025-05-01-토막글-95.md", "2025-05-01"],
    ["2025-05-03-redis-만료키-삭제.md", "2025-05-03"],
    ["2024-7-23.md", "2024-07-23"],
    ["20210104.md", "2021-01-04"],
    ["20220105회고.md", "2022-01-05"],
    ["220105_TIL.md", "2022-01-05"],
    ["220120첫프로젝트 4일차.md", "2022-01-20"],
    ["220120회고.md", "2022-01-20"],
    ["Day3-22.04.04.md", "2022-04-04"],
    ["3일차 220404.md", "2022-04-04"],
    ["TIL 190713_GIT.md", "2019-07-13"],
    ["TIL-2022-01-05.md", "2022-01-05"],
    ["TIL20220105.md", "2022-01-05"],
    ["일기2022-01-05.md", "2022-01-05"],
    ["2023 02 23 목 2 제목.md", "2023-02-23"],
    ["2023 03 09 목 자격검정 실전문제.md", "2023-03-09"],
    ["2022.04.04 정리.markdown", "2022-04-04"],
    ["2022. 4. 4.md", "2022-04-04"],
    ["2022_04_04.mdx", "2022-04-04"],
    ["2025년 5월 1일.md", "2025-05-01"],
    ["2025년5월1일 회고.md", "2025-05-01"],
    ["2025-05-01목.md", "2025-05-01"],
    ["2025-05-01목요일-회고.md", "2025-05-01"],
    ["2025-05-01(목) 회고.md", "2025-05-01"],
    ["2025-05-12일-회고.md", "2025-05-12"],
    ["2025-05-12 월간 회고.md", "2025-05-12"],
    ["2025-05-01T10-30.md", "2025-05-01"],
    ["202501031230 메모.md", "2025-01-03"],
    ["컨퍼런스-후기-2023-11-15.md", "2023-11-15"],
    ["22.10.18 해시.md", "2022-10-18"],
    ["24-09-17.md", "2024-09-17"],
    ["TIL_22.10.18_해시.md", "2022-10-18"],
    ["[22.10.18] 해시.md", "2022-10-18"],
    ["24년 9월 3일.md", "2024-09-03"],
    ["TODO_2018_0317_sat.md", "2018-03-17"],
    ["TODO20180309Fri.md", "2018-03-09"],
    ["블로그_260127 이사.md", "2026-01-27"],
    ["codewars-170922-tail.md", "2017-09-22"],
    ["메모 (230301).md", "2023-03-01"],
    ["[web]260227_수집.md", "2026-02-27"],
    ["2025-05-01-2025-04-회고.md", "2025-05-01"],
    ["2025-05-01-제목.md".normalize("NFD"), "2025-05-01"],
  ])("%s", (name, expected) => {
    expect(dateFromName(name)).toEqual({ text: expected, precision: "day" });
  });

  // As where English is written: the month first, unless it can only be the day.
  it.each([
    ["redis-만료-08-07-2023.md", "2023-08-07"],
    ["06-15-2022.md", "2022-06-15"],
    ["15-06-2022.md", "2022-06-15"],
    ["6_15_2022 정리.md", "2022-06-15"],
    ["06.15.2022.md", "2022-06-15"],
    ["주차별-3-02-15-2024.md", "2024-02-15"],
    ["week1-12-06-2023.md", "2023-12-06"],
    ["캐시-12-10-2022-1.md", "2022-12-10"],
    ["May 19, 2022.md", "2022-05-19"],
    ["회의 3rd-Oct-2022.md", "2022-10-03"],
    ["1-2-2022-05-03 소개.md", "2022-05-03"],
  ])("%s, the year last", (name, expected) => {
    expect(dateFromName(name)).toEqual({ text: expected, precision: "day" });
  });
});

describe("a name that gives a month", () => {
  it.each([
    ["2025-05-회고.md", "2025-05"],
    ["2025-05.md", "2025-05"],
    ["202505.md", "2025-05"],
    ["2025년 5월 회고.md", "2025-05"],
    ["2025년 5월 회고.md".normalize("NFD"), "2025-05"],
    ["2025-5월.md", "2025-05"],
    ["2023.04 정리.md", "2023-04"],
    // Digits that count something are no day.
    ["2025-05-1억-비트를.md", "2025-05"],
    ["2025-05-12가지-팁.md", "2025-05"],
    ["2025-05-12일차.md", "2025-05"],
    ["2025-05-12월간-회고.md", "2025-05"],
    ["2025-05-3D-렌더링.md", "2025-05"],
    ["2025-05-100일-챌린지.md", "2025-05"],
    ["2025-05-redis-만료키-삭제.md", "2025-05"],
    // The month is said, whatever became of the day.
    ["2023-01-xx-제목.md", "2023-01"],
    ["24년 9월.md", "2024-09"],
    ["작업일지_25년 10월.md", "2025-10"],
    ["2025-02-30-제목.md", "2025-02"],
    ["August_2022.md", "2022-08"],
    ["january-2024-retrospective.md", "2024-01"],
    ["Sept. 2023 회고.md", "2023-09"],
    ["2021_April_plan.md", "2021-04"],
    ["2023 Jan.md", "2023-01"],
  ])("%s", (name, expected) => {
    expect(dateFromName(name)).toEqual({ text: expected, precision: "month" });
  });
});

describe("a name that gives a year", () => {
  it.each([
    ["2022 회고.md", "2022"],
    ["2022-회고.md", "2022"],
    ["2022년을 돌아보며.md", "2022"],
    ["나의 2023년 상반기 회고.md", "2023"],
    ["2023-retrospective.md", "2023"],
  ])("%s", (name, expected) => {
    expect(dateFromName(name)).toEqual({ text: expected, precision: "year" });
  });
});

describe("a name that gives a week", () => {
  it.each([
    ["Y24-W26.md", { text: "2024-06", precision: "month", within: { first: "2024-06-24", last: "2024-06-30" } }],
    ["24-W26.md", { text: "2024-06", precision: "month", within: { first: "2024-06-24", last: "2024-06-30" } }],
    ["2024-W26 정리.md", { text: "2024-06", precision: "month", within: { first: "2024-06-24", last: "2024-06-30" } }],
    // Three days of July, four of August.
    ["Y24-W31.md", { text: "2024", precision: "year", within: { first: "2024-07-29", last: "2024-08-04" } }],
    ["Y25-W01.md", { text: "2025", precision: "year", within: { first: "2024-12-30", last: "2025-01-05" } }],
    ["Y20-W53.md", { text: "2020", precision: "year", within: { first: "2020-12-28", last: "2021-01-03" } }],
  ])("%s claims no more than all its days share", (name, expected) => {
    expect(dateFromName(name)).toEqual(expected);
  });
});

describe("a name that only looks like a date", () => {
  it.each([
    "10430_나머지.md",
    "127.0.0.1-vs-localhost.md",
    "05.07 숫자형 스트림.md",
    "mayor-2022.md",
    "Spring May 2022.md",
    "March 20221.md",
    "2022-marketing.md",
    "2021-Apr-05.md",
    "16.13.40 버전.md",
    "06.05.2022.md",
    "2-1-2022 정리.md",
    "31-02-2022.md",
    "13-13-2022.md",
    "v6-15-2022b.md",
    "1.2.06-15-2022.md",
    "127.0.0.1-2022.md",
    "May the 4th 2022.md",
    "mayor 3 2022.md",
    "20.10.12.3 버전.md",
    "22.10.18b.md",
    "220120번.md",
    "220120원 쓰기.md",
    "220120원을 쓴 일.md",
    "220120b.md",
    "프로그래머스_250121 데이터 분석.md",
    "백준 - 190713.md",
    "lv.1 250125.md",
    "[#250130] 문제.md",
    "상품_178871.md",
    "블로그_260127회.md",
    "13년 4월.md",
    "2018_0231.md",
    "2018_03171.md",
    "segment-10981.md",
    "20190931.md",
    "20190931",
    "v1.2.3-릴리스.md",
    "v2023.10.12.md",
    "IntelliJ-2023.1.md",
    "RFC-2616.md",
    "RFC 2045.md",
    "1000-1234.md",
    "1989-12-31.md",
    "2100-01-01.md",
    "2042.md",
    "2023.md",
    "2048-게임.md",
    "2025-13-01.md",
    "2025-00-01.md",
    "2024-1 자료구조.md",
    "2023 10가지 팁.md",
    "2023 10 tips.md",
    "2019-2020 회고.md",
    "CVE-2021-44228.md",
    "CVE-2021-1234.md",
    "120804-두-수의-곱.md",
    "231301.md",
    "x220105.md",
    "문제 220105.md",
    "220105개.md",
    "2023010123.md",
    "Y24-W53.md",
    "24-W53.md",
    "100-W12.md",
    "12W전구.md",
    "Y24-W00.md",
    "05-03.md",
    "README.md",
    "",
  ])("%j", (name) => {
    expect(dateFromName(name)).toBeUndefined();
  });
});

describe("names we write", () => {
  const titles = fc.string({ unit: "grapheme", maxLength: 30 });

  it("say their day, whatever title follows", () => {
    fc.assert(
      fc.property(anyDay, titles, (day, title) => {
        expect(dateFromName(`${day}-${title}.md`)?.text).toBe(day);
      }),
    );
  });

  it("say their day in every form", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = partsOf(day);
        const forms = [
          day.replaceAll("-", ""),
          day.replaceAll("-", " "),
          `${day} ${koreanWeekday(day)}`,
          `${year}.${month}.${dayOfMonth} 제목`,
          `${year}년 ${month}월 ${dayOfMonth}일`.normalize("NFD"),
        ];
        for (const form of forms) expect(dateFromName(form)?.text).toBe(day);
      }),
    );
  });

  it("say a month and no day when the title begins with no digit", () => {
    fc.assert(
      fc.property(anyDay, titles, (day, title) => {
        fc.pre(!/^[\s\d]/.test(title.normalize("NFC")));
        expect(dateFromName(`${day.slice(0, 7)}-${title}.md`)).toEqual({ text: day.slice(0, 7), precision: "month" });
      }),
    );
  });
});
