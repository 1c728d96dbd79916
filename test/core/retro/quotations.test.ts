import { describe, expect, it } from "vitest";
import { type Period, parsePeriod } from "../../../src/core/calendar/period.ts";
import { readBaseFile } from "../../../src/core/retro/merge/baseFile.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { contentsOf, draftsAround, quotationOf } from "../../../src/core/retro/quotations.ts";
import { addNote, type MemoryNotebook, memoryNotebook } from "../../support/notebook.ts";

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

const LOCK = "TIL/2025-05-01-락.md";
const APRIL = "TIL/2025-04-02-사월.md";
const ALL = ["2025-W18", "2025-05", "2025-Q2", "2025-H1", "2025"];
const notes = {
  [LOCK]: "---\ntitle: 락\n---\n\n- 하나만 들어감\n",
  "TIL/2025-05-02-큐.md": "---\ntitle: 큐\n---\n\n- 차례로\n",
  [APRIL]: "---\ntitle: 사월\n---\n\n- 봄\n",
  "TIL/2025-11-03-겨울.md": "---\ntitle: 겨울\n---\n\n- 눈\n",
};

/** Makes the drafts of these periods and puts them into the notebook, each changed by hand. */
async function notebookWith(
  periods: readonly string[],
  { byHand = (text: string) => text, leftOut = new Set<string>(), files = notes as Record<string, string> } = {},
): Promise<MemoryNotebook> {
  const notebook = await memoryNotebook(files);
  for (const of of periods) {
    const plan = await planRetro(notebook, period(of), leftOut);
    if (plan.action !== "create") throw new Error(plan.action);
    addNote(notebook, plan.draft.path, byHand(plan.draft.text));
    notebook.files.put(plan.base.path, plan.base.text);
  }
  return notebook;
}

/** What a note is told about each draft around it, in order. */
async function quotationsOf(notebook: MemoryNotebook, path: string): Promise<readonly string[]> {
  const [note] = notebook.index.notesIn(path);
  if (note === undefined) throw new Error(`no note: ${path}`);
  const found: string[] = [];
  for (const { period: of, draft } of draftsAround(notebook.index, note)) {
    const base = readBaseFile(await notebook.readText(`.tomaknote/retro/${of}.md`));
    if (base === undefined) throw new Error(`no base of ${of}`);
    const contents = contentsOf((await notebook.readText(draft.path)).split("\n"), base);
    const quotation = quotationOf(note, of, contents);
    if (quotation !== undefined) found.push(`${draft.title}: ${quotation.by === "month" ? quotation.name : "항목"}`);
  }
  return found;
}

describe("the drafts that hold a note", () => {
  it("go from its week to its year, the longer ones by its month", async () => {
    expect(await quotationsOf(await notebookWith([...ALL].reverse()), LOCK)).toEqual([
      ...["2025년 18주 정리: 항목", "2025년 5월 회고: 항목"],
      ...["2025년 2분기 회고: 5월", "2025년 상반기 회고: 5월", "2025년 회고: 5월"],
    ]);
  });

  it("are those there are, and those of its own periods", async () => {
    const notebook = await notebookWith(ALL);
    expect(await quotationsOf(notebook, APRIL)).toEqual([
      ...["2025년 2분기 회고: 4월", "2025년 상반기 회고: 4월", "2025년 회고: 4월"],
    ]);
    expect(await quotationsOf(notebook, "TIL/2025-11-03-겨울.md")).toEqual(["2025년 회고: 11월"]);
  });

  it("do not hold what was deleted from them by hand, nor a month that was", async () => {
    const byHand = (text: string) =>
      text.replace("**락**\n\n- 하나만 들어감\n", "").replace(/### 5월\n[^#]*?(?=### |$)/, "");
    expect(await quotationsOf(await notebookWith(ALL, { byHand }), LOCK)).toEqual([]);
    expect(await quotationsOf(await notebookWith(ALL, { byHand }), APRIL)).toHaveLength(3);
  });

  it("do not hold what was left out when they were made", async () => {
    const notebook = await notebookWith(["2025-05"], { leftOut: new Set([LOCK]) });
    expect(await quotationsOf(notebook, LOCK)).toEqual([]);
    expect(await quotationsOf(notebook, "TIL/2025-05-02-큐.md")).toEqual(["2025년 5월 회고: 항목"]);
  });

  it("hold an entry that was moved and reworded", async () => {
    const byHand = (text: string) =>
      text.replace("**락**\n\n- 하나만 들어감\n", "").replace("\n## ", "\n**락**\n\n- 하나만 들어감 (고침)\n\n## ");
    expect(await quotationsOf(await notebookWith(["2025-05"], { byHand }), LOCK)).toEqual(["2025년 5월 회고: 항목"]);
  });

  it("do not tell of the month of a note that no retro gathers", async () => {
    const kept = "TIL/2025-05-03-혼자.md";
    const files = { ...notes, [kept]: "---\ntitle: 혼자\nretro: false\n---\n\n- 혼자\n" };
    expect(await quotationsOf(await notebookWith(ALL, { files }), kept)).toEqual([]);
  });

  it("of a note whose month alone is known are none of its week", async () => {
    const path = "TIL/2025-05-언젠가.md";
    const files = { ...notes, [path]: "---\ntitle: 언젠가\nmonth: 2025-05\n---\n\n- 언젠가\n" };
    expect(await quotationsOf(await notebookWith(ALL, { files }), path)).toEqual([
      ...["2025년 5월 회고: 항목", "2025년 2분기 회고: 5월", "2025년 상반기 회고: 5월", "2025년 회고: 5월"],
    ]);
  });
});
