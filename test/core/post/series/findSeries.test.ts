import { describe, expect, it } from "vitest";
import { findSeries } from "../../../../src/core/post/series/findSeries.ts";
import { noteOf } from "../../../support/notebook.ts";

const note = (title: string, day: string, folder = "_posts") =>
  noteOf(`${folder}/${day}-글-${title.length}.md`, `---\ntitle: "${title}"\ndate: ${day}\n---\n`);

describe("findSeries", () => {
  it("offers the number after the last of each series, the one written last first", () => {
    const series = findSeries([
      note("카프카 스터디 9차시: 리밸런싱", "2025-03-01"),
      note("카프카 스터디 10차시: 파티션", "2025-03-08"),
      note("자바의 신 3장", "2025-04-01"),
      note("이벤트 루프", "2025-05-01"),
    ]);
    expect(series.map(({ name, posts, next }) => [name, posts.length, next.number, next.title])).toEqual([
      ["자바의 신", 1, 4, "자바의 신 4장"],
      ["카프카 스터디", 2, 11, "카프카 스터디 11차시"],
    ]);
  });

  it("goes by the numbers, not by the days", () => {
    const [series] = findSeries([note("러스트 2편", "2025-01-01"), note("러스트 1편", "2025-06-01")]);
    expect(series?.next.title).toBe("러스트 3편");
  });

  it("lets a second number go on where it did before", () => {
    const titles = (...all: readonly string[]) =>
      findSeries(all.map((title, index) => note(title, `2025-01-0${index + 1}`)))[0]?.next.title;
    expect(titles("31차시 3:함께읽기", "32차시 4:함께읽기")).toBe("33차시 5:함께읽기");
    expect(titles("32차시 4:함께읽기")).toBe("33차시 4:함께읽기");
  });

  it("needs two posts where the number may count anything", () => {
    expect(findSeries([note("자바 17", "2025-01-01")])).toEqual([]);
    expect(findSeries([note("2회 실패한 배포", "2025-01-01")])).toEqual([]);
    expect(findSeries([note("주간 리뷰 #3", "2025-01-01"), note("주간 리뷰 #4", "2025-01-08")])[0]?.next.title).toBe(
      "주간 리뷰 #5",
    );
  });

  it("leaves 토막글 and retros to their own numbers", () => {
    expect(
      findSeries([note("오늘의 토막글 3", "2025-01-01", "토막글"), note("오늘의 토막글 4", "2025-01-02", "토막글")]),
    ).toEqual([]);
    expect(
      findSeries([note("2025년 18주 정리", "2025-05-04", "회고"), note("2025년 19주 정리", "2025-05-11", "회고")]),
    ).toEqual([]);
  });
});
