import { describe, expect, it } from "vitest";
import { noteAtLine, sectionBody, sectionIn } from "../../../../src/core/note/diary/sectionIn.ts";
import { type Note, noteId } from "../../../../src/core/note/note.ts";
import { readNotes } from "../../../../src/core/note/readNote.ts";
import { neighbourTomak } from "../../../../src/core/notebook/neighbours.ts";
import { findNoteRow } from "../../../../src/core/notebook/outline.ts";
import { outlineByMonth } from "../../../../src/core/notebook/outlineByMonth.ts";
import { originsOf } from "../../../../src/core/retro/origins.ts";
import { planRetro } from "../../../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";
import { planTomak } from "../../../../src/core/write/planTomak.ts";
import { addNote, defaultRules, type MemoryNotebook, memoryNotebook } from "../../../support/notebook.ts";
import { day } from "../../calendar/days.ts";
import { month } from "../../retro/monthDraft.ts";

const MAY = month("2025-05");
const PATH = "일기/2025.md";
const DIARY = `# 2025년

## 2025-05-02 락

- 잠그고 푼다

## 2025-05-01

### 큐

- 차례로 꺼낸다

## 2025-04-30

- 지난달의 일
`;

async function notebookWith(text: string): Promise<MemoryNotebook> {
  return memoryNotebook({ [PATH]: text });
}

function section(text: string, title: string): Note {
  const note = readNotes(PATH, text, defaultRules).find((candidate) => candidate.title === title);
  if (note === undefined) throw new Error(`no section ${title}`);
  return note;
}

describe("a section in a retro", () => {
  it("is an entry with its own text, below its title and without its date", async () => {
    const plan = await planRetro(await notebookWith(DIARY), MAY);
    if (plan.action !== "create") throw new Error(plan.action);
    expect(plan.draft.text).toContain("**락**\n\n- 잠그고 푼다\n");
    expect(plan.draft.text).toContain("**큐**\n\n- 차례로 꺼낸다\n");
    expect(plan.draft.text).not.toContain("지난달의 일");
    expect(plan.draft.text).not.toContain("## 2025-05");
    expect(plan.base.text).toContain(`${PATH}#2025-05-01`);
  });

  it("is neither twice in it nor lost when the diary has grown above it", async () => {
    const notebook = await notebookWith(DIARY);
    const first = await planRetro(notebook, MAY);
    if (first.action !== "create") throw new Error(first.action);
    addNote(notebook, first.draft.path, first.draft.text);
    notebook.files.put(first.base.path, first.base.text);
    addNote(notebook, PATH, DIARY.replace("# 2025년\n", "# 2025년\n\n## 2025-05-03 새 글\n\n- 셋째 날\n- 둘째 줄\n"));

    const again = await planRetro(notebook, MAY);
    if (again.action !== "update") throw new Error(again.action);
    const merge = again.merge(first.draft.text);
    expect(merge.added).toEqual([`${PATH}#2025-05-03`]);
    expect([merge.updated, merge.deleted, merge.orphaned, merge.conflicts]).toEqual([[], [], [], []]);
    const after = applyEdits(first.draft.text, merge.edits);
    for (const line of ["셋째 날", "잠그고 푼다", "차례로 꺼낸다"]) expect(after.split(line)).toHaveLength(2);
    const origins = originsOf(after.split("\n"), merge.base);
    expect(origins.map(({ note }) => notebook.index.byId(note)?.title).sort()).toEqual(["락", "새 글", "큐"]);
  });

  it("brings its own change and no other's", async () => {
    const notebook = await notebookWith(DIARY);
    const first = await planRetro(notebook, MAY);
    if (first.action !== "create") throw new Error(first.action);
    addNote(notebook, first.draft.path, first.draft.text);
    notebook.files.put(first.base.path, first.base.text);
    addNote(notebook, PATH, DIARY.replace("차례로 꺼낸다", "먼저 온 것부터 꺼낸다"));
    const again = await planRetro(notebook, MAY);
    if (again.action !== "update") throw new Error(again.action);
    expect(again.merge(first.draft.text).updated).toEqual([`${PATH}#2025-05-01`]);
  });
});

