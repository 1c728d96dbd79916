import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import { addDays } from "../../../src/core/calendar/day.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { excludedBy, excludedWithParents, isGlob } from "../../../src/core/notebook/exclude.ts";
import { neighbourTomak } from "../../../src/core/notebook/neighbours.ts";
import { readTemplate } from "../../../src/core/notebook/notebook.ts";
import { nextNumber } from "../../../src/core/notebook/numbering.ts";
import { byDate, byNumber } from "../../../src/core/notebook/order.ts";
import { longestStreak } from "../../../src/core/notebook/streak.ts";
import { tagCounts } from "../../../src/core/notebook/tagCounts.ts";
import { defaultOf, memoryNotebook, noteOf } from "../../support/notebook.ts";
import { anyDay, day } from "../calendar/days.ts";

const tomak = (date: string, number: number): Note =>
  noteOf(`${date}-토막글-${number}.md`, `# 오늘의 토막글 ${number}\n`);
const paths = (notes: readonly Note[]): readonly string[] => notes.map(({ path }) => path);

describe("order", () => {
  it("is by day, place in the month, time written, number, and name with its count", () => {
    const inOrder = [
      noteOf("2025-05-a.md", "---\nmonth: 2025-05\norder: 2\n---\n"),
      noteOf("2025-05-b.md", "---\nmonth: 2025-05\norder: 10\n---\n"),
      noteOf("2025-05-01-z.md", "---\ndate: 2025-05-01 09:00:00 +0900\n---\n"),
      noteOf("2025-05-01-a.md", "---\ndate: 2025-05-01 10:00:00 +0900\n---\n"),
      noteOf("2025-05-02-글.md"),
      noteOf("2025-05-02-글-2.md"),
      noteOf("2025-05-02-글-10.md"),
      tomak("2025-05-03", 9),
      tomak("2025-05-03", 10),
      noteOf("a.md"),
      noteOf("b.md"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect(paths([...shuffled].sort(byDate))).toEqual(paths(inOrder));
      }),
    );
  });

  it("is the same for names in NFD as in NFC", () => {
    const names = ["2025-05-01-나.md", "2025-05-01-각.md", "2025-05-01-가나.md", "2025-05-01-z.md"];
    const sorted = (form: string) => paths(names.map((name) => noteOf(name.normalize(form))).sort(byDate));
    expect(sorted("NFD").map((name) => name.normalize("NFC"))).toEqual(sorted("NFC"));
  });

  it("lists 토막글 by number, those without one by day at the end", () => {
    const notes = [
      noteOf("2025-05-02-토.md"),
      tomak("2025-05-03", 2),
      noteOf("2025-05-01-토.md"),
      tomak("2025-05-04", 1),
    ];
    expect(paths(notes.sort(byNumber))).toEqual([
      ...["2025-05-04-토막글-1.md", "2025-05-03-토막글-2.md"],
      ...["2025-05-01-토.md", "2025-05-02-토.md"],
    ]);
  });
});

describe("numbering", () => {
  it("goes on from the highest number in notes and retro posts", () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber([tomak("2025-05-01", 95), tomak("2025-05-02", 12)])).toBe(96);
    const retro = noteOf(
      "_posts/2025-06-01-may.md",
      "---\ntitle: 2025년 5월 회고\n---\n**오늘의 토막글 109**\n\n- 글\n",
    );
    expect(nextNumber([tomak("2025-05-01", 95), retro])).toBe(110);
  });

  it("is not led astray by a wish in a retro", () => {
    const retro = noteOf("회고/2025-05-회고.md", "# 2025년 5월 회고\n\n- 오늘의 토막글 1000개까지 쓰기\n");
    expect(nextNumber([retro])).toBe(1);
  });
});

describe("longestStreak", () => {
  it.each([
    [[], 0],
    [["2025-05-01"], 1],
    [["2025-05-31", "2025-06-01", "2025-06-02", "2025-06-04"], 3],
    [["2024-02-28", "2024-02-29", "2024-03-01"], 3],
    [["2025-02-28", "2025-03-01"], 2],
    [["2025-12-31", "2026-01-01"], 2],
  ])("%j: %d", (days, length) => {
    expect(longestStreak(new Set(days.map(day)))).toBe(length);
  });

  it("is the length of a run that has gaps around it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, length) => {
        const run = Array.from({ length }, (_, index): Day => addDays(start, index));
        expect(longestStreak(new Set([...run, addDays(start, -2), addDays(start, length + 1)]))).toBe(length);
      }),
    );
  });
});

