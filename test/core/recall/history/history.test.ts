import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHistory } from "../../../../src/core/recall/history/parseHistory.ts";
import type { RecallEvent } from "../../../../src/core/recall/history/recallEvent.ts";
import { addition, renderEvent } from "../../../../src/core/recall/history/renderEvent.ts";
import { anyEvent } from "../events.ts";

const AT = Date.parse("2026-11-21T23:10:05.250+09:00");
const review: RecallEvent = {
  at: AT,
  note: "TIL/레디스.md",
  title: "레디스",
  gist: "abc",
  event: "review",
  recalled: "hazy",
  asked: "blank",
};
const line = renderEvent(review, "Asia/Seoul");

describe("a line of the history", () => {
  it("says when, of which note, and what, each line complete in itself", () => {
    expect(line).toBe(
      '{"at":"2026-11-21T23:10:05.250+09:00","note":"TIL/레디스.md","title":"레디스","gist":"abc","event":"review","recalled":"hazy","asked":"blank"}',
    );
    const { event: _, recalled, asked, ...mark } = review;
    expect(renderEvent({ ...mark, event: "topic", state: "added" }, "-03:30")).toBe(
      '{"at":"2026-11-21T10:40:05.250-03:30","note":"TIL/레디스.md","title":"레디스","gist":"abc","event":"topic","state":"added"}',
    );
    expect(renderEvent({ ...mark, event: "post", post: "_posts/a.md" }, "UTC")).toContain(
      '"at":"2026-11-21T14:10:05.250+00:00"',
    );
  });

  it("stays one line whatever is in it, and reads back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent, fc.constantFrom("Asia/Seoul", "UTC", "America/St_Johns"), async (event, zone) => {
        const rendered = renderEvent(event, zone);
        expect(rendered).not.toMatch(/[\r\n]/);
        expect(await parseHistory(rendered)).toEqual({ events: [event], damaged: [] });
      }),
    );
  });
});

describe("reading a history", () => {
  it("is the same in any order of lines, with any line ends, a byte order mark, and lines that came twice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { maxLength: 12 }),
        fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
        fc.infiniteStream(fc.nat(100)),
        async (events, lineEnd, random) => {
          const lines = events.map((event) => renderEvent(event, "Asia/Seoul"));
          const plain = await parseHistory(lines.join("\n"));
          const mixed = [...lines, ...lines.slice(0, 3)]
            .map((text) => [random.next().value, text] as const)
            .sort(([a], [b]) => a - b);
          const other = await parseHistory(`\uFEFF${mixed.map(([, text]) => text + lineEnd).join("")}`);
          expect(other).toEqual(plain);
          expect(plain.events.map(({ at }) => at)).toEqual(plain.events.map(({ at }) => at).sort((a, b) => a - b));
          expect(plain.events).toHaveLength(new Set(lines).size);
        },
      ),
    );
  });

  it.each([
    ["nothing of JSON", "오늘은 여기까지"],
    ["half a line", line.slice(0, -9)],
    ["two lines in one", line + line],
    ["a mark of a merge", "<<<<<<< HEAD"],
    ["no object", "[1, 2]"],
    ["nothing", "null"],
    ["no event", line.replace('"event":"review",', "")],
    ["no note", line.replace('"TIL/레디스.md"', '""')],
    ["no title", line.replace('"title":"레디스",', "")],
    ["a gist that is no text", line.replace('"abc"', "3")],
    ["no answer we know", line.replace("hazy", "almost")],
    ["no day", line.replace("2026-11-21T", "2026-11-41T")],
    ["a day without its time", line.replace("T23:10:05.250+09:00", "")],
    ["a time without its zone", line.replace("+09:00", "")],
  ])("loses the line that is damaged alone: %s", async (_, damaged) => {
    const later = renderEvent({ ...review, at: AT + 1000 }, "Asia/Seoul");
    const { events, damaged: lost } = await parseHistory([line, damaged, later, ""].join("\n"));
    expect(events.map(({ at }) => at)).toEqual([AT, AT + 1000]);
    expect(lost).toEqual([1]);
  });

  it("passes over what a newer version wrote, and heeds what it knows of it", async () => {
    const newer = line.replace('"event":"review"', '"event":"lesson"');
    expect(await parseHistory(newer)).toEqual({ events: [], damaged: [] });
    const more = line.replace('"asked":"blank"', '"asked":"song","mood":3').replace("}", ',"x":{"y":[1]}}');
    expect((await parseHistory(more)).events).toEqual([{ ...review, asked: "title" }]);
  });

  it("takes the stamps that other programs write", async () => {
    const stamps = ["2026-11-21T14:10:05Z", "2026-11-21T23:10:05+0900", "2026-11-21T23:10+09:00"];
    const lines = stamps.map((stamp) => line.replace("2026-11-21T23:10:05.250+09:00", stamp));
    const { events } = await parseHistory(lines.join("\n"));
    expect(events.map(({ at }) => at)).toEqual([AT - 5250, AT - 250, AT - 250]);
  });

  it("lets others run while it reads ten years of answers", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => renderEvent({ ...review, at: AT + index }, "+09:00"));
    let [ran, isOver] = [0, false];
    const reading = parseHistory(lines.join("\n")).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      ran++;
    }
    expect((await reading).events).toHaveLength(20_000);
    expect(ran).toBeGreaterThan(3);
  });
});

describe("adding to a history", () => {
  it("leaves every byte before as it is, closes a last line, and keeps to the file's line ends", () => {
    expect(addition("", [review], "+09:00")).toBe(`${line}\n`);
    expect(addition("\uFEFF", [review], "+09:00")).toBe(`${line}\n`);
    expect(addition("a\n", [review, review], "+09:00")).toBe(`${line}\n${line}\n`);
    expect(addition("a\nb", [review], "+09:00")).toBe(`\n${line}\n`);
    expect(addition("a\r\n", [review], "+09:00")).toBe(`${line}\r\n`);
    expect(addition("a\r\nb", [review], "+09:00")).toBe(`\r\n${line}\r\n`);
    expect(addition("a\nb", [], "+09:00")).toBe("");
  });

  it("loses nothing that was there or is added, whatever the file ends in", async () => {
    const damaged = fc.constantFrom("", "\uFEFF", "half", '{"at":', "\r\n", "\r", "\n");
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { maxLength: 5 }),
        damaged,
        fc.array(anyEvent, { maxLength: 5 }),
        async (before, end, after) => {
          const text = addition("", before, "+09:00") + end;
          const grown = text + addition(text, after, "+09:00");
          expect((await parseHistory(grown)).events).toEqual(
            (await parseHistory(addition("", [...before, ...after], "+09:00"))).events,
          );
        },
      ),
    );
  });
});
