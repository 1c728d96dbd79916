import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noteId } from "../src/core/note/note.ts";
import { findNoteRow, type GroupNode, standFor } from "../src/core/notebook/outline.ts";
import { outlineByMonth } from "../src/core/notebook/outlineByMonth.ts";
import { outlineByTag } from "../src/core/notebook/outlineByTag.ts";
import type { NotebookRecords } from "../src/core/notebook/records.ts";
import { timed } from "./measure.ts";
import { OPTIONS, type Subject } from "./subject.ts";

const CHANGES = 300;
/** The default of `tomaknote.tree.splitTagsOver`. */
const SPLIT_OVER = 50;

export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/**
 * Saves one note after another; each time the index follows, and the tree as far as it is open: all groups, and the rows of
 * the one that shows the note. The time of saving does not count.
 */
export async function measureOneNote(
  root: string,
  records: NotebookRecords,
  { count }: Subject,
): Promise<{ readonly byMonth: Spread; readonly byTag: Spread }> {
  const paths = [...records.index.paths()];
  const { index } = records;
  const outlines = {
    byMonth: () => outlineByMonth(index.byMonth()),
    byTag: () => outlineByTag(index.byTag(), SPLIT_OVER),
  };
  const measure = async (outline: () => readonly GroupNode[]): Promise<Spread> => {
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change++) {
      const path = paths[(change * 7_919) % count] ?? "";
      await writeFile(join(root, path), `${await readFile(join(root, path), "utf8")}- 한 줄 더 ${change}\n`);
      const rowIn = (rows: readonly GroupNode[]) => index.notesIn(path).map((note) => findNoteRow(rows, note))[0];
      let shown = outline();
      rowIn(shown);
      times.push(
        await timed(async () => {
          const { read } = await records.follow({ touched: new Set([path]), removed: new Set() }, OPTIONS);
          const newer = outline();
          if (!standFor(shown, newer)) shown = newer;
          const row = rowIn(shown);
          if (!read.has(path) || row === undefined || noteId(row.note) !== path)
            throw new Error(`the tree does not show ${path} as it is`);
        }),
      );
    }
    times.sort((a, b) => a - b);
    return { median: times[CHANGES / 2] ?? Number.NaN, p95: times[Math.floor(CHANGES * 0.95)] ?? Number.NaN };
  };
  return { byMonth: await measure(outlines.byMonth), byTag: await measure(outlines.byTag) };
}
