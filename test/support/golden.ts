import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/**
 * Holds a text against the file that has what it should be, byte for byte. With `UPDATE_GOLDEN=1` in the environment the
 * file is written anew: read the difference before you commit it.
 * @param file as of `new URL("golden/a.md", import.meta.url)`
 */
export function expectGolden(text: string, file: URL): void {
  const path = fileURLToPath(file);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing; run with UPDATE_GOLDEN=1 once`).toBe(true);
  expect(text).toBe(readFileSync(path, "utf8"));
}