describe("neighbourTomak", () => {
  const notes = [
    ...[tomak("2025-05-01", 1), noteOf("2025-05-02-til.md"), tomak("2025-05-03", 2), tomak("2025-05-06", 3)],
    noteOf("토막글/날짜-없음.md"),
  ];
  const today = day("2025-05-05");

  it.each([
    ["2025-05-03-토막글-2.md", "previous", "2025-05-01-토막글-1.md"],
    ["2025-05-03-토막글-2.md", "next", "2025-05-06-토막글-3.md"],
    ["2025-05-01-토막글-1.md", "previous", undefined],
    ["2025-05-02-til.md", "previous", "2025-05-03-토막글-2.md"],
    ["2025-05-02-til.md", "next", "2025-05-06-토막글-3.md"],
    [undefined, "previous", "2025-05-03-토막글-2.md"],
    [undefined, "next", "2025-05-06-토막글-3.md"],
    ["2025-05-06-토막글-3.md", "next", "토막글/날짜-없음.md"],
    ["토막글/날짜-없음.md", "next", undefined],
  ] as const)("from %s, %s: %s", (from, direction, path) => {
    expect(neighbourTomak(notes, from, today, direction)?.path).toBe(path);
  });
});

describe("what is left out", () => {
  const excluded = excludedWithParents(
    excludedBy([...(defaultOf("exclude") as string[]), "일기/비밀*", "drafts/**", "*.tmp.md"]),
  );

  it.each([
    ["TIL/a.md", false],
    ["node_modules", true],
    ["node_modules/a/README.md", true],
    ["sub/node_modules/a/README.md", true],
    [".git/a.md", true],
    [".tomaknote/templates/tomak.md", true],
    ["TIL/.hidden.md", true],
    ["dist/a.md", true],
    ["distance/a.md", false],
    ["output/a.md", false],
    ["일기/비밀-글.md", true],
    ["일기/글.md", false],
    ["drafts", true],
    ["drafts/2025/a.md", true],
    ["_drafts/a.md", false],
    ["a.tmp.md", true],
  ])("%s: %s", (path, expected) => {
    expect(excluded(path)).toBe(expected);
  });
});

describe("a glob that cannot be understood", () => {
  it.each([["[z-a]"], ["a{1..99999999}"], ["{0..9}{1..999999999999}"]])("%s matches nothing", (glob) => {
    expect(isGlob(glob)).toBe(false);
    expect(excludedBy([glob])("a1")).toBe(false);
    expect(excludedBy([glob, "b/**"])("b")).toBe(true);
  });

  it.each([["**/*.{md,txt}"], ["[a-z]*"], ["장{1..12}"], ["["], ["{a"], ["\\"], [""]])("is not %s", (glob) => {
    expect(isGlob(glob)).toBe(true);
    expect(excludedBy([glob])("글.html")).toBe(false);
  });
});

describe("tagCounts", () => {
  it("has the most used first", () => {
    const notes = ["[b, a]", "[b]", "[가, a]", "[b]"].map((tags, index) =>
      noteOf(`${index}.md`, `---\ntags: ${tags}\n---\n`),
    );
    expect(tagCounts(notes)).toEqual([
      { tag: "b", count: 3 },
      { tag: "a", count: 2 },
      { tag: "가", count: 1 },
    ]);
  });
});

describe("readTemplate", () => {
  it("takes the notebook's own, else the built-in one", async () => {
    const notebook = await memoryNotebook({ ".tomaknote/templates/til.md": "내 것 {{ title }}" });
    expect(await readTemplate(notebook, "til")).toBe("내 것 {{ title }}");
    expect(await readTemplate(notebook, "tomak")).toContain("categories: [토막글]");
  });

  it("does not take the built-in one for one that cannot be read", async () => {
    const notebook = await memoryNotebook({ ".tomaknote/templates/til.md": new Error("EACCES") });
    await expect(readTemplate(notebook, "til")).rejects.toThrow("EACCES");
  });
});
