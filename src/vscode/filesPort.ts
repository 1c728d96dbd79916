import { Uri } from "vscode";
import type { NotePath } from "../core/note/note.ts";
import type { Excluded } from "../core/notebook/exclude.ts";
import type { Files } from "../core/notebook/files.ts";
import { appendToFile } from "./appendToFile.ts";
import { editorFiles } from "./files.ts";

/** Access to a notebook's folder. */
export interface FilesPort {
  readonly files: Files;
  /** How many files to read at a time; best values measured for each kind of disk access. */
  readonly concurrency: number;
  /**
   * Adds what `compose` makes of a file's last lines to its end, losing nothing that others add. The file is made where
   * there is none.
   */
  append(path: NotePath, compose: (lastLines: string) => string): Promise<void>;
}

/** A notebook through the editor: for the web and for folders that are on no disk of this machine. */
export function editorPort(root: Uri, excluded: Excluded): FilesPort {
  return {
    files: editorFiles(root, excluded),
    concurrency: 64,
    append: (path, compose) => appendToFile(Uri.joinPath(root, path), compose),
  };
}
