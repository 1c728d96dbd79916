import { describe, expect, it } from "vitest";
import { KIND_LABELS } from "../../../src/core/note/kind.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { NotesByMonth } from "../../../src/core/notebook/months.ts";
import { monthOfNode } from "../../../src/core/notebook/nodeArgument.ts";
import { byDate } from "../../../src/core/notebook/order.ts";
import { findNoteRow, type OutlineNode, standFor } from "../../../src/core/notebook/outline.ts";
import { outlineByMonth } from "../../../src/core/notebook/outlineByMonth.ts";
import { outlineByTag } from "../../../src/core/notebook/outlineByTag.ts";
import { TagTree } from "../../../src/core/notebook/tagTree.ts";
import { noteOf } from "../../support/notebook.ts";

/** The rows as text: two spaces per level, a group with its counts. */
function drawn(nodes: readonly OutlineNode[], indent = ""): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === "note") return [`${indent}${node.note.path}`];
    const counts = node.counts.map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}`).join(" · ");
    return [`${indent}${node.label} (${counts})`, ...drawn(node.children(), `${indent}  `)];
  });
}

function allNodes(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => (node.type === "note" ? [node] : [node, ...allNodes(node.children())]));
}

const byMonth = (all: readonly Note[]) => outlineByMonth(NotesByMonth.of(all).months());
const byTag = (all: readonly Note[], splitOver: number) => outlineByTag(TagTree.of(all), splitOver);

const note = (path: string, tags = ""): Note => noteOf(path, tags === "" ? "" : `---\ntags: [${tags}]\n---\n`);

const notes = [
  note("토막글/2025-05-01.md", "일상"),
  note("토막글/2025-05-02.md"),
  note("TIL/2025-05-02-락.md", "자바/스프링, DB"),
  note("TIL/2025-05-02-락-2.md", "자바"),
  note("TIL/2025-05-02-락-10.md", "자바/스프링, 자바/JVM"),
  note("TIL/2025-05-늦은.md", "DB"),
  note("TIL/2024-12-31-끝.md", "자바, 자바/스프링"),
  note("회고/2024 회고.md"),
  note("나중에.md", "/"),
  note("책/가.md", "10장, 9장"),
].sort(byDate);

describe("outlineByMonth", () => {
  it("is year, month, notes, newest first, those without a date at the end", () => {
    expect(drawn(byMonth(notes)).join("\n")).toBe(
      `
2025년 (토막글 2 · TIL 4)
  5월 (토막글 2 · TIL 4)
    토막글/2025-05-02.md
    TIL/2025-05-02-락-10.md
    TIL/2025-05-02-락-2.md
    TIL/2025-05-02-락.md
    토막글/2025-05-01.md
    TIL/2025-05-늦은.md
2024년 (TIL 1 · 회고 1)
  12월 (TIL 1)
    TIL/2024-12-31-끝.md
  회고/2024 회고.md
날짜 없음 (책 1 · 노트 1)
  나중에.md
  책/가.md
`.trim(),
    );
  });

  it("is empty without notes", () => {
    expect(byMonth([])).toEqual([]);
  });
});

describe("outlineByTag", () => {
  it("nests tags, and has notes without a tag at the end", () => {
    expect(drawn(byTag(notes, 50)).join("\n")).toBe(
      `
9장 (책 1)
  책/가.md
10장 (책 1)
  책/가.md
일상 (토막글 1)
  토막글/2025-05-01.md
자바 (TIL 4)
  스프링 (TIL 3)
    TIL/2025-05-02-락-10.md
    TIL/2025-05-02-락.md
    TIL/2024-12-31-끝.md
  JVM (TIL 1)
    TIL/2025-05-02-락-10.md
  TIL/2025-05-02-락-2.md
  TIL/2024-12-31-끝.md
DB (TIL 2)
  TIL/2025-05-02-락.md
  TIL/2025-05-늦은.md
태그 없음 (토막글 1 · 회고 1 · 노트 1)
  나중에.md
  토막글/2025-05-02.md
  회고/2024 회고.md
`.trim(),
    );
  });

  it("splits big tags by month", () => {
    expect(drawn(byTag(notes, 2).filter(({ label }) => label === "자바")).join("\n")).toBe(
      `
자바 (TIL 4)
  스프링 (TIL 3)
    2025년 5월 (TIL 2)
      TIL/2025-05-02-락-10.md
      TIL/2025-05-02-락.md
    2024년 12월 (TIL 1)
      TIL/2024-12-31-끝.md
  JVM (TIL 1)
    TIL/2025-05-02-락-10.md
  TIL/2025-05-02-락-2.md
  TIL/2024-12-31-끝.md
