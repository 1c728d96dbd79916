import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NoteDate } from "../../../src/core/note/dateEvidence/noteDate.ts";
import { readNotes, retroMonth } from "../../../src/core/note/readNote.ts";
import { defaultRules, noteOf, rulesOf, settingsWith } from "../../support/notebook.ts";

const TOMAK = `---
title: 오늘의 토막글 95
date: 2025-05-01 23:10:00 +0900
categories: [토막글]
tags: [경제, 독서]
---

- 첫째 토막
- 둘째 토막
`;

describe("readNotes", () => {
  it("reads a 토막글", () => {
    expect(noteOf("토막글/2025/05/2025-05-01-토막글-95.md", TOMAK)).toEqual({
      path: "토막글/2025/05/2025-05-01-토막글-95.md",
      kind: "tomak",
      title: "오늘의 토막글 95",
      number: 95,
      date: {
        text: "2025-05-01",
        precision: "day",
        source: "name",
        instant: Date.parse("2025-05-01T23:10:00+09:00"),
      },
      writtenAt: Date.parse("2025-05-01T23:10:00+09:00"),
      tags: ["경제", "독서"],
      excerpt: "- 첫째 토막\n- 둘째 토막",
    });
  });

  it.each([
    ["CRLF", TOMAK.replaceAll("\n", "\r\n")],
    ["a BOM", `\uFEFF${TOMAK}`],
    ["NFD", TOMAK.normalize("NFD")],
    ["a padded key", TOMAK.replace("title:", "title  :")],
  ])("reads the same from a file with %s", (_, text) => {
    const { kind, title, number, date, tags } = noteOf("a.md", text);
    expect({ kind, title, number, date: date?.text, tags }).toEqual({
      ...{ kind: "tomak", title: "오늘의 토막글 95", number: 95, date: "2025-05-01", tags: ["경제", "독서"] },
    });
  });

  it("reads an imported note: its month and its place, the link of its title", () => {
    const text =
      "---\ntitle: 만료키\nmonth: 2025-05\norder: 12\ncategories: [TIL]\nlink: https://redis.io/a_(b)\n---\n";
    expect(noteOf("TIL/2025/05/2025-05-만료키.md", text)).toMatchObject({
      kind: "til",
      date: { text: "2025-05", precision: "month" },
      order: 12,
      link: "https://redis.io/a_(b)",
    });
  });

  it.each([
    ["TIL/2022-01-05-레디스 락.md", "", "레디스 락"],
    ["TIL/2022-01-05.md", "", "2022-01-05"],
    ["TIL/a.b.md", "", "a.b"],
    ["TIL/20220105_레디스 락.md", "", "레디스 락"],
    ["TIL/22.10.18 해시.md", "", "해시"],
    ["TIL/2023 02 23 목 2 제목.md", "", "2 제목"],
    ["TIL/[22.10.18] 해시.md", "", "해시"],
    ["TIL/2023-05-01(월).md", "", "2023-05-01(월)"],
    ["TIL/20230821~20230827.md", "", "20230821~20230827"],
    ["TIL/10430_나머지.md", "", "10430_나머지"],
    ["TIL/a.md", "# 제목\n", "제목"],
    ["TIL/a.md", "---\ntitle:\n---\n# 제목\n", "제목"],
    ["TIL/a.md", "---\ntitle: [a, b]\n---\n", "a"],
    ["TIL/a.md", "---\ntitle: |\n  두\n  줄\n---\n", "두 줄"],
    ["TIL/a.md", "---\ntitle: >-\n  접은\n  줄\n---\n", "접은 줄"],
    ["TIL/제목.md".normalize("NFD"), "", "제목"],
    ["TIL/a.md", "```\n# 주석\n", "a"],
  ])("%s with %j is called %s", (path, text, title) => {
    expect(noteOf(path, text).title).toBe(title);
  });

  it.each([
    ["작성일: 2026-08-10", "front-matter"],
    ["날짜: 2026.08.10", "front-matter"],
    ["⭕첫 학습날: 2026-08-10", "front-matter"],
    ["Date: 2026-08-10", "front-matter"],
    ["createdAt: 2026-08-10T00:00:00+09:00", "created"],
    ["date created: 2026-08-10", "created"],
    ["pubDate: 2026-08-10", "created"],
  ])("takes its day from %s", (line, source) => {
    for (const text of [line, line.normalize("NFD")]) {
      expect(noteOf("a.md", `---\ntitle: 글\n${text}\n---\n`).date).toMatchObject({ text: "2026-08-10", source });
    }
  });

  it.each(["수정일: 2026-08-10", "updated: 2026-08-10", "last_modified_at: 2026-08-10", "마감일: 2026-08-10"])(
    "takes no day from %s",
    (line) => {
      expect(noteOf("a.md", `---\ntitle: 글\n${line}\n---\n`).date).toBeUndefined();
    },
  );

  it.each([
    ["https://a.kr", "https://a.kr"],
    ["ftp://a.kr", undefined],
    ["javascript:alert(1)", undefined],
    ["", undefined],
  ])("link %s: %s", (link, expected) => {
    expect(noteOf("a.md", `---\nlink: ${link}\n---\n`).link).toBe(expected);
  });

  it("shows broken YAML with its line, and what of it can be read", () => {
    const note = noteOf("TIL/2025-05-03-a.md", "---\ntitle: 제목\ntags: [a, b\n---\n글\n");
    expect(note).toMatchObject({ kind: "til", title: "제목", date: { text: "2025-05-03" } });
    expect(note.problem).toEqual({ reason: "broken-front-matter", line: expect.any(Number) });
  });

  it("reads an empty file by its name", () => {
    expect(noteOf("TIL/2025-05-03-빈-글.md")).toMatchObject({ kind: "til", title: "빈-글", tags: [], excerpt: "" });
  });

  it("numbers by the notebook's own title", () => {
    const rules = rulesOf(settingsWith({ "tomak.title": "{{ number }}번째 토막" }));
    expect(noteOf("a.md", "# 12번째 토막\n", rules)).toMatchObject({ kind: "tomak", number: 12 });
    expect(noteOf("a.md", "# 오늘의 토막글 11\n", rules)).toMatchObject({ kind: "tomak", number: 11 });
  });

  it("finds the month and the numbers in a retro post", () => {
    const text =
      "---\ntitle: 3월 회고\ndate: 2025-04-04 10:00:00 +0900\n---\n## 3월 동안 쓴 토막글들\n\n**오늘의 토막글 61**\n\n**오늘의 토막글 60**\n";
    expect(noteOf("_posts/2025-04-04-march.md", text)).toMatchObject({
      kind: "retro",
      retro: { month: "2025-03", numbers: [60, 61] },
    });
  });

  it.each([
    ["[백준] 1001.md", ["백준"]],
    ["2022-01-05-[Java][Spring] 빈.md", ["Java", "Spring"]],
    ["[22.10.18] 해시.md", []],
    ["[22.10.18][해시] 글.md", ["해시"]],
    ["[1] 서론.md", []],
    ["배열[0]의 뜻.md", []],
    ["[책]/서론.md", []],
    ["[백준] 1001.md".normalize("NFD"), ["백준"]],
  ])("takes tags from the name %s", (path, tags) => {
    expect(noteOf(path, "").tags).toEqual(tags);
    expect(noteOf(path, "---\ntags: [백준]\n---\n").tags).toEqual([...new Set(["백준", ...tags])]);
  });

  it("throws for no text at all", () => {
    const piece = fc.constantFrom(
      "---\n",
      "+++\n",
      "title: ",
      "date: ",
      "tags: [",
      "- ",
      "```",
      "~~~",
      "# ",
      "\r\n",
      "{{",
      "월",
      "9999-99-99",
      ": ",
      "&a *a",
      "\0",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), text, (name, content) => {
        expect(readNotes(`${name}.md`, content, defaultRules)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe("retroMonth", () => {
  const dated = (text: string): NoteDate => ({
    text,
    precision: text.length === 10 ? "day" : text.length === 7 ? "month" : "year",
    source: "name",
  });

  it.each([
    ["2025년 5월 회고", "2025-06-01", "2025-05"],
    ["2025년 5월 회고".normalize("NFD"), "2025-06-01", "2025-05"],
    ["2025 12월 회고", undefined, "2025-12"],
    ["2025-05 회고", undefined, "2025-05"],
    // Without a year: the latest such month that had begun.
    ["3월 회고", "2025-04-04", "2025-03"],
    ["1월 회고", "2025-01-31", "2025-01"],
    ["12월 회고", "2026-01-02", "2025-12"],
    ["12월 회고", "2025", "2025-12"],
    ["5월을 보내며", "2025-05", "2025-05"],
    ["5월 회고", undefined, undefined],
    ["2023 회고", "2024-01-01", undefined],
    ["2025년 13월 회고", "2025-06-01", undefined],
    ["회고", "2025-06-01", undefined],
    // A day or a week is not the month.
    ["2025-05-03 회고", "2025-05-03", undefined],
    ["5월 3일 회고", "2025-05-03", undefined],
    ["5월 2주차 회고", "2025-05-11", undefined],
    ["2025년 5월 둘째 주 회고", "2025-05-11", undefined],
  ])("%s, dated %s: %s", (title, date, month) => {
    expect(retroMonth(title, date === undefined ? undefined : dated(date))).toBe(month);
  });
});
