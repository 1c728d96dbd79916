import { describe, expect, it } from "vitest";
import { dateFromHead } from "../../../../src/core/note/dateEvidence/dateFromHead.ts";

function read(...lines: string[]): string | undefined {
  return dateFromHead(lines.join("\n"), "Asia/Seoul")?.text;
}

describe("the first lines of a note", () => {
  it.each([
    ["a title with its date", ["# 컨퍼런스 2023.11.15", "", "## 키노트"], "2023-11-15"],
    ["a title of six digits", ["# 220105 TIL"], "2022-01-05"],
    ["a title composed by a Mac", ["# 2025년 5월 1일".normalize("NFD")], "2025-05-01"],
    ["a month's title", ["# 2025년 5월 회고"], "2025-05"],
    ["a dated section below a plain title", ["# TIL", "", "## 2022.04.04", "- a"], "2022-04-04"],
    ["several sections of a month", ["## 2023-01-01 일", "- a", "## 2023-01-02 월"], "2023-01"],
    ["several sections of a year", ["## 2023-01-01 일", "## 2023-02-02 목"], "2023"],
    ["several sections of two years", ["## 2022-12-31", "## 2023-01-01"], undefined],
    ["a labelled line", ["# 제목", "", "- 작성일: 2025-05-01"], "2025-05-01"],
    ["a label padded to a column", ["# ---", "layout  : wiki", "date    : 2020-04-07 20:17:47 +0900"], "2020-04-07"],
    [
      "the day below a heading that says so",
      [
        "# [level 1] 재생기 - 340213",
        "[문제](https://a.kr/340213)",
        "### 구분",
        "가",
        "### 채점",
        "100",
        "### 제출 일자",
        "",
        "2024년 12월 17일 23:05:12",
      ],
      "2024-12-17",
    ],
    ["the day below the heading of a journal", ["# 캐시", "## 작성일", "2024.12.17"], "2024-12-17"],
    ["when a page was published", ["# 글", "", "**Published:** 2026-03-13T15:12:34.004Z"], "2026-03-14"],
    ["nothing of when a paper was", ["# Attention", "", "**Published:** 2017-06-12"], undefined],
    ["a paragraph of HTML that is a date", ["<p>2025.06.30</p>", "<ul>", "<li>가</li>"], "2025-06-30"],
    ["one that is set in bold", ['<h5 id="a"><strong>2024.09.12</strong></h5>', "<p>가</p>"], "2024-09-12"],
    ["no address in HTML", ['<a href="https://a.kr/2019/01/19/docker">도커</a>', "글"], undefined],
    ["no paragraph that speaks of a day", ["<p>2025.06.30까지 한 일</p>"], undefined],
    ["a property of Dataview", ["# 글", "**date**:: 2022-01-05"], "2022-01-05"],
    ["a property of Logseq", ["date:: [[2022-01-05]]", "- 글"], "2022-01-05"],
    ["a property in brackets", ["# 글", "[date:: 2022-01-05]"], "2022-01-05"],
    [
      "the last of many properties of a page of Notion",
      [
        "# 글",
        "",
        "상태: 완료",
        "담당: 가",
        "유형: 나",
        "URL: https://a.kr",
        "순서: 3",
        "생성 일시: 2022년 1월 5일 오후 10:00",
        "",
        "본문",
      ],
      "2022-01-05",
    ],
    ["a property in English", ["# 글", "", "Created: January 5, 2022 10:00 PM", "Tags: a"], "2022-01-05"],
    ["a line that is days of one month", ["# 출장", "2024.01.01 ~ 01.07"], "2024-01"],
    ["a labelled stamp in UTC", ["**Date**: x", "date: 2025-05-01T15:00:00Z"], "2025-05-02"],
    ["a line that is a date", ["제목", "> 2025.05.01 (목)"], "2025-05-01"],
    ["a line that names a year's 회고", ["기타", "", "2023 회고", "", "본문"], "2023"],
    ["CRLF", ["# 제목\r", "2025-05-01\r"], "2025-05-01"],
    ["a label in other words", ["# 탐구", "> 📅 탐구 일자: 2024-09-30"], "2024-09-30"],
    ["the day it was first learned", ["⭕첫 학습날: 2024-10-20"], "2024-10-20"],
    ["a date in a quotation of several lines", ["# 책", "> 주소", ">", "> 스터디", ">", "> 2021.08.11"], "2021-08-11"],
    ["the days of a week", ["# 2024.01.01 ~ 01.07 주간 정리"], "2024-01"],
    ["the days of two months", ["# 2024.01.29 ~ 2024.02.04"], "2024"],
    [
      "a label in English below what says nothing",
      ["# 예외", "> 처리", "<br>", "<br>", "---", "- ✍🏻 **Recorded Date** : 2022년 11월 11일 오후 6:46"],
      "2022-11-11",
    ],
    ["a line that counts the day besides", ["# TIL", "* 2024-03-21 (4일차)", "본문"], "2024-03-21"],
    ["a line that counts the week besides", ["# TIL", "2024.03.21 (3주차)"], "2024-03-21"],
    ["a line with uneven spaces", ["# TIL", "* 2024  - 03 -28 (11일차)"], "2024-03-28"],
    ["a heading with uneven spaces", ["# 2024 . 03. 28 정리"], "2024-03-28"],
    ["a line set as code", ["# 카프카", "`250326`"], "2025-03-26"],
    ["the days of a week, the month said once", ["# 2024.01.01 ~ 07 주간 정리"], "2024-01"],
    ["the days of a week in Korean", ["# 2024년 1월 1일 ~ 7일"], "2024-01"],
    ["an open end", ["# 스터디", "> 2022.01.13 ~"], "2022-01-13"],
    ["a label with two digits of the year", ["# 캐시", "> 작성날짜: 24.08.29 (고친 날: 24.09.11)"], "2024-08-29"],
    ["a day in brackets behind the title", ["## 알고리즘 3일차 (21.05.25)"], "2021-05-25"],
    ["a bullet with spaces in its date", ["# 낱말", "- 2025 / 08 / 11"], "2025-08-11"],
    ["a list of days", ["## 모임", "**2018.07.29**", "- [글](a.md)", "**2018.08.05**", "- [글](b.md)"], "2018"],
    ["the plan of a year", ["# 2023년 목표"], "2023"],
    ["one's own year", ["# 🎉 나의 2023 정리"], "2023"],
    ["a title that begins with a picture", ["# 📅 22.10.18 해시"], "2022-10-18"],
    ["a title in English", ["# Thursday, January 9, 2020", "", "## 할 일"], "2020-01-09"],
    ["a title with its month in English", ["# April 2021", "- 가"], "2021-04"],
    ["a title with its day in English", ["# TIL on October 12th, 2024"], "2024-10-12"],
    ["a line in English", ["제목", "9 January 2020"], "2020-01-09"],
    ["a line with its weekday in English", ["220719 Tue", "", "노트북"], "2022-07-19"],
    ["a label of Notion's in English", ["# MAB", "", "Created: Oct 02, 2019 12:56 AM", "Topic: Math"], "2019-10-02"],
    [
      "a label that is a heading, in UTC",
      ["## HTTP", "###### tags: `HTTP`", "###### date: `2024-02-01T15:12:33.284Z`"],
      "2024-02-02",
    ],
    ["the day of a lecture", ["# 제어문", "강의 일시: 2021년 3월 10일"], "2021-03-10"],
    ["a label that is the first heading", ["### 작성일: 2022-01-05", "본문"], "2022-01-05"],
    [
      "the day below a heading that is its label",
      ["# 캐시", "본문", "## 📅 작성일", "> 2022.01.05 (수)"],
      "2022-01-05",
    ],
    ["several such days", ["# 풀이", "### 푼 날짜", "2022-01-05", "### 푼 날짜", "2022-01-07"], "2022-01"],
    ["what was done that day", ["# Level 3", "", "200417 풀이"], "2020-04-17"],
    ["what was added later", ["# 캐시", "## 2022-05-03", "- 가", "## 2022-06-04 내용 추가", "- 나"], "2022-05-03"],
  ])("%s", (_, lines, expected) => {
    expect(read(...lines)).toBe(expected);
  });

  it.each([
    ["a date within a sentence", ["# Redis", "2023년 5월 1일에 입사했다."]],
    ["a sentence that begins with a date", ["2023-05-01 릴리스에서 바뀐 점을 정리한다"]],
    ["a date within a later heading", ["# Redis", "## 변경점 2023-05-01"]],
    ["what was only added then", ["# Redis", "## 풀이", "## 2023-05-01 재풀이", "## 2023-06-01: 수정"]],
    ["a heading that says when it was changed", ["# 캐시", "가", "나", "다", "라", "### 수정일", "2023-05-01"]],
    ["a heading that says until when", ["# 과제", "가", "나", "다", "라", "## 제출일", "2023-05-01"]],
    ["a heading of what is said of dates", ["# JS", "## Date", "`2017-01-26` 같은 문자열"]],
    ["a heading that has a sentence with a date below", ["# JS", "## 날짜", "2017-01-26을 뜻한다"]],
    ["a heading without its date", ["# 캐시", "### 작성일", "본문 2023-05-01에"]],
    ["a comment in code", ["```sh", "# 2022-01-01 backup", "```"]],
    ["a comment in code that never ends", ["~~~", "# 2022-01-01 backup", "```", "# 2022-01-02"]],
    ["a date far below", ["a", "b", "c", "d", "e", "2025-05-01"]],
    ["no digits", ["# 제목", "본문"]],
    ["a version", ["# IntelliJ 2023.1"]],
    ["nothing", []],
    ["an address in a title", ['# 패키지 <a href="https://a.kr/2018/04/22/package">링크</a>']],
    ["a title that links to a dated address", ["# [패키지](https://a.kr/2018/04/22/package)"]],
    ["another day's label", ["# 이벤트", "마감일: 2025-05-01", "- 최종 수정일: 2025-05-02", "출간일: 2020-01-01"]],
    ["a year in a title", ["# 라이브러리 문서 2023 정리"]],
    ["another year in a title", ["# 로드맵 2024 계획을 읽고"]],
    ["years that were spent somewhere", ["# 나는", "## 이력", "* 2010.03 ~ 2016.08", "    * 전공"]],
    ["a day that something else was due", ["# 과제", "가", "나", "다", "라", "마", "## 제출 방법", "2024.12.17"]],
    ["a label far below", ["# 글", "가", "나", "다", "라", "마", "작성일: 2022-01-05"]],
    ["a version in brackets", ["# Docker (20.10.12)"]],
    ["a chapter", ["# 3.1 시작", "# 05.07 숫자형 스트림"]],
  ])("%s is no date of the note", (_, lines) => {
    expect(read(...lines)).toBeUndefined();
  });
});

