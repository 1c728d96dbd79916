import { describe, expect, it } from "vitest";
import { parseYearMonth } from "../../../src/core/calendar/month.ts";
import type { Note, NotePath } from "../../../src/core/note/note.ts";
import { NotebookIndex } from "../../../src/core/notebook/notebookIndex.ts";
import { noteOf } from "../../support/notebook.ts";

function read(...paths: readonly NotePath[]): ReadonlyMap<NotePath, readonly Note[]> {
  return new Map(paths.map((path) => [path, [noteOf(path)]]));
}

const paths = (notes: readonly Note[]): readonly string[] => notes.map(({ path }) => path);
const may = parseYearMonth("2025-05");

describe("NotebookIndex", () => {
  it("lists notes oldest first, those without a date last", () => {
    const index = new NotebookIndex();
    index.apply({ read: read("b.md", "2025-05-02.md", "2025-05.md", "2024-12-31.md", "a.md") });
    expect(paths(index.notes())).toEqual(["2024-12-31.md", "2025-05.md", "2025-05-02.md", "a.md", "b.md"]);
    expect(index.fileCount).toBe(5);
  });

  it("lists months newest first, each with its notes", () => {
    const index = new NotebookIndex();
    index.apply({ read: read("2025-05-02.md", "2025-05.md", "2024-12-31.md", "2023 회고.md", "a.md") });
    expect(index.months()).toEqual(["2025-05", "2024-12"]);
    expect(may && paths(index.notesOf(may))).toEqual(["2025-05.md", "2025-05-02.md"]);
  });

  it("follows changes", () => {
    const index = new NotebookIndex();
    index.apply({ read: read("2025-05-01.md", "2025-05-02.md") });
    expect(index.notes()).toHaveLength(2);
    expect(index.months()).toEqual(["2025-05"]);
    index.apply({ read: read("2025-06-01.md"), removed: ["2025-05-01.md", "gone.md"] });
    expect(paths(index.notes())).toEqual(["2025-05-02.md", "2025-06-01.md"]);
    expect(index.months()).toEqual(["2025-06", "2025-05"]);
    index.apply({ read: new Map([["2025-05-02.md", [noteOf("2025-05-02.md", "# 새 제목\n")]]]) });
    expect(index.notesIn("2025-05-02.md").map(({ title }) => title)).toEqual(["새 제목"]);
    expect(index.notes().map(({ title }) => title)).toContain("새 제목");
    // A path that is both gone and read anew is there: a file replaced by another.
    index.apply({ removed: ["2025-06-01.md"], read: read("2025-06-01.md") });
    expect(index.fileCount).toBe(2);
  });

  it("knows a path in any normalisation and letter case", () => {
    const index = new NotebookIndex();
    const onDisk = "TIL/토막글.md".normalize("NFD");
    index.apply({ read: read(onDisk) });
    expect(index.pathLike("til/토막글.MD")).toBe(onDisk);
    expect(index.pathLike(onDisk)).toBe(onDisk);
    expect(index.pathLike("TIL/토막.md")).toBeUndefined();
    expect(index.notesIn("TIL/토막글.md")).toEqual([]);
  });
});
