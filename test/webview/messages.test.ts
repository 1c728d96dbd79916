import { describe, expect, it } from "vitest";
import { monthOfDay } from "../../src/core/calendar/month.ts";
import { grassPage } from "../../src/core/grass/grassPage.ts";
import { monthPage } from "../../src/core/notebook/monthPage.ts";
import { NotebookIndex } from "../../src/core/notebook/notebookIndex.ts";
import { dayAfterKey } from "../../src/webview/calendar/keys.ts";
import { isCalendarNews, isCalendarRequest } from "../../src/webview/messages/calendar.ts";
import { isGrassNews, isGrassRequest } from "../../src/webview/messages/grass.ts";
import { day } from "../core/calendar/days.ts";
import { noteOf } from "../support/notebook.ts";

const note = noteOf("TIL/2025-05-03-a.md", "---\ntags: [자바]\n---\n");
const index = new NotebookIndex();
index.apply({ read: new Map([[note.path, [note]]]) });
const today = day("2025-05-03");
const month = monthPage(index, { month: monthOfDay(today), today, weekStartsOn: "sunday" });
const grass = grassPage([note], { choice: { measure: "count", year: 2025 }, today, weekStartsOn: "monday" });
/** As it arrives on the other side. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("what the calendar and the extension say to each other", () => {
  it.each([
    [{ type: "show" }],
    [{ type: "show", month: "2025-05" }],
    [{ type: "open", day: "2024-02-29" }],
    [{ type: "openWithoutDay", month: "2025-05" }],
    [{ type: "chooseNotebook" }],
  ])("%j is a request", (request) => {
    expect(isCalendarRequest(request)).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ["show"],
    [{}],
    [{ type: "run", command: "x" }],
    [{ type: "open" }],
    [{ type: "open", day: "2025-02-30" }],
    [{ type: "open", day: "../../etc" }],
    [{ type: "open", day: ["2025-02-20"] }],
    [{ type: "show", month: "2025-13" }],
    [{ type: "openWithoutDay" }],
  ])("%j is none", (request) => {
    expect(isCalendarRequest(request)).toBe(false);
  });

  it("a month is news, and nothing that lacks a part of it", () => {
    const news = { type: "page", page: month, isLoading: false, canWrite: true };
    expect(isCalendarNews(sent(news))).toBe(true);
    expect(isCalendarNews({ type: "noNotebook" })).toBe(true);
    for (const key of Object.keys(month))
      expect(isCalendarNews({ ...news, page: { ...month, [key]: undefined } }), key).toBe(false);
    expect(isCalendarNews({ ...news, canWrite: "yes" })).toBe(false);
    expect(isCalendarNews({ ...news, page: { ...month, days: [{ ...month.days[0], marks: ["<b>"] }] } })).toBe(false);
  });
});

describe("what the writing grid and the extension say to each other", () => {
  it.each([
    [{ type: "show" }],
    [{ type: "show", choice: { measure: "characters", kind: "til", tag: "자바", year: 2024 } }],
    [{ type: "open", day: "2024-02-29" }],
    [{ type: "stopCounting" }],
    [{ type: "save" }],
    [{ type: "copy" }],
    [{ type: "chooseNotebook" }],
  ])("%j is a request", (request) => {
    expect(isGrassRequest(request)).toBe(true);
  });

  it.each([
    [{ type: "show", choice: {} }],
    [{ type: "show", choice: { measure: "bytes" } }],
    [{ type: "show", choice: { measure: "count", kind: "x" } }],
    [{ type: "show", choice: { measure: "count", year: 20250 } }],
    [{ type: "show", choice: { measure: "count", year: 2025.5 } }],
    [{ type: "show", choice: { measure: "count", tag: 3 } }],
    [{ type: "open", day: "today" }],
    [{ type: "delete" }],
    [[]],
  ])("%j is none", (request) => {
    expect(isGrassRequest(request)).toBe(false);
  });

  it("a page is news, and nothing that lacks a part of it", () => {
    const news = { type: "page", page: grass, canWrite: false };
    expect(isGrassNews(sent(news))).toBe(true);
    expect(isGrassNews({ type: "loading" })).toBe(true);
    expect(isGrassNews({ type: "counting", done: 1, total: 2 })).toBe(true);
    expect(isGrassNews({ type: "counting", done: -1, total: 2 })).toBe(false);
    for (const key of Object.keys(grass))
      expect(isGrassNews({ ...news, page: { ...grass, [key]: undefined } }), key).toBe(false);
  });
});

describe("the keys of the calendar", () => {
  it.each([
    ["ArrowLeft", "2024-02-29", "2024-02-28"],
    ["ArrowRight", "2024-02-29", "2024-03-01"],
    ["ArrowUp", "2024-03-07", "2024-02-29"],
    ["ArrowDown", "2024-02-29", "2024-03-07"],
    ["Home", "2024-02-29", "2024-02-25"],
    ["End", "2024-02-29", "2024-03-02"],
    ["PageUp", "2024-03-31", "2024-02-29"],
    ["PageDown", "2024-01-31", "2024-02-29"],
    ["PageDown", "9999-12-31", "9999-12-31"],
    ["t", "2024-02-29", "2025-05-03"],
    ["ㅅ", "2024-02-29", "2025-05-03"],
  ])("%s goes from %s to %s", (key, from, to) => {
    expect(dayAfterKey({ key, shiftKey: false }, day(from), today, "sunday")).toBe(to);
  });

  it("goes by years with Shift, and nowhere with other keys", () => {
    expect(dayAfterKey({ key: "PageUp", shiftKey: true }, day("2024-02-29"), today, "sunday")).toBe("2023-02-28");
    expect(dayAfterKey({ key: "Home", shiftKey: false }, day("2024-02-29"), today, "monday")).toBe("2024-02-26");
    expect(dayAfterKey({ key: "Tab", shiftKey: false }, day("2024-02-29"), today, "sunday")).toBeUndefined();
  });
});
