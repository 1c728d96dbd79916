import { describe, expect, it } from "vitest";
import { noteOf } from "../../support/notebook.ts";

const factsOf = (title: string, date = "2026-01-04") =>
  noteOf("글/a.md", `---\ntitle: ${title}\ndate: ${date}\ncategories: [회고]\n---\n`).retro;

describe("what a retro looks back on", () => {
  it.each([
    ["2025년 18주 정리", "2025-W18"],
    ["2025년 18주차 회고", "2025-W18"],
    ["2025-W18 정리", "2025-W18"],
    ["2025년 2분기 회고", "2025-Q2"],
    ["2025 3분기 회고", "2025-Q3"],
    ["2분기 회고", "2025-Q2"],
    ["2025년 상반기 회고", "2025-H1"],
    ["2025 하반기 돌아보기", "2025-H2"],
    ["하반기 회고", "2025-H2"],
    ["2025-H1 회고", "2025-H1"],
    ["2025년 회고", "2025"],
    ["2025 회고", "2025"],
    ["25년 회고", "2025"],
    ["[회고] 2025년 연간 회고", "2025"],
    ["2025년 상반기 회고".normalize("NFD"), "2025-H1"],
  ])("by the title %s is %s, and no month", (title, period) => {
    expect(factsOf(title)).toEqual({ period });
  });

  it.each([
    ["2025년 5월 회고", "2025-05"],
    ["5월 회고", "2025-05"],
    ["24년 1월 회고", "2024-01"],
    ["2025-05 회고", "2025-05"],
  ])("by the title %s is %s, which is a month", (title, month) => {
    expect(factsOf(title)).toEqual({ month, period: month });
  });

  it.each(["5월 2주차 회고", "2025년 54주 정리", "2025년 60주 정리", "회고", "2025년 3주간의 회고", "5월 3일 회고"])(
    "is not known by the title %s",
    (title) => {
      expect(factsOf(title)).toEqual({});
    },
  );

  it("of a quarter without a year is the latest that had begun", () => {
    expect(factsOf("4분기 회고", "2026-01-04")?.period).toBe("2025-Q4");
    expect(factsOf("1분기 회고", "2026-01-04")?.period).toBe("2026-Q1");
    expect(factsOf("2분기 회고", "2025-04")?.period).toBe("2025-Q2");
  });

  it("is found by the title alone, whatever the folder and the categories", () => {
    const kindOf = (title: string) => noteOf("a.md", `---\ntitle: ${title}\ncategories: [일상]\n---\n`).kind;
    expect(["2025년 18주 정리", "2025년 18주차 회고", "2025년 상반기 회고", "2025년 회고"].map(kindOf)).toEqual(
      Array(4).fill("retro"),
    );
    expect(["2025년 18주 동안 배운 것", "18주 정리", "2025년 정리"].map(kindOf)).toEqual(Array(3).fill("note"));
  });
});
