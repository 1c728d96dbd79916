import { expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import { readSearchQuery } from "../../../src/core/search/searchQuery.ts";
import { spotOf } from "../../../src/core/search/spotOf.ts";
import { noteOf } from "../../support/notebook.ts";

const TEXT = "---\r\ntitle: 봄비\r\ntags: [날씨]\r\n---\r\n\r\n# 봄비\r\n\r\n- 오는 비를 본다\r\n- 비와 우산\r\n";

it.each([
  ["봄비", "title: [봄비]"],
  ["날씨", "tags: [[날씨]]"],
  ["우산", "- 비와 [우산]"],
  ["비를 본다", "- 오는 [비를] 본다"],
  ["비와 없는", "- [비와] 우산"],
  ["", "[]---"],
])("%j stands at %s", (query, expected) => {
  for (const form of ["NFC", "NFD"] as const) {
    const text = TEXT.normalize(form);
    const { words } = readSearchQuery(query, "2025-06-10" as Day);
    const { start, end } = spotOf(text, noteOf("a.md", text), words);
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const line = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end).split("\r\n")[0]}`;
    expect(line.normalize("NFC")).toBe(expected);
  }
});

it("looks no further than the note's part of its file", () => {
  const text = "## 하루\n\n비\n\n## 이틀\n\n비\n";
  const start = text.indexOf("## 이틀");
  const note = { ...noteOf("a.md", text), title: "이틀", range: { start, end: text.length, line: 4 } };
  const { words } = readSearchQuery("비", "2025-06-10" as Day);
  expect(spotOf(text, note, words)).toEqual({ start: text.lastIndexOf("비"), end: text.lastIndexOf("비") + 1 });
});
