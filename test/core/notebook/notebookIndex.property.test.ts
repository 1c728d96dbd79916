import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotebookIndex } from "../../../src/core/notebook/notebookIndex.ts";
import { byDate } from "../../../src/core/notebook/order.ts";
import type { OutlineNode } from "../../../src/core/notebook/outline.ts";
import { outlineByMonth } from "../../../src/core/notebook/outlineByMonth.ts";
import { outlineByTag } from "../../../src/core/notebook/outlineByTag.ts";
import { noteOf } from "../../support/notebook.ts";

const path = fc.constantFrom(
  ...["2025-05-01.md", "2025-05-02-2.md", "2025-05-02-10.md", "2025-05.md", "2024 회고.md", "TIL/2025-05-02.md"],
  ...["a.md", "A.md", "TIL/각.md", "TIL/각.md".normalize("NFD"), "토막글/2024-12-31.md", "책/나.md"],
);
const text = fc
  .record({
    tags: fc.subarray(["자바", "자바/스프링", "자바/", "K8S", "/", "10장", "9장"]),
    number: fc.option(fc.integer({ min: 1, max: 5 })),
    date: fc.option(fc.constantFrom("2025-05-02 10:00:00 +0900", "2025-05-02 09:00:00 +0900", "2023", "2023-02")),
  })
  .map(({ tags, number, date }) =>
    [
      ...["---", `tags: [${tags.join(", ")}]`],
      ...(number === null ? [] : [`title: 오늘의 토막글 ${number}`]),
      ...(date === null ? [] : [`date: ${date}`]),
      ...["---", ""],
    ].join("\n"),
  );
const step = fc.record({
  read: fc.array(fc.tuple(path, text), { maxLength: 6 }),
  removed: fc.array(path, { maxLength: 3 }),
  looksBetween: fc.boolean(),
});

function drawn(nodes: readonly OutlineNode[]): unknown {
  return nodes.map((node) =>
    node.type === "note" ? [node.id, node.note] : [node.id, node.label, node.counts, drawn(node.children())],
  );
}

const everything = (index: NotebookIndex) => ({
  notes: index.notes(),
  months: index.months().map((month) => [month, index.notesOf(month)]),
  byMonth: drawn(outlineByMonth(index.byMonth())),
  byTag: drawn(outlineByTag(index.byTag(), 2)),
  count: index.fileCount,
});

describe("NotebookIndex, after any changes", () => {
  it("is what it would be if it were made of the files that are left, and keeps the lists it handed out", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const index = new NotebookIndex();
        const files = new Map<string, ReturnType<typeof noteOf>>();
        const handedOut: { list: readonly unknown[]; copy: readonly unknown[] }[] = [];
        for (const { read, removed, looksBetween } of steps) {
          const changes = new Map(read.map(([path, text]) => [path, [noteOf(path, text)]]));
          index.apply({ read: changes, removed });
          for (const path of removed) files.delete(path);
          for (const [path, [note]] of changes) if (note) files.set(path, note);
          if (!looksBetween) continue;
          for (const list of [index.notes(), ...index.byMonth().map((month) => month.notes())])
            handedOut.push({ list, copy: [...list] });
          index.byTag();
          index.pathLike("til/각.MD");
        }
        const fresh = new NotebookIndex();
        fresh.apply({ read: new Map([...files].map(([path, note]) => [path, [note]])) });
        expect(everything(index)).toEqual(everything(fresh));
        expect(index.notes()).toEqual([...files.values()].sort(byDate));
        for (const wanted of ["til/각.MD", "a.MD", "x.md"])
          expect([index.pathLike(wanted) !== undefined, files.has(index.pathLike(wanted) ?? "")]).toEqual(
            fresh.pathLike(wanted) === undefined ? [false, false] : [true, true],
          );
        for (const { list, copy } of handedOut) expect(list).toEqual(copy);
      }),
      { numRuns: 200 },
    );
  });

  it("sorts in many changes as it sorts in few", () => {
    const index = new NotebookIndex();
    const note = (count: number) => noteOf(`2025-05-${String((count % 28) + 1).padStart(2, "0")}-${count}.md`);
    const all = Array.from({ length: 300 }, (_, count) => note(count));
    index.apply({ read: new Map(all.slice(0, 100).map((each) => [each.path, [each]])) });
    expect(index.notes()).toHaveLength(100);
    index.apply({
      read: new Map(all.slice(100).map((each) => [each.path, [each]])),
      removed: all.slice(0, 50).map((each) => each.path),
    });
    expect(index.notes()).toEqual(all.slice(50).sort(byDate));
  });
});
