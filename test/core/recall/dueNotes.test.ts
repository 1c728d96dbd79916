import { describe, expect, it } from "vitest";
import type { Note } from "../../../src/core/note/note.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { dueNotes } from "../../../src/core/recall/dueNotes.ts";
import { noteHistories } from "../../../src/core/recall/history/noteHistories.ts";
import type { RecallEvent, Recalled } from "../../../src/core/recall/history/recallEvent.ts";
import { dayRule, defaultRules, settingsWith } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const TODAY = day("2025-06-15");

const til = (path: string, text = "- 배운 것\n"): readonly Note[] => readNotes(path, text, defaultRules);

const review = (note: string, at: string, recalled: Recalled): RecallEvent => ({
  ...{ at: Date.parse(at), note, title: note, gist: "" },
  ...{ event: "review", recalled, asked: "title" },
});

async function due(
  notes: readonly Note[],
  events: readonly RecallEvent[] = [],
  { minAge = "1개월", modified = {} as Record<string, string>, starts = "00:00" } = {},
): Promise<{ due: readonly string[]; next: string | undefined }> {
  const found = await dueNotes(notes, noteHistories(events, notes), {
    today: TODAY,
    dayRule: dayRule("Asia/Seoul", starts),
    minAge: settingsWith({ "recall.minAge": minAge }).recall.minAge,
    modified: ({ path }) => (modified[path] === undefined ? undefined : Date.parse(modified[path])),
  });
  return {
    due: found.due.map(({ note, reviews }) => `${note.title}${reviews === 0 ? "" : ` ${reviews}`}`),
    next: found.next,
  };
}

describe("what is asked about", () => {
  it("is TIL that are old enough, be they files or days of a diary", async () => {
    const diary = "# 일기\n\n## 2025-05-14\n\n- 락\n\n## 2025-05-15\n\n- 큐\n\n## 2025-05-16\n\n- 새것\n";
    const notes = [
      ...til("TIL/2025-05-01-a.md"),
      ...til("토막글/2025-05-01-b.md"),
      ...til("TIL/일기.md", diary),
      ...til("TIL/2025-06-01-c.md"),
    ];
    expect(await due(notes)).toEqual({ due: ["큐", "락", "a"], next: "2025-06-16" });
    expect((await due(notes, [], { minAge: "2주" })).due).toEqual(["c", "새것", "큐", "락", "a"]);
  });

  it("is nothing that is a template, a list or a draft, empty, or cannot be read", async () => {
    const notes = [
      ...til("TIL/templates/a.md"),
      ...til("TIL/2025-05-01-b.md", "---\ntitle: b\n---\n"),
      ...til("TIL/_index.md"),
      ...til("TIL/2025-05-01-c.md").map((note): Note => ({ ...note, problem: { reason: "too-large", bytes: 9 } })),
      ...til("TIL/2025-05-01-d.md").map((note): Note => ({ ...note, problem: { reason: "unreadable", message: "" } })),
    ];
    expect(await due(notes)).toEqual({ due: [], next: undefined });
  });

  it("counts a month or a year alone from its end, and no date from when the file was changed last", async () => {
    const notes = [
      ...til("TIL/2025-05/a.md"),
      ...til("TIL/2025-04/b.md"),
      ...til("TIL/2024/c.md"),
      ...til("TIL/2025/d.md"),
      ...til("TIL/e.md"),
      ...til("TIL/f.md"),
      ...til("TIL/g.md"),
    ];
    const modified = { "TIL/e.md": "2025-05-15T10:00:00+09:00", "TIL/f.md": "2025-05-16T10:00:00+09:00" };
    expect((await due(notes, [], { modified })).due).toEqual(["e", "b", "c"]);
  });

  it("is first what was asked about before, the least likely known at the front, then the rest from the latest on", async () => {
    const notes = [
      ...til("TIL/2025-03-01-old.md"),
      ...til("TIL/2025-05-10-new.md"),
      ...til("TIL/2025-02-01-unknown.md"),
      ...til("TIL/2025-02-01-hazy.md"),
      ...til("TIL/2025-02-01-known.md"),
    ];
    const events = [
      review("TIL/2025-02-01-unknown.md", "2025-06-10T10:00:00+09:00", "unknown"),
      review("TIL/2025-02-01-hazy.md", "2025-03-10T10:00:00+09:00", "hazy"),
      review("TIL/2025-02-01-known.md", "2025-06-10T10:00:00+09:00", "known"),
    ];
    const found = await due(notes, events);
    expect(found.due).toEqual(["unknown 1", "hazy 1", "new", "old"]);
    expect(found.next).toBe("2025-09-21");
  });

  it("counts answers on the writer's day", async () => {
    const notes = til("TIL/2025-01-01-a.md");
    const events = [review("TIL/2025-01-01-a.md", "2025-06-13T01:00:00+09:00", "unknown")];
    expect((await due(notes, events)).due).toEqual([]);
    // Before four in the morning it was still the day before, so three days have passed.
    expect((await due(notes, events, { starts: "04:00" })).due).toEqual(["a 1"]);
  });

  it("lets others run while it looks at ten years of notes, and is done with them soon", async () => {
    const notes = Array.from({ length: 10_000 }, (_, index) =>
      til(`TIL/20${10 + (index % 15)}-01-01-${index}.md`),
    ).flat();
    let [ran, isOver] = [0, false];
    const counting = due(notes).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      ran++;
    }
    expect((await counting).due).toHaveLength(10_000);
    expect(ran).toBeGreaterThan(5);
  });
});
