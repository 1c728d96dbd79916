import { Disposable } from "vscode";
import type { NotebookRecords } from "../core/notebook/records.ts";

/** After the last of many changes; a start without them would read them all again. */
const SOON_MS = 5_000;
/** After the last of few, which a start reads again in no time. */
const LATER_MS = 300_000;
/** As many changes as one in so many files are many. */
const MANY = 100;

export interface DelayedSaving extends Disposable {
  noteChange(): void;
}

/** Writes the cache some time after changes, and what is left when it is disposed of. Writes nothing when nothing changed. */
export function delayedSaving(records: NotebookRecords): DelayedSaving {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => void records.save();
  return Object.assign(
    new Disposable(() => {
      clearTimeout(timer);
      save();
    }),
    {
      noteChange() {
        clearTimeout(timer);
        if (records.unsaved === 0) return;
        const isMany = records.unsaved * MANY >= records.index.fileCount;
        timer = setTimeout(save, isMany ? SOON_MS : LATER_MS);
      },
    },
  );
}