`.trim(),
    );
  });
});

describe("rows", () => {
  it.each([
    ["month", () => byMonth(notes)],
    ["tag", () => byTag(notes, 1)],
  ])("by %s have ids of their own", (_, outline) => {
    const ids = allNodes(outline()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(notes.length);
  });

  it.each([
    ["month", byMonth],
    ["tag", (all: readonly Note[]) => byTag(all, 1)],
  ] as const)("by %s keep their ids when other notes come and go", (_, outline) => {
    const more = [...notes, note("TIL/2025-05-02-새.md", "자바/스프링, 새"), note("2023-01-01.md")].sort(byDate);
    const before = allNodes(outline(notes)).map(({ id }) => id);
    const after = new Set(allNodes(outline(more)).map(({ id }) => id));
    expect(before.filter((id) => !after.has(id))).toEqual([]);
  });

  it.each([
    ["month", byMonth(notes)],
    ["tag", byTag(notes, 1)],
  ])("by %s show every note, below the parent that each row names", (_, roots) => {
    const shown = new Set(allNodes(roots).flatMap((node) => (node.type === "note" ? [node.note.path] : [])));
    expect([...shown].sort()).toEqual(notes.map(({ path }) => path).sort());
    for (const node of allNodes(roots)) {
      const siblings = node.parent === undefined ? roots : node.parent.children();
      expect(siblings).toContain(node);
    }
  });

  it("are found by their note", () => {
    for (const roots of [byMonth(notes), byTag(notes, 50), byTag(notes, 1)]) {
      for (const each of notes) {
        const row = findNoteRow(roots, each);
        expect(row?.note).toBe(each);
        for (let parent = row?.parent; parent !== undefined; parent = parent.parent)
          expect(parent.has(each)).toBe(true);
      }
      expect(findNoteRow(roots, note("TIL/2024-12-31-없는.md", "자바"))).toBeUndefined();
    }
  });

  it("tell their month to a menu's command", () => {
    const [year] = byMonth(notes);
    expect(monthOfNode(year?.children()[0])).toBe("2025-05");
    for (const other of [year, undefined, null, "2025-05", { month: 5 }, { month: "5월" }])
      expect(monthOfNode(other)).toBeUndefined();
  });
});

describe("rows that are shown", () => {
  const path = "TIL/2025-05-02-락.md";
  const replaced = (text: string) => notes.map((each) => (each.path === path ? noteOf(path, text) : each)).sort(byDate);
  const same = replaced("---\ntags: [자바/스프링, DB]\n---\n");
  const outlines = [
    ["month", byMonth],
    ["tag", (all: readonly Note[]) => byTag(all, 1)],
  ] as const;

  it.each(outlines)("by %s stand for those of notes that were read again and say the same", (_, outline) => {
    const shown = outline(notes);
    const before = allNodes(shown);
    expect(standFor(shown, outline(same))).toBe(true);
    expect(allNodes(shown)).toEqual(before);
    for (const [index, node] of allNodes(shown).entries()) expect(node).toBe(before[index]);
  });

  it.each(outlines)("by %s do not stand for those that look otherwise, as far as they were made", (_, outline) => {
    for (const newer of [
      replaced("---\ntags: [자바/스프링, DB]\ntitle: 다른 제목\n---\n"),
      replaced("---\ntags: [자바/스프링, DB]\ndate: 2025-05-03\n---\n"),
      notes.slice(1),
      [...notes, note("2023-01-01.md")].sort(byDate),
    ]) {
      const shown = outline(notes);
      allNodes(shown);
      expect(standFor(shown, outline(newer))).toBe(false);
    }
  });

  it.each(outlines)("by %s make the rows that are not made yet of the newer notes", (_, outline) => {
    const shown = outline(notes);
    const newer = replaced("---\ntags: [자바/스프링, DB]\ntitle: 다른 제목\n---\n");
    expect(standFor(shown, outline(newer))).toBe(true);
    expect(drawn(shown)).toEqual(drawn(outline(newer)));
    for (const node of allNodes(shown))
      expect(node.parent === undefined ? shown : node.parent.children()).toContain(node);
    const titles = allNodes(shown).flatMap((node) => (node.type === "note" ? [node.note.title] : []));
    expect(titles).toContain("다른 제목");
  });
});
