import { describe, expect, it } from "vitest";
import { numberedTitle, seriesTitle } from "../../../../src/core/post/series/seriesTitle.ts";

describe("seriesTitle", () => {
  it.each([
    ["[스프링 스터디] 3회차 - 빈의 생명주기", "스프링 스터디", 3, "[스프링 스터디] 4회차"],
    ["카프카 스터디 9차시: 리밸런싱", "카프카 스터디", 9, "카프카 스터디 10차시"],
    ["12차시 4:함께읽기", "함께읽기", 12, "13차시 4:함께읽기"],
    ["자바의 신 3장", "자바의 신", 3, "자바의 신 4장"],
    ["알고리즘 강의 제7강 그래프", "알고리즘 강의", 7, "알고리즘 강의 제8강"],
    ["블로그를 옮기며 2편", "블로그를 옮기며", 2, "블로그를 옮기며 3편"],
    ["사내 세미나 5회", "사내 세미나", 5, "사내 세미나 6회"],
    ["러스트 03편", "러스트", 3, "러스트 04편"],
    ["JVM 들여다보기 Part 2", "JVM 들여다보기", 2, "JVM 들여다보기 Part 3"],
    ["주간 코드 리뷰 #14", "주간 코드 리뷰", 14, "주간 코드 리뷰 #15"],
    ["장애 회고록 (2)", "장애 회고록", 2, "장애 회고록 (3)"],
    ["데이터베이스 첫걸음 8", "데이터베이스 첫걸음", 8, "데이터베이스 첫걸음 9"],
  ])("reads %s", (title, name, number, next) => {
    const read = seriesTitle(title);
    expect(read).toMatchObject({ name, number });
    expect(read && numberedTitle(read, number + 1).trim()).toBe(next);
    // In letters (NFD) it is the same series.
    expect(seriesTitle(title.normalize("NFD"))).toEqual(read);
  });

  it.each(["이벤트 루프", "2025년 3주차", "5월 2회", "127.0.0.1과 localhost", "12", "", "3".repeat(400)])(
    "finds no series in %s",
    (title) => {
      expect(seriesTitle(title)).toBeUndefined();
    },
  );

  it("tells one series from another, and its posts together whatever they are about", () => {
    const key = (title: string) => seriesTitle(title)?.key;
    expect(key("카프카 스터디 9차시: 리밸런싱")).toBe(key("카프카 스터디 10차시 - 파티션"));
    expect(key("12차시 4:함께읽기")).toBe(key("13차시 5:함께읽기"));
    expect(key("카프카 스터디 9차시")).not.toBe(key("레디스 스터디 9차시"));
    expect(key("카프카 스터디 9차시")).not.toBe(key("카프카 스터디 9편"));
  });

  it("takes a time that grows with the title alone", () => {
    for (const part of ["1", " 1", "(", "[1", "제1", "- "]) expect(() => seriesTitle(part.repeat(150))).not.toThrow();
  });
});
