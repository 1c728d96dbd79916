import { join } from "node:path";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import { appendToFile } from "./appendToFile.ts";
import { diskFiles } from "./files.ts";

/** A notebook on a disk of this machine, straight from there. */
export function diskPort(root: string, excluded: Excluded) {
  return {
    files: diskFiles(root, excluded),
    concurrency: 32,
    append: (path: NotePath, compose: (lastLines: string) => string) => appendToFile(join(root, path), compose),
  };
}
