import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { NotePath } from "../../src/core/note/note.ts";

const ROOT = fileURLToPath(new URL("../../sample", import.meta.url));

/** The sample notebook's files, by path. */
export function sampleFiles(): Readonly<Record<NotePath, string>> {
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(ROOT, file).split(sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}
