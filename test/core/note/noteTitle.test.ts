import { describe, expect, it } from "vitest";
import { titleIn } from "../../../src/core/note/noteTitle.ts";
import { plainTitle } from "../../../src/core/note/plainTitle.ts";
import { noteOf } from "../../support/notebook.ts";

function titleOf(path: string, ...lines: readonly string[]): string {
  const body = lines.join("\n");
  return titleIn(path, body, body).title;
}

describe("a note without a title in front matter", () => {
  it.each([
    ["its heading", "spring/ioc.md", ["", "# IoC 컨테이너", "## 빈"], "IoC 컨테이너"],
    ["its file, for want of a heading", "spring/ioc.md", ["## 빈"], "ioc"],
    ["its file without the day", "2025-05-03-캐시.md", ["본문"], "캐시"],
    ["its day where the name is no more", "2025-05-03.md", ["본문"], "2025-05-03"],
    ["its day and its number, where the name is no more", "2025-05-03-2.md", ["본문"], "2025-05-03-2"],
    ["its day where the rest is what all are called", "2025-05-03-TIL.md", ["# TIL", "- a"], "2025-05-03-TIL"],
    ["its name above a recurring word", "TIL-250503.md", ["# 👊 Today", "- a"], "TIL-250503"],
    ["what stands in brackets behind its day", "2025-05-03(파이썬 게임).md", ["본문"], "파이썬 게임"],
    ["its day and its number in brackets", "250503(2).md", ["본문"], "250503(2)"],
    ["a line that is underlined", "jvm.md", ["", "JVM 구조", "======", "본문", "# 실행"], "JVM 구조"],
    ["a heading in HTML", "CALayer.md", ["<h1><center> CALayer란 </center></h1>", "## 그리기"], "CALayer란"],
    [
      "its file above a section of a page that was rendered",
      "velog-posts/[SQL] 내장 함수.md",
      ["<p>함수입니다.</p>", '<h1 id="문자열">문자열</h1>', "<p>길이</p>"],
      "[SQL] 내장 함수",
    ],
    ["the heading of a rendered page above a slug", "sql-functions.md", ['<h1 id="함수">함수</h1>'], "함수"],
    [
      "its heading in HTML above Markdown",
      "내장 함수 정리.md",
      ["소개", "", '<h1 id="sql">SQL 함수</h1>', "", "## 길이"],
      "SQL 함수",
    ],
    ["its file without the space at its end", "2022_02_08_숫자 야구 .md", ["본문"], "숫자 야구"],
    ["its folder, for every folder has a README", "책/테스트 주도 개발/README.md", ["소개"], "테스트 주도 개발"],
    ["a README's own heading", "책/README.md", ["# 읽은 책", "# 읽을 책"], "읽은 책"],
    ["the day above parts that recur", "KIM/2025-07-03.md", ["# ☀️ 오늘 한 일", "- a", "# 🚩 내일 할 일"], "2025-07-03"],
    ["the name above a beginning", "글/REST란 무엇인가.md", ["# 들어가며", "본문"], "REST란 무엇인가"],
    ["the name above parts with other words", "풀이/가운데 글자.md", ["# 제한 조건", "# 풀이 방법"], "가운데 글자"],
    ["the name above parts with numbers", "ch02. 설계 시작.md", ["# 1. 설계 이전", "# 2. 순서"], "ch02. 설계 시작"],
    [
      "the name above parts with numbers behind pictures",
      "2025-05-03-부동산공법-(도시개발 3회독).md",
      ["# 📌 1. 도시개발계획", "## 1-1", "# 📌 2. 환지"],
      "부동산공법-(도시개발 3회독)",
    ],
    [
      "a numbered heading that says all of the name",
      "98.조건문_반복문.md",
      ["# 2. 조건문 / 반복문", "# 3. 끝"],
      "2. 조건문 / 반복문",
    ],
    ["the heading that begins with the name", "JPA 정리.md", ["# JPA란", "# 영속성"], "JPA란"],
    ["a heading above code with comments", "배포 방법.md", ["# 서버 설정", "```sh", "# 주석", "```"], "서버 설정"],
    ["the heading above a slug", "distributed-tracing.md", ["# 분산 추적", "# 실습"], "분산 추적"],
    ["its day where only a weekday follows", "2022-01-05-Wednesday.md", ["본문"], "2022-01-05-Wednesday"],
    ["what follows a weekday", "2022-01-05-Wed-캐시.md", ["본문"], "캐시"],
    ["what only begins as a weekday does", "2022-01-05-monads.md", ["본문"], "monads"],
    ["its day cut off with its dash", "2025-05-03 — 캐시.md", ["본문"], "캐시"],
    ["its file above a heading of marks", "예선.md", ["# ---", "title : 예선"], "예선"],
    ["its file above what a template left", "12_Projects.md", ["# {{FOLDER_NAME}}", "## 개요"], "12_Projects"],
    ["its file above a part in English", "dbt-thread.md", ["# tl;dr", "본문"], "dbt-thread"],
    [
      "its file above what a plugin wrote",
      "그림/구조.excalidraw.md",
      ["# Excalidraw Data", "## Text Elements"],
      "구조",
    ],
    ["a heading that speaks of such a part", "a.md", ["# References in Rust", "본문"], "References in Rust"],
    ["the heading above a copy's name", "240208 - 복사본.md", ["# 스택 1", "# 연습"], "스택 1"],
    ["its file above a day", "Day 01_방산 개요.md", ["# 📅 2026-01-28", "## 오늘 한 일"], "Day 01_방산 개요"],
    ["its file above a day among parts", "03-promise,cors.md", ["# 20220303", "# 코드스쿼드"], "03-promise,cors"],
    ["its folder above a day", "회고/react-storybook/README.md", ["# 2018-08-13 (월) 회고"], "react-storybook"],
    ["the day above a name that counts", "Spring/DAY75/README.md", ["# 2022.12.05. MON 📅"], "2022.12.05. MON 📅"],
    ["the day above a name of every day", "TIL/daily_note 3.md", ["# 2022-01-05"], "2022-01-05"],
    ["the day above its weekday", "230101_SUN.md", ["# 2023년 1월 1일 일요일"], "2023년 1월 1일 일요일"],
    ["the day above what is held every day", "회의/240103 스크럼.md", ["# 2024.01.03"], "2024.01.03"],
    ["the day of a retro", "2021_12_11_retrospection.md", ["# 2021년 12월 11일 회고"], "2021년 12월 11일 회고"],
    ["the day above a number", "s-w3-0718.md", ["# 220718 Mon"], "220718 Mon"],
    ["the days of a week", "3주차 캐시.md", ["# 2022.01.03 ~ 01.09"], "2022.01.03 ~ 01.09"],
    ["a heading with more than its day", "redis.md", ["# 2022-01-05 만료"], "2022-01-05 만료"],
    ["a heading with nothing but a picture", "캐시.md", ["# ![](a.png)", "# 본문"], "캐시"],
  ])("is called by %s", (_, path, lines, expected) => {
    expect(titleOf(path, ...lines)).toBe(expected);
  });

  it("leads where its whole heading leads", () => {
    expect(titleIn("a.md", "# [이벤트 루프](https://a.kr/b)", "")).toEqual({
      title: "이벤트 루프",
      link: "https://a.kr/b",
    });
  });
});