/** What the browser extension BaekjoonHub writes. */
function solution(link: string, submitted: string): string | undefined {
  return read(
    "# [Silver IV] 나이순 정렬 - 10814 ",
    "",
    `[문제 링크](${link}) `,
    "",
    "### 성능 요약",
    "",
    "메모리: 2020 KB, 시간: 0 ms",
    "",
    "### 분류",
    "",
    "정렬",
    "",
    "### 제출 일자",
    "",
    submitted,
    "",
    "### 문제 설명",
    "",
    "<p>2001년 1월 1일부터</p>",
  );
}

describe("a problem that was solved", () => {
  const BOJ = "https://www.acmicpc.net/problem/10814";
  const PROGRAMMERS = "https://school.programmers.co.kr/learn/courses/30/lessons/118666";

  it.each([
    [BOJ, "2024년 6월 11일 09:40:29", "2024-06-11"],
    [BOJ, "2023년 11월 4일 23:35:04", "2023-11-04"],
    [PROGRAMMERS, "2024년 12월 03일 10:19:51", "2024-12-03"],
    [PROGRAMMERS, "2023년 11월 12일 9:50:33", "2023-11-12"],
  ])("is of the day it was handed in: %s %s", (link, submitted, expected) => {
    expect(solution(link, submitted)).toBe(expected);
  });

  it("is of the day that someone wrote by hand", () => {
    expect(read(`[문제](${PROGRAMMERS})`, "## 푼 날짜", "2023-11-03")).toBe("2023-11-03");
  });

  it.each([
    ["2023년 11월 0일 9:50:33", "2023-11"],
    ["2023년 11월 3일 23:7:30", "2023-11"],
    ["2024년 02월 6일 20:27:12", "2024-02"],
  ])("is of the month alone while the extension took the weekday for the day: %s", (submitted, expected) => {
    expect(solution(PROGRAMMERS, submitted)).toBe(expected);
  });
});