describe("a section by itself", () => {
  it("is found again behind what was written above it", () => {
    const note = section(DIARY, "큐");
    const grown = `새 줄\n\n${DIARY}`;
    const now = sectionIn(grown, note, defaultRules);
    expect(grown.slice(now?.range?.start, now?.range?.end)).toBe(DIARY.slice(note.range?.start, note.range?.end));
    expect(sectionIn(DIARY.replace("2025-05-01", "2025-05-03"), note, defaultRules)).toBeUndefined();
    expect(sectionIn("# 글\n", note, defaultRules)).toBeUndefined();
  });

  it("leaves the other days as they are when it is taken out", () => {
    const { range } = section(DIARY, "큐");
    if (range === undefined) throw new Error("no range");
    const after = applyEdits(DIARY, [{ start: range.start, end: range.end, newText: "" }]);
    expect(readNotes(PATH, after, defaultRules).map(({ title }) => title)).toEqual(["락", "지난달의 일"]);
  });

  it.each([
    ["CRLF", DIARY.replaceAll("\n", "\r\n")],
    ["LF", DIARY],
  ])("says what stands below its heading (%s)", (_, text) => {
    expect(sectionBody(text, section(text, "락")).trim()).toBe("- 잠그고 푼다");
    expect(sectionBody(text, section(text, "큐")).trim()).toBe("- 차례로 꺼낸다");
  });

  it("is the note of the lines from its heading on", () => {
    const notes = readNotes(PATH, DIARY, defaultRules);
    expect(noteAtLine(notes, 2)?.title).toBe("락");
    expect(noteAtLine(notes, 5)?.title).toBe("락");
    expect(noteAtLine(notes, 9)?.title).toBe("큐");
    expect(noteAtLine(notes, 0)?.title).toBe("락");
    expect(noteAtLine([], 0)).toBeUndefined();
  });

  it("has a row of its own under its month", async () => {
    const { index } = await notebookWith(DIARY);
    const note = index.byId(`${PATH}#2025-04-30`);
    const row = note && findNoteRow(outlineByMonth(index.byMonth()), note);
    expect(row?.note.title).toBe("지난달의 일");
    expect(row?.parent?.label).toBe("4월");
  });

  it("is told from a second section of its day", () => {
    const notes = readNotes(PATH, "## 2025-05-01 가\n글\n## 2025-05-01 나\n글\n## 2025-05-02 다\n글\n", defaultRules);
    expect(notes.map(noteId)).toEqual([`${PATH}#2025-05-01`, `${PATH}#2025-05-01-2`, `${PATH}#2025-05-02`]);
  });
});

describe("토막글 in a diary", () => {
  const TOMAK = "## 2025-05-01 오늘의 토막글 95\n- 가\n\n## 2025-05-02 오늘의 토막글 96\n- 나\n";

  it("are opened at their day instead of written a second time", async () => {
    const notebook = await notebookWith(TOMAK);
    const now = Date.parse("2025-05-02T23:10:00+09:00");
    expect(await planTomak(notebook, day("2025-05-02"), now)).toEqual({
      action: "open",
      path: PATH,
      offset: TOMAK.indexOf("## 2025-05-02"),
    });
    const next = await planTomak(notebook, day("2025-05-03"), now);
    expect(next).toMatchObject({ action: "create", note: { text: expect.stringContaining("오늘의 토막글 97") } });
  });

  it("follow each other", async () => {
    const { index } = await notebookWith(TOMAK);
    const next = neighbourTomak(index.notes(), `${PATH}#2025-05-01`, day("2025-06-01"), "next");
    expect(next?.title).toBe("오늘의 토막글 96");
  });
});
