import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import type { Workbench } from "../harness/workbench.ts";

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

/** Names a file or folder in the editor's own file dialog, which fills its field itself some moments after it is shown. */
export async function chooseInDialog(workbench: Workbench, target: string, button: RegExp): Promise<void> {
  await waitFor("the file dialog", async () => (await workbench.quickInputValue()).startsWith("/"));
  await waitFor("the dialog answered", async () => {
    await workbench.fillQuickInput(target);
    await workbench.page.waitForTimeout(500);
    if ((await workbench.quickInputValue()) !== target) return false;
    await workbench.page.locator(".quick-input-widget .monaco-button", { hasText: button }).first().click();
    await workbench.page.waitForTimeout(500);
    return !(await workbench.quickInput.isVisible()) || !(await workbench.quickInputValue()).startsWith("/");
  });
}

/** Expects something of the rows of the open quick pick, top to bottom, as soon as it holds: they may come bit by bit. */
export function expectRows(workbench: Workbench, of: (rows: readonly string[]) => unknown = (rows) => rows) {
  return expect.poll(async () => of(await workbench.quickPickRows()), { timeout: 30_000 });
}
