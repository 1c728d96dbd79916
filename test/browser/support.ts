import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder of its own for a test file. */
export interface TestFolder {
  readonly path: string;
  at(...parts: string[]): string;
  write(file: string, text: string): void;
  remove(): void;
}

export function testFolder(name: string): TestFolder {
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-"));
  const folder = path.join(temporary, name);
  mkdirSync(folder);
  return {
    path: folder,
    at: (...parts) => path.join(folder, ...parts),
    write(file, text) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    remove: () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Today in Seoul, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now());
}

/** A note of the product's own form. */
export function note(title: string, day: string, tags: readonly string[], body: string): string {
  return `---\ntitle: ${title}\ndate: ${day} 21:00:00 +0900\ntags: [${tags.join(", ")}]\n---\n\n${body}\n`;
}
