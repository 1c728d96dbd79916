import { describe, expect, it } from "vitest";
import { type Period, parsePeriod } from "../../../../src/core/calendar/period.ts";
import { calendarSvg } from "../../../../src/core/retro/pictures/calendarSvg.ts";
import { calendarText } from "../../../../src/core/retro/pictures/calendarText.ts";
import { notesByDay } from "../../../../src/core/retro/pictures/daysWritten.ts";
import { mermaidChart } from "../../../../src/core/retro/pictures/mermaid.ts";
import { parseMarkdown } from "../../../../src/markdown.ts";
import { expectGolden } from "../../../support/golden.ts";
import { noteOf } from "../../../support/notebook.ts";

const golden = (name: string): URL => new URL(`golden/${name}`, import.meta.url);

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

const notes = [
  noteOf("토막글/2025-05-01-토막글-1.md", "---\ntitle: 오늘의 토막글 1\n---\n"),
  noteOf("TIL/2025-05-01-a.md"),
  noteOf("TIL/2025-05-01-b.md"),
  noteOf("TIL/2025-05-04-c.md"),
  noteOf("TIL/2025-05-31-d.md"),
  noteOf("TIL/2025-02-28-e.md"),
  noteOf("TIL/2025-05-f.md", "---\nmonth: 2025-05\n---\n"),
];
const days = notesByDay(notes);
const inMay = notes.filter(({ date }) => date?.text.startsWith("2025-05"));

/** A reader of the XML we write: every tag closed in order, no bare `&` or `<`, attributes in quotes. */
function readXml(xml: string): readonly { readonly name: string; readonly attributes: string }[] {
  const elements: { name: string; attributes: string }[] = [];
  const open: string[] = [];
  let rest = xml;
  while (rest !== "") {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*")*)(\/?)>/.exec(rest);
    const text = /^[^<&]+/.exec(rest);
    if (tag) {
      const [, closes, name = "", attributes = "", isEmpty] = tag;
      if (closes) expect(open.pop()).toBe(name);
      else {
        elements.push({ name, attributes });
        if (!isEmpty) open.push(name);
      }
    } else if (!text) throw new Error(`not well-formed: ${rest.slice(0, 80)}`);
    rest = rest.slice((tag ?? text)?.[0].length);
  }
  expect(open).toEqual([]);
  return elements;
}

describe("a calendar as text", () => {
  it.each(["2025-W18", "2025-05", "2025-06", "2025-Q2", "2025"])("of %s", (of) => {
    expectGolden(`${calendarText(period(of), days)}\n`, golden(`${of}.md`));
  });

  it.each([
    ["2025-W18", 7, 1],
    ["2025-05", 7, 5],
    ["2025-06", 7, 6],
    ["2021-02", 7, 4],
    ["2025-H1", 3, 6],
    ["2025", 3, 12],
  ])("of %s is a table of %i columns and %i rows to Markdown", (of, columns, rows) => {
    const tokens = parseMarkdown(`글\n\n${calendarText(period(of), days)}\n\n글`);
    const count = (type: string): number => tokens.filter((token) => token.type === type).length;
    expect([count("th_open"), count("tr_open") - 1, count("td_open")]).toEqual([columns, rows, columns * rows]);
  });
});

describe("a calendar as a picture", () => {
  it("of a month", () => {
    expectGolden(`${calendarSvg(period("2025-05"), days)}\n`, golden("2025-05.svg"));
  });

  it.each([
    ["2025-W18", 7, 2],
    ["2025-05", 31, 3],
    ["2025-Q1", 90, 1],
    ["2024", 366, 0],
  ])("of %s is well-formed, has %i days and %i days written", (of, count, written) => {
    const svg = calendarSvg(period(of), days);
    const elements = readXml(svg);
    const cells = elements.filter(({ name }) => name === "rect");
    expect(cells).toHaveLength(count);
    expect(cells.filter(({ attributes }) => !attributes.includes('class="tomak-0"'))).toHaveLength(written);
    const places = cells.map(({ attributes }) => / x="\d+" y="\d+"/.exec(attributes)?.[0]);
    expect(new Set(places).size).toBe(count);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    for (const { attributes } of cells) {
      expect(Number(/ x="(\d+)"/.exec(attributes)?.[1]) + 11).toBeLessThanOrEqual(Number(width));
      expect(Number(/ y="(\d+)"/.exec(attributes)?.[1]) + 11).toBeLessThanOrEqual(Number(height));
    }
  });

  it("stands alone, says what it shows, and is one block of HTML to Markdown", () => {
    const svg = calendarSvg(period("2025-05"), days);
    const names = new Set(readXml(svg).map(({ name }) => name));
    expect([...names].sort()).toEqual(["rect", "style", "svg", "text", "title"]);
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|@import|\son[a-z]+=/);
    expect(svg).toContain('role="img" aria-label="2025년 5월: 쓴 날 3일"');
    expect(svg).toContain("<title>2025년 5월: 쓴 날 3일</title>");
    expect(svg).toContain("prefers-color-scheme:dark");
    expect(svg).not.toMatch(/\n\s*\n/);
    expect(parseMarkdown(`글\n\n${svg}\n\n글`).map(({ type }) => type)).toEqual([
      ...["paragraph_open", "inline", "paragraph_close", "html_block", "paragraph_open", "inline", "paragraph_close"],
    ]);
  });
});

describe("a Mermaid chart", () => {
  it("of a month shows its kinds", () => {
    expect(mermaidChart(period("2025-05"), inMay)).toBe(
      '```mermaid\npie title 2025년 5월에 쓴 노트\n    "토막글" : 1\n    "TIL" : 5\n```',
    );
  });

  it("of a half-year shows its months, those known by their month alone too", () => {
    expect(mermaidChart(period("2025-H1"), notes)).toBe(`\`\`\`mermaid
xychart-beta
    title "2025년 상반기에 쓴 노트"
    x-axis ["1월", "2월", "3월", "4월", "5월", "6월"]
    y-axis "편" 0 --> 6
    bar [0, 1, 0, 0, 6, 0]
\`\`\``);
  });

  it("of nothing is nothing", () => {
    expect(mermaidChart(period("2025-05"), [])).toBe("");
  });
});
