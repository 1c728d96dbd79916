import { describe, expect, it } from "vitest";
import { PERIOD_KINDS } from "../../../src/core/calendar/period.ts";
import { notesForRetro } from "../../../src/core/retro/notesForRetro.ts";
import { periodsWithNotes } from "../../../src/core/retro/periodsWithNotes.ts";
import { memoryNotebook } from "../../support/notebook.ts";

const files = {
  "TIL/2024-12-30-a.md": "",
  "TIL/2025-01-02-b.md": "",
  "TIL/2025-05-01-c.md": "",
  "TIL/2025-05-d.md": "---\nmonth: 2025-05\n---\n",
  "TIL/2025-06-02-숨긴-것.md": "---\nretro: false\n---\n",
  "책/2023/e.md": "",
  "_posts/2025-07-01-f.md": "",
  "나중에.md": "",
};

describe("periods to look back on", () => {
  it.each([
    ["week", "2025-W18 1, 2025-W01 2"],
    ["month", "2025-05 2, 2025-01 1, 2024-12 1"],
    ["quarter", "2025-Q2 2, 2025-Q1 1, 2024-Q4 1"],
    ["half", "2025-H1 3, 2024-H2 1"],
    ["year", "2025 3, 2024 1, 2023 1"],
  ] as const)("by %s are those with notes, newest first: %s", async (kind, expected) => {
    const { index } = await memoryNotebook(files);
    const found = periodsWithNotes(index, kind).map(({ period, notes }) => `${period} ${notes.length}`);
    expect(found.join(", ")).toBe(expected);
  });

  it("have the notes that their retro gathers", async () => {
    const { index } = await memoryNotebook(files);
    for (const kind of PERIOD_KINDS) {
      for (const { period, notes } of periodsWithNotes(index, kind))
        expect(notes).toEqual(notesForRetro(index, period));
    }
  });
});