it("shows nothing of a title that cannot be seen", () => {
  expect(noteOf("a.md", '---\ntitle: "\\07. Reverse\\tInteger"\n---\n').title).toBe("7. Reverse Integer");
});

describe("a note whose name is a day of its folders", () => {
  it.each([
    ["its day in full", "2022/07/05.md", "본문", "2022-07-05"],
    ["its day in full, as well behind its month", "2022/7월/7-15.md", "본문", "2022-07-15"],
    ["its day in full, when that is a folder", "2022/07/05/README.md", "본문", "2022-07-05"],
    ["its heading", "2022/07/05.md", "# 큐", "큐"],
    ["its heading, though that is a number", "220329.md", "# 5188", "5188"],
    ["its name, where that is no day", "2022/07/35.md", "본문", "35"],
    ["its name, where that is a month", "2022/07.md", "본문", "07"],
    ["its name, where that says the year", "2022/220705.md", "본문", "220705"],
  ])("is called by %s", (_, path, text, expected) => {
    expect(noteOf(path, text).title).toBe(expected);
  });
});

describe("a heading as a title", () => {
  it.each([
    ["**3장. 스트림**", "3장. 스트림"],
    ["`Comparable`과 `Comparator`", "Comparable과 Comparator"],
    ["[백준 1110](https://a.kr/1110) 풀이", "백준 1110 풀이"],
    ["[[번역] 훅](https://a.kr/1) 읽기", "[번역] 훅 읽기"],
    ["[가](https://a.kr/1) [[나] 다](https://a.kr/2)", "가 [나] 다"],
    ["[가 [나] [다](https://a.kr/2)", "[가 [나] 다"],
    ["[[Dataview]] 와 [[a/b|별명]]", "Dataview 와 별명"],
    ["기록장 [![배지](https://a.kr/b.svg)](https://a.kr)", "기록장"],
    ['<span style="color:red">시작</span>하기 {#start}', "시작하기"],
    ["[[boj-1520]]{내리막길} 풀이", "내리막길 풀이"],
    ["문자열 압축 {docsify-ignore-all}", "문자열 압축"],
    ["설치 <!-- omit in toc -->", "설치"],
    ["Vue {docs}", "Vue {docs}"],
    ["_기울임_", "기울임"],
    ["~~지운~~ 제목", "지운 제목"],
    ["[SSAFY] 첫날", "[SSAFY] 첫날"],
    ["__init__.py", "__init__.py"],
    ["`<div>` 태그", "`<div>` 태그"],
    ["List<String> 정렬", "List<String> 정렬"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    // What an editor escaped without need; other escapes keep something from being markup, in a draft as well.
    ["\\[Java\\] 연산자", "[Java] 연산자"],
    ["프로토타입과\\_상속", "프로토타입과_상속"],
    ["\\_\\_init\\_\\_.py", "\\_\\_init\\_\\_.py"],
    ["Optional\\<T\\>", "Optional\\<T\\>"],
    ["\\# 큰제목", "\\# 큰제목"],
    ["\\[가\\]\\(나)", "[가]\\(나)"],
    ["정규식 `\\[가\\]`", "정규식 `\\[가\\]`"],
    ["C:\\new\\1", "C:\\new\\1"],
    ["가나".normalize("NFD"), "가나"],
    ["큐\b와 \u200b스택", "큐와 스택"],
  ])("%s reads %s", (heading, expected) => {
    expect(plainTitle(heading)).toBe(expected);
  });
});
